package dev.annals.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds what some outlets' pages put behind a name: the full name once more, run together with
 * headlines of other articles and closed by a link. In "Sen. Ada Ruhl Ada Maria RuhlStorm shuts
 * ferry line MORE (I) said" everything between the first "Ruhl" and "(I)" is no part of the
 * sentence.
 */
final class GluedHeadlines {

  private static final List<String> LINKS =
      TextResources.lines(GluedHeadlines.class, "headline-links.en.txt");

  // characters from the name to the link: half a dozen headlines
  private static final int LONGEST = 900;
  // characters from the name to where it stands again, run together with a headline
  private static final int NAME_REACH = 90;
  private static final int SHORTEST_NAME = 3;

  private GluedHeadlines() {}

  /** Where they stand, in order. */
  static List<Span> of(String text) {
    List<Span> found = new ArrayList<>();
    for (String link : LINKS) {
      int from = 0;
      for (int at = text.indexOf(link); at >= 0; at = text.indexOf(link, at + link.length())) {
        if (at > 0 && text.charAt(at - 1) == ' ' && isWordEnd(text, at + link.length())) {
          int start = start(text, Math.max(from, at - LONGEST), at);
          if (start >= 0) {
            from = at + link.length();
            found.add(new Span(start, from));
          }
        }
      }
    }
    Collections.sort(found);
    return found;
  }

  private static boolean isWordEnd(String text, int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** The end of the name that stands again where two words run together, or -1. */
  private static int start(String text, int from, int link) {
    int line = Math.max(from, text.lastIndexOf('\n', link) + 1);
    for (int i = line + 1; i + 1 < link; i++) {
      if (!Character.isUpperCase(text.charAt(i)) || !Character.isLowerCase(text.charAt(i - 1))) {
        continue;
      }
      int word = i;
      while (word > line && Character.isLetter(text.charAt(word - 1))) {
        word--;
      }
      for (int length = i - word; length >= SHORTEST_NAME; length--) {
        int start = i - length;
        if (Character.isUpperCase(text.charAt(start))) {
          int before = named(text, Math.max(line, start - NAME_REACH), start, length);
          if (before >= 0) {
            return before;
          }
        }
      }
    }
    return -1;
  }

  /** The end of the last word before an offset that is the name there, or -1. */
  private static int named(String text, int from, int at, int length) {
    for (int i = at - length; i >= from; i--) {
      if (text.regionMatches(i, text, at, length)
          && isWordEnd(text, i + length)
          && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
        return i + length;
      }
    }
    return -1;
  }
}

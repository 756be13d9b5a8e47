package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes on where a text comes from: {@code — With AAP.}, {@code [News taken from The Gazette]},
 * {@code (Reporting by Ada Ban; editing by Cy Dee)}.
 */
final class SourceNotes {

  /** Longer notes are sentences of the report. */
  private static final int LONGEST = 420;

  private static final List<String> OPENINGS = new ArrayList<>();
  private static final List<String> ANYWHERE = new ArrayList<>();

  private static final Set<String> SMALL = Words.load("note-words.en.txt");
  private static final Set<String> NAMELESS = Words.load("generic-sources.en.txt");

  static {
    for (String line : TextResources.lines(SourceNotes.class, "source-notes.en.txt")) {
      if (line.charAt(0) == '*') {
        ANYWHERE.add(line.substring(1));
      } else {
        OPENINGS.add(line);
      }
    }
    OPENINGS.sort((a, b) -> Integer.compare(b.length(), a.length())); // the longest that fits
  }

  private SourceNotes() {}

  /** Whether a block is a note on the source and nothing else. */
  static boolean isNote(String line) {
    return !names(line).isEmpty();
  }

  /**
   * The names that a note gives: agencies, outlets, reporters, in order; empty when the line is no
   * note.
   */
  static List<String> names(String line) {
    var names = new ArrayList<String>();
    if (line.length() > LONGEST) {
      return names;
    }
    String whole = strip(line);
    for (String phrase : ANYWHERE) {
      int at = Words.plain(whole).indexOf(phrase);
      if (at > 0 && at < 200) {
        addNames(whole.substring(0, Math.min(at, whole.length())), names);
        return names;
      }
    }
    for (String segment : whole.split(";")) {
      String rest = afterOpening(strip(segment));
      if (rest == null || !isNames(rest)) {
        return List.of();
      }
      addNames(rest, names);
    }
    return names;
  }

  /**
   * Whether a note is written as Reuters signs its copy: reporters and editors with a semicolon.
   */
  static boolean isSignature(String line) {
    String plain = Words.plain(line);
    return plain.indexOf(';') > 0
        && plain.contains("editing by ")
        && (plain.contains("reporting by ") || plain.contains("writing by "))
        && isNote(line);
  }

  /** What follows the opening phrase, or null when there is none. */
  private static @Nullable String afterOpening(String segment) {
    String lower = segment.toLowerCase(Locale.ROOT);
    for (String opening : OPENINGS) {
      if (lower.startsWith(opening)) {
        int end = opening.length();
        boolean word = Character.isLetterOrDigit(opening.charAt(end - 1));
        if (word && end < lower.length() && Character.isLetterOrDigit(lower.charAt(end))) {
          continue;
        }
        String rest = segment.substring(end);
        int from = 0;
        while (from < rest.length() && " :-–—".indexOf(rest.charAt(from)) >= 0) {
          from++;
        }
        return rest.substring(from);
      }
    }
    return null;
  }

  /** Whether a text is a list of names: capitalised words and the small words between names. */
  private static boolean isNames(String text) {
    String[] words = text.split("[\\s\u00A0]+");
    int capitals = 0;
    for (String word : words) {
      if (word.isEmpty()) {
        continue;
      }
      char first = word.charAt(0);
      if (Character.isUpperCase(first) || first == '@') {
        capitals++;
      } else if (Character.isLetter(first) && !SMALL.contains(bare(word)) && !isUrl(word)) {
        return false;
      }
    }
    return words.length <= 45 && (capitals > 0 || isUrl(text) || NAMELESS.contains(bare(text)));
  }

  private static boolean isUrl(String word) {
    return word.startsWith("http") || word.startsWith("www.");
  }

  private static String bare(String word) {
    return strip(word).toLowerCase(Locale.ROOT);
  }

  private static void addNames(String text, List<String> names) {
    for (String part : text.split(",| and | & |/|\\|")) {
      String name = strip(part);
      int in = name.indexOf(" in ");
      name = in > 0 ? name.substring(0, in) : name;
      name = name.startsWith("the ") ? name.substring(4) : name;
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
  }

  /** Without brackets, dashes, stars and points around it. */
  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !isWordEdge(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWordEdge(char c) {
    return Character.isLetterOrDigit(c) || c == '@' || c == '©';
  }
}

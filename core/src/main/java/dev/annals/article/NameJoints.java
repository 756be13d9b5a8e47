package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts lines of names at marks and at the small words between names. */
final class NameJoints {

  /** What a small word does between names. */
  enum Joint {
    /** Parts two names: "and". */
    JOIN,
    /** Parts a name from whom it works for: "of", "for". */
    OWNER,
    /** Leads to where somebody is: "in". */
    PLACE,
    /** Stands before a name and is no part of it: "the". */
    ARTICLE
  }

  private static final Map<String, Joint> WORDS = words();
  private static final int LONGEST = 12;

  private NameJoints() {}

  /** What a word does between names, or null. */
  static @Nullable Joint of(String word) {
    return word.length() > LONGEST ? null : WORDS.get(Words.lower(word));
  }

  /**
   * The parts of a line between marks and small words of one kind, without white space around.
   *
   * @param marks characters that part names wherever they stand; dashes and {@code &} do so only
   *     with a space on both sides
   */
  static List<String> split(String line, String marks, Joint joint) {
    var parts = new ArrayList<String>();
    int from = 0;
    int at = 0;
    while (at < line.length()) {
      int length = border(line, at, marks, joint);
      if (length == 0) {
        at++;
        continue;
      }
      add(line.substring(from, at), parts);
      at += length;
      from = at;
    }
    add(line.substring(from), parts);
    return parts;
  }

  private static void add(String part, List<String> parts) {
    String name = part.strip();
    if (!name.isEmpty()) {
      parts.add(name);
    }
  }

  /** Length of the border that begins here, or 0; the space after it is left to the next part. */
  private static int border(String line, int at, String marks, Joint joint) {
    char c = line.charAt(at);
    if (marks.indexOf(c) >= 0 && "-–&".indexOf(c) < 0) {
      return 1;
    }
    if (c != ' ' || at + 2 >= line.length()) {
      return 0;
    }
    char mark = line.charAt(at + 1);
    if ("-–&".indexOf(mark) >= 0 && marks.indexOf(mark) >= 0 && line.charAt(at + 2) == ' ') {
      return 2;
    }
    int end = line.indexOf(' ', at + 1);
    return end > 0 && of(line.substring(at + 1, end)) == joint ? end - at : 0;
  }

  /** Where the first word of a kind stands with the space before it, or -1. */
  static int indexOf(String line, Joint joint) {
    for (int at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) {
      int end = line.indexOf(' ', at + 1);
      if (end > 0 && of(line.substring(at + 1, end)) == joint) {
        return at;
      }
    }
    return -1;
  }

  /** Without the article in front. */
  static String withoutArticle(String name) {
    int space = name.indexOf(' ');
    boolean article =
        space > 0
            && Character.isLowerCase(name.charAt(0))
            && of(name.substring(0, space)) == Joint.ARTICLE;
    return article ? name.substring(space + 1) : name;
  }

  private static Map<String, Joint> words() {
    var words = new HashMap<String, Joint>();
    for (String line : TextResources.lines(NameJoints.class, "name-joints.en.txt")) {
      int equals = line.indexOf(" = ");
      words.put(
          line.substring(0, equals),
          Joint.valueOf(line.substring(equals + 3).toUpperCase(java.util.Locale.ROOT)));
    }
    return Map.copyOf(words);
  }
}

package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.List;

/**
 * Tells a gallery that stands in a text as one block: caption after caption, each with its number
 * ("Hide Caption 3 of 12").
 */
final class Galleries {

  private static final List<String> MARKS =
      TextResources.lines(Galleries.class, "gallery-marks.en.txt");

  // one number may stand in a report: "Picture 3 of 12 was stolen"
  private static final int LEAST = 2;
  private static final int MOST_DIGITS = 3;
  private static final String OF = " of ";

  private Galleries() {}

  /** Whether a block of a text is a gallery. */
  static boolean is(String text, int start, int end) {
    int found = 0;
    for (int at = text.indexOf(OF, start); at >= 0 && at < end; at = text.indexOf(OF, at + 1)) {
      if (isNumber(text, start, at) && at + OF.length() < end && isDigit(text, at + OF.length())) {
        found++;
        if (found >= LEAST) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a number stands before an offset, and a mark before the number. */
  private static boolean isNumber(String text, int start, int end) {
    int first = end;
    while (first > start && isDigit(text, first - 1) && end - first < MOST_DIGITS) {
      first--;
    }
    if (first == end || first <= start || text.charAt(first - 1) != ' ') {
      return false;
    }
    for (String mark : MARKS) {
      int from = first - 1 - mark.length();
      if (from >= start && text.regionMatches(true, from, mark, 0, mark.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}

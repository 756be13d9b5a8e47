package dev.annals.text;

/** The place and agency that a report begins with. */
public final class Datelines {

  /** Longer than this is no place and agency. */
  private static final int LONGEST = 60;

  private Datelines() {}

  /**
   * What a sentence tells, without the dateline it may begin with: {@code PORT SELDEN (NNA) - The
   * ferry ran aground} gives {@code The ferry ran aground}. Only a place in capitals before a dash
   * that stands apart is one.
   */
  public static String without(String sentence) {
    int letters = 0;
    for (int i = 0; i < Math.min(LONGEST, sentence.length()); i++) {
      char c = sentence.charAt(i);
      boolean dash = c == '\u2014' || c == '\u2013' || c == '-';
      boolean apart =
          i > 0
              && i + 2 < sentence.length()
              && sentence.charAt(i - 1) == ' '
              && sentence.charAt(i + 1) == ' ';
      if (dash && apart && letters > 2) {
        return sentence.substring(i + 2).strip();
      }
      if (c == '(') {
        int end = sentence.indexOf(')', i);
        if (letters < 3 || end < 0 || end > LONGEST) {
          return sentence;
        }
        i = end;
      } else if (Character.isUpperCase(c)) {
        letters++;
      } else if (Character.isLetterOrDigit(c)) {
        return sentence;
      }
    }
    return sentence;
  }
}

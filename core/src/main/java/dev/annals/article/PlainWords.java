package dev.annals.article;

/** The words of a text without case and punctuation, as lines of a page are compared. */
final class PlainWords {

  private PlainWords() {}

  /** Of characters below 128: letters and digits small, 0 for what parts words, 1 for neither. */
  private static final char[] PLAIN = new char[128];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = Words.isAsciiWord(c) ? Words.small(c) : c == '\'' ? (char) 1 : 0;
    }
  }

  /** Letters and digits in lower case, one blank between words. */
  static String of(String text) {
    char[] plain = text.toCharArray();
    int length = 0;
    boolean blank = false;
    for (int i = 0; i < plain.length; i++) {
      char c = plain[i];
      char small =
          c < PLAIN.length
              ? PLAIN[c]
              : Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : c == '’' ? (char) 1 : 0;
      if (small > 1) {
        if (blank && length > 0) {
          plain[length++] = ' ';
        }
        blank = false;
        plain[length++] = small;
      } else {
        blank |= small == 0;
      }
    }
    return new String(plain, 0, length);
  }
}

package dev.annals.eval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and normal forms as the benchmarks' own scorer has them. */
final class ScoreText {

  private ScoreText() {}

  /** Runs of letters, digits and underscores; combining marks part words. */
  static List<String> tokens(@Nullable String text) {
    var words = new ArrayList<String>();
    if (text == null) {
      return words;
    }
    int start = -1;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isWord(c)) {
        start = start < 0 ? at : start;
      } else if (start >= 0) {
        words.add(text.substring(start, at));
        start = -1;
      }
      at += Character.charCount(c);
    }
    if (start >= 0) {
      words.add(text.substring(start));
    }
    return words;
  }

  /** Words of the normal form. */
  static List<String> words(@Nullable String text) {
    return tokens(norm(text));
  }

  static boolean isWord(int c) {
    if (c == '_' || Character.isLetterOrDigit(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
  }

  /** Compatibility form in lower case, plain quotation marks, single blanks. */
  static String norm(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String form = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(form.length());
    boolean blank = false;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (isSpace(c)) {
        blank = plain.length() > 0;
        continue;
      }
      if (blank) {
        plain.append(' ');
        blank = false;
      }
      if ("‘’‛′`".indexOf(c) >= 0) {
        plain.append('\'');
      } else if ("“”„″«»".indexOf(c) >= 0) {
        plain.append('"');
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }
}

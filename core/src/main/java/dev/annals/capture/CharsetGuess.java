package dev.annals.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Guesses the character set of bytes that name none: the one in which letters stand beside letters
 * as they do in words. Western European text gives Windows-1252.
 */
final class CharsetGuess {

  /** Bytes looked at. */
  private static final int LOOKED_AT = 16 << 10;

  /** In this order: the first of those that score alike is taken. */
  private static final List<Charset> CANDIDATES =
      List.of(
          Charset.forName("windows-1252"),
          Charset.forName("windows-1250"),
          Charset.forName("windows-1251"),
          Charset.forName("KOI8-R"),
          Charset.forName("windows-1253"),
          Charset.forName("Shift_JIS"),
          Charset.forName("EUC-JP"),
          Charset.forName("EUC-KR"),
          Charset.forName("GB18030"),
          Charset.forName("Big5"));

  private CharsetGuess() {}

  static Charset of(byte[] bytes) {
    if (brokenUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    byte[] start = beginning(bytes);
    Charset best = CANDIDATES.get(0);
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Charset candidate : CANDIDATES) {
      double score = score(start, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** From the first byte that is no ASCII, as far as is looked at. */
  private static byte[] beginning(byte[] bytes) {
    int from = 0;
    while (from < bytes.length && bytes[from] >= 0) {
      from++;
    }
    // a double byte begins here, so a word's start before it does no harm
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + LOOKED_AT));
  }

  /** Whether nearly all sequences are UTF-8: a few bytes were damaged on the way. */
  private static boolean brokenUtf8(byte[] bytes) {
    int whole = 0;
    int broken = 0;
    for (int i = 0; i < bytes.length; ) {
      int lead = bytes[i] & 0xff;
      int more =
          lead < 0x80
              ? 0
              : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
      int found = 0;
      while (found < more
          && i + 1 + found < bytes.length
          && (bytes[i + 1 + found] & 0xc0) == 0x80) {
        found++;
      }
      if (more > 0 && found == more) {
        whole++;
      } else if (more != 0) {
        broken++;
      }
      i += 1 + Math.max(0, found);
    }
    return whole >= 3 && whole > 2 * broken;
  }

  private static double score(byte[] bytes, Charset charset) {
    String text;
    try {
      var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
      // the last character may be cut in two
      var whole =
          ByteBuffer.wrap(
              bytes, 0, Math.max(0, bytes.length - (bytes.length == LOOKED_AT ? 4 : 0)));
      text = decoder.onUnmappableCharacter(CodingErrorAction.REPORT).decode(whole).toString();
    } catch (CharacterCodingException e) {
      text = "";
      if (charset.newEncoder().maxBytesPerChar() > 1) {
        return Double.NEGATIVE_INFINITY;
      }
      text = new String(bytes, charset);
    }
    double score = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        score += alone(c) + (i > 0 ? beside(text.charAt(i - 1), c) : 0);
      }
    }
    return score;
  }

  private static double alone(char c) {
    var block = Character.UnicodeBlock.of(c);
    if (block == Character.UnicodeBlock.HIRAGANA) {
      return 2.5;
    }
    if (block == Character.UnicodeBlock.KATAKANA
        || block == Character.UnicodeBlock.HANGUL_SYLLABLES) {
      return 2;
    }
    if (block == Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS) {
      return 1.5;
    }
    if (c == '\uFFFD' || Character.isISOControl(c) || c >= '\uE000' && c < '\uF900') {
      return -3;
    }
    if (c >= '\u2500' && c < '\u2600' || c >= '\uFF61' && c <= '\uFF9F') {
      return -2; // box drawing, half-width katakana
    }
    return 0;
  }

  /** How well a character goes with the one before it. */
  private static double beside(char before, char c) {
    boolean letter = Character.isLetter(c);
    if (!Character.isLetter(before)) {
      return 0;
    }
    if (!letter) {
      // quotation marks and dashes stand beside letters, "³" and "÷" do not
      return Character.getType(c) == Character.FINAL_QUOTE_PUNCTUATION
              || Character.getType(c) == Character.DASH_PUNCTUATION
              || c == '\u2026'
              || c == '\u00BB'
              || c == '\u00A0'
          ? 0
          : -2;
    }
    boolean cased = Character.isLowerCase(c) || Character.isUpperCase(c);
    if (!cased) {
      return 0; // kana, Hangul and ideographs stand beside anything
    }
    if (Character.UnicodeScript.of(before) != Character.UnicodeScript.of(c)) {
      return -2;
    }
    if (before >= 128 && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
      return -1; // accented letters side by side: rare in every Latin script
    }
    boolean rises = Character.isLowerCase(before) && Character.isUpperCase(c);
    return rises ? -2 : Character.isLowerCase(c) ? 1 : 0.2;
  }
}

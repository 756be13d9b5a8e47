package dev.annals.article;

import dev.annals.text.LanguageDetector;
import java.util.Locale;
import java.util.Set;

/** Tells blocks that are written in another language than the rest of their text. */
final class Scripts {

  /** Fewer letters than this tell a language only by their script. */
  private static final int ENOUGH = 60;

  /** Most that is looked at. */
  private static final int LOOKED_AT = 400;

  private static final Set<String> OTHER_SCRIPTS =
      Set.of(
          "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "ja", "ka", "km", "kn", "ko", "mk",
          "ml", "mr", "ne", "pa", "ru", "sr", "ta", "te", "th", "uk", "ur", "yi", "zh", "zh-cn",
          "zh-tw");

  private Scripts() {}

  /** Whether a block is in another language than {@code language}; false when it cannot be told. */
  static boolean foreign(String text, int start, int end, String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    if (tag.equals(LanguageDetector.UNKNOWN)) {
      return false;
    }
    int limit = Math.min(end, start + LOOKED_AT);
    int latin = 0;
    int other = 0;
    for (int i = start; i < limit; ) {
      char c = text.charAt(i);
      if (c < 0x80) {
        latin += isAsciiLetter(c) ? 1 : 0;
        i++;
        continue;
      }
      int code = text.codePointAt(i);
      if (Character.isLetter(code)) {
        boolean isLatin = Character.UnicodeScript.of(code) == Character.UnicodeScript.LATIN;
        latin += isLatin ? 1 : 0;
        other += isLatin ? 0 : 1;
      }
      i += Character.charCount(code);
    }
    if (latin + other < 3) {
      return false;
    }
    String base = tag.indexOf('-') > 0 ? tag.substring(0, tag.indexOf('-')) : tag;
    boolean wantsOther = OTHER_SCRIPTS.contains(base);
    int wrong = wantsOther ? latin : other;
    int right = wantsOther ? other : latin;
    if (!wantsOther && wrong > right) {
      return true;
    }
    if (wantsOther || !base.equals("en") || latin < ENOUGH) {
      return false;
    }
    // an English block of some length has function words; names and figures alone have none, but
    // then the statistics are not sure of another language either
    String words = text.substring(start, limit);
    if (!isProse(words) || LanguageDetector.looksEnglish(words)) {
      return false;
    }
    String detected = LanguageDetector.detect(words);
    return !detected.equals("en") && !detected.equals(LanguageDetector.UNKNOWN);
  }

  /** Ten words or more, most of them in small letters: no list of names, no line in capitals. */
  private static boolean isProse(String words) {
    int count = 0;
    int small = 0;
    boolean start = true;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (start && (c < 0x80 ? isAsciiLetter(c) : Character.isLetter(c))) {
        count++;
        small += (c < 0x80 ? c >= 'a' : Character.isLowerCase(c)) ? 1 : 0;
      }
      start = Words.isSpace(c);
    }
    return count >= 10 && small * 10 > count * 6;
  }

  private static boolean isAsciiLetter(char c) {
    int small = c | 0x20;
    return small >= 'a' && small <= 'z';
  }
}

package dev.annals.text;

import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the language of a text from its beginning. English is told by its function words, without
 * loading anything; the statistics of other languages are loaded when the first text asks for them.
 * Safe for use by several threads.
 */
public final class LanguageDetector {

  /** Tag for a language that cannot be told. */
  public static final String UNKNOWN = "und";

  /** Characters looked at: more do not make it surer. */
  private static final int ENOUGH = 250;

  /** Characters looked at when the beginning leaves it open, and the share that then suffices. */
  private static final int FAR = 4_000;

  private static final double SOME = 0.01;

  /** The share that suffices at the beginning, where no other language shows. */
  private static final double IN_HEADING = 0.04;

  /** The share of function words that is enough. */
  private static final double SURE = 0.25;

  /** The share of what looks English. */
  private static final double LOOKS = 0.08;

  /** Fewer letters than this are a guess for the statistics. */
  private static final int TOO_FEW = 20;

  private static final Set<String> ENGLISH =
      Set.copyOf(TextResources.lines(LanguageDetector.class, "function-words.en.txt"));

  /** The same by the hashes of their letters, which few other words have. */
  private static final boolean[] HASHES = new boolean[1 << 12];

  static {
    for (String word : ENGLISH) {
      HASHES[word.hashCode() & HASHES.length - 1] = true;
    }
  }

  private LanguageDetector() {}

  /** BCP 47 tag of the language that a text is written in, {@link #UNKNOWN} when unsure. */
  public static String detect(String text) {
    String start = beginning(text);
    boolean english = englishShare(start) >= SURE;
    if (letters(start) < TOO_FEW) {
      // "The gate failed today."
      return english && start.indexOf(' ') != start.lastIndexOf(' ') ? "en" : UNKNOWN;
    }
    if (english) {
      return "en";
    }
    var language = Statistics.DETECTOR.detect(start);
    if (language.isPresent()) {
      return language.get().toString();
    }
    // tables of results are names and figures, with an English word in their heading or further on
    return englishShare(start) >= IN_HEADING
            || englishShare(text.substring(0, Math.min(text.length(), FAR))) >= SOME
        ? "en"
        : UNKNOWN;
  }

  /** Whether a text has some words that English has so often; false also for names and figures. */
  public static boolean looksEnglish(String text) {
    return englishShare(text, LOOKS) >= LOOKS;
  }

  /** The first characters, cut at the end of a word. */
  private static String beginning(String text) {
    if (text.length() <= ENOUGH) {
      return text;
    }
    int end = ENOUGH;
    while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end == 0 ? ENOUGH : end);
  }

  /** Share of words that only English has so often: the, and, of, with. */
  private static double englishShare(String text) {
    return englishShare(text, 2);
  }

  /** The share, or one that is at least {@code enough} when the whole has no less than that. */
  private static double englishShare(String text, double enough) {
    int words = 0;
    int english = 0;
    int length = text.length();
    int at = 0;
    while (at < length) {
      if (!isLetter(text.charAt(at))) {
        at++;
        continue;
      }
      int from = at;
      int hash = 0;
      int all = 0;
      char c = text.charAt(at);
      do {
        hash = 31 * hash + (c | 0x20);
        all |= c;
        at++;
        c = at < length ? text.charAt(at) : ' ';
      } while (isLetter(c));
      words++;
      // letters beyond ASCII may have small forms within
      if (all >= 0x80 || HASHES[hash & HASHES.length - 1]) {
        english += ENGLISH.contains(text.substring(from, at).toLowerCase(Locale.ROOT)) ? 1 : 0;
        // were all the rest words of one letter
        if (english >= enough * (words + (length - at + 1) / 2)) {
          return enough;
        }
      }
    }
    return words == 0 ? 0 : (double) english / words;
  }

  private static boolean isLetter(char c) {
    int small = c | 0x20;
    return c < 0x80 ? small >= 'a' && small <= 'z' : Character.isLetter(c);
  }

  private static int letters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  /** Loaded with the first text that needs it. */
  private static final class Statistics {

    static final com.optimaize.langdetect.LanguageDetector DETECTOR = load();

    private static com.optimaize.langdetect.LanguageDetector load() {
      try {
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readAllBuiltIn())
            .seed(7) // it draws at random: the same text must give the same language
            .build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

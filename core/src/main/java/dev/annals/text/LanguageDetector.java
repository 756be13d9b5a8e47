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

  /** Fewer letters than this are a guess for the statistics. */
  private static final int TOO_FEW = 20;

  private static final Set<String> ENGLISH =
      Set.copyOf(TextResources.lines(LanguageDetector.class, "function-words.en.txt"));

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
    return englishShare(text) >= 0.08;
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
    int words = 0;
    int english = 0;
    int from = 0;
    while (from < text.length()) {
      if (!Character.isLetter(text.charAt(from))) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < text.length() && Character.isLetter(text.charAt(to))) {
        to++;
      }
      words++;
      english += ENGLISH.contains(text.substring(from, to).toLowerCase(Locale.ROOT)) ? 1 : 0;
      from = to;
    }
    return words == 0 ? 0 : (double) english / words;
  }

  private static int letters(String text) {
    return (int) text.chars().filter(Character::isLetter).count();
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

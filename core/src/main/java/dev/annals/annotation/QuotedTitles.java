package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.Set;

/**
 * Tells what a thing is called from what somebody said: titles of broadcasts and works ("on Norland
 * Radio's “Morning Hour”"), names that something is given ("known as the “long wall”").
 */
final class QuotedTitles {

  private static final Set<String> NAMING =
      Set.copyOf(TextResources.lines(QuotedTitles.class, "naming-words.en.txt"));

  /** "Her book, “The Long Wall”". */
  private static final Set<String> WORKS =
      Set.copyOf(TextResources.lines(QuotedTitles.class, "works.en.txt"));

  /** Words of the longest title that is looked at. */
  private static final int LONGEST = 8;

  /** The same where a word before it says that it is a title. */
  private static final int LONGEST_NAMED = 14;

  /** Above it a cue before the marks says that somebody speaks. */
  private static final double CUE = 0.3;

  private final QuoteScene scene;
  private final float[] cues;

  QuotedTitles(QuoteScene scene, float[] cues) {
    this.scene = scene;
    this.cues = cues;
  }

  /** Whether a quoted span is what something is called. */
  boolean holds(int s) {
    int first = scene.spanFirst[s];
    int before = scene.beforeSpan(s);
    if (before < 1
        || !scene.samePlace(before, first)
        || scene.tokens.sentence(before) != scene.tokens.sentence(first)
        || scene.spans.get(s).continues()
        || cues[before] > CUE
        || scene.spanOf[before] >= 0) {
      return false;
    }
    int named = before > 1 && scene.is(before, ',') ? before - 1 : before;
    if (isNamed(named)) {
      return words(s) <= LONGEST_NAMED;
    }
    return isTitle(s)
        && (follows(before) || named < before && WORKS.contains(scene.tokens.lower(named)));
  }

  /** "Dubbed the", "known as". */
  private boolean isNamed(int before) {
    int word = scene.part(before) == PartOfSpeech.DT ? before - 1 : before;
    String last = scene.tokens.lower(word);
    return NAMING.contains(last)
        || word > 0 && NAMING.contains(scene.tokens.lower(word - 1) + ' ' + last);
  }

  private int words(int s) {
    int words = 0;
    for (int t = scene.spanFirst[s]; t < scene.spanEnd[s]; t++) {
      words += Character.isLetterOrDigit(scene.tokens.first(t)) ? 1 : 0;
    }
    return words;
  }

  /** Two words or more, each with a capital but for the small ones inside. */
  private boolean isTitle(int s) {
    int words = 0;
    boolean small = false;
    for (int t = scene.spanFirst[s]; t < scene.spanEnd[s]; t++) {
      char c = scene.tokens.first(t);
      if (!Character.isLetterOrDigit(c)) {
        if (c != ',' && c != '.' || t + 1 < scene.spanEnd[s]) {
          return false;
        }
        continue;
      }
      words++;
      if (Character.isUpperCase(c)) {
        small = false;
        if (isShouted(t)) {
          return false;
        }
      } else {
        PartOfSpeech part = scene.part(t);
        small = true;
        if (words == 1
            || part != PartOfSpeech.DT
                && part != PartOfSpeech.IN
                && part != PartOfSpeech.CC
                && part != PartOfSpeech.TO) {
          return false;
        }
      }
    }
    return words >= 2 && words <= LONGEST && !small;
  }

  private boolean isShouted(int token) {
    String word = scene.tokens.word(token);
    return word.length() > 1 && Character.isUpperCase(word.charAt(1));
  }

  /** Whether a title may follow: behind an owner or a broadcaster, "on", "in" or "of". */
  private boolean follows(int before) {
    PartOfSpeech part = scene.part(before);
    if (part == PartOfSpeech.POS) {
      return true;
    }
    int p = scene.phraseOf[before];
    if (p >= 0) {
      return scene.phrases.get(p).kind() == NounPhrase.Kind.ORGANIZATION;
    }
    return part == PartOfSpeech.IN && !scene.cueNoun[before - 1] && cues[before - 1] <= CUE;
  }
}

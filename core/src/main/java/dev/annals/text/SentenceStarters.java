package dev.annals.text;

import java.util.Set;

/** Words that begin a sentence far more often than they go on after an abbreviation. */
final class SentenceStarters {

  private static final Set<String> WORDS =
      Set.copyOf(TextResources.lines(SentenceStarters.class, "sentence-starters.en.txt"));

  private SentenceStarters() {}

  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}

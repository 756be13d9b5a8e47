package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/**
 * A word in a sentence that is set in one way, as its first word or a later one, with all that the
 * taggers add up over what hangs on it alone. Safe for use by several threads.
 */
final class PlacedWord {

  /** Sums for the part of speech: of the word itself and of the word before it. */
  static final int SUMS_OF_PARTS = 2;

  final WordLook look;

  /** How the sentence is set, doubled, and 1 more for its first word. */
  final int set;

  /** What the class of the word was looked up in. */
  final WordClasses classes;

  /** Class of the word, or 0. */
  final int cluster;

  private final @Nullable WeightSum[] sums = new WeightSum[SUMS_OF_PARTS + NameFeatures.PLACES];

  PlacedWord(WordLook look, int set, WordClasses classes, int cluster) {
    this.look = look;
    this.set = set;
    this.classes = classes;
    this.cluster = cluster;
  }

  /** A sum that was kept, or null where none of these rows' was. */
  @Nullable WeightSum sum(int number, WeightRows rows) {
    WeightSum sum = sums[number];
    return sum != null && sum.rows == rows ? sum : null;
  }

  /** Keeps a sum; two threads that make it at once make the same one. */
  void keep(int number, WeightSum sum) {
    sums[number] = sum;
  }
}

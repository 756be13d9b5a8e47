package dev.annals.lineage;

import dev.annals.text.Span;
import java.util.Arrays;

/**
 * What is compared of a sentence: hashes of its runs of five words, and of its content words.
 *
 * @param span where it stands
 * @param shingles distinct hashes of five words in a row, sorted; empty for short sentences
 * @param words distinct hashes of content words, sorted
 * @param numbers distinct hashes of the numbers, sorted
 */
record SentencePrint(Span span, long[] shingles, int[] words, int[] numbers) {

  /** Share of a sentence's shingles found elsewhere from which it counts as copied. */
  private static final double COPIED = 0.6;

  /** Word overlap from which an uncopied sentence counts as a light paraphrase. */
  private static final double PARAPHRASED = 0.6;

  private static final int PARAPHRASE_WORDS = 6;

  private static final long[] NONE = {};

  /** Whether most of the shorter one stands in the other word for word. */
  boolean isCopyOf(SentencePrint other) {
    return Math.max(containment(other), other.containment(this)) >= COPIED;
  }

  /** Whether both say the same in nearly the same words. */
  boolean isLike(SentencePrint other) {
    return canOverlap(other, PARAPHRASED)
        && wordOverlap(other) >= PARAPHRASED
        && numbersAgree(other);
  }

  /**
   * Pairs of neighbouring content words in hash order: sentences that share most words share
   * several of them.
   */
  long[] wordPairs() {
    if (words.length < PARAPHRASE_WORDS) {
      return NONE;
    }
    long[] keys = new long[words.length - 1];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) words[i] << 32 ^ (words[i + 1] & 0xffffffffL);
    }
    return keys;
  }

  /** Share of this sentence's shingles that the other has too. */
  double containment(SentencePrint other) {
    if (shingles.length == 0) {
      return 0;
    }
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < shingles.length && j < other.shingles.length) {
      if (shingles[i] == other.shingles[j]) {
        shared++;
        i++;
        j++;
      } else if (shingles[i] < other.shingles[j]) {
        i++;
      } else {
        j++;
      }
    }
    return (double) shared / shingles.length;
  }

  /** Share of the content words that both have, of those that either has. */
  double wordOverlap(SentencePrint other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < other.words.length) {
      if (words[i] == other.words[j]) {
        shared++;
        i++;
        j++;
      } else if (words[i] < other.words[j]) {
        i++;
      } else {
        j++;
      }
    }
    int either = words.length + other.words.length - shared;
    return either == 0 ? 0 : (double) shared / either;
  }

  /** Whether two sentences are near enough in length to share so much. */
  boolean canOverlap(SentencePrint other, double share) {
    int fewer = Math.min(words.length, other.words.length);
    return fewer >= share * Math.max(words.length, other.words.length);
  }

  /** Whether one sentence's numbers are all in the other. */
  boolean numbersAgree(SentencePrint other) {
    var fewer = numbers.length <= other.numbers.length ? numbers : other.numbers;
    var more = fewer == numbers ? other.numbers : numbers;
    return Arrays.stream(fewer).allMatch(n -> Arrays.binarySearch(more, n) >= 0);
  }
}

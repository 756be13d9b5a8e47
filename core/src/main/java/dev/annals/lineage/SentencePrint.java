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

  /** Share of this sentence's shingles that the other has too. */
  double containment(SentencePrint other) {
    if (shingles.length == 0) {
      return 0;
    }
    int shared = 0;
    for (long shingle : shingles) {
      if (Arrays.binarySearch(other.shingles, shingle) >= 0) {
        shared++;
      }
    }
    return (double) shared / shingles.length;
  }

  /** Share of the content words that both have, of those that either has. */
  double wordOverlap(SentencePrint other) {
    int shared = 0;
    for (int word : words) {
      if (Arrays.binarySearch(other.words, word) >= 0) {
        shared++;
      }
    }
    int either = words.length + other.words.length - shared;
    return either == 0 ? 0 : (double) shared / either;
  }

  /** Whether one sentence's numbers are all in the other. */
  boolean numbersAgree(SentencePrint other) {
    var fewer = numbers.length <= other.numbers.length ? numbers : other.numbers;
    var more = fewer == numbers ? other.numbers : numbers;
    return Arrays.stream(fewer).allMatch(n -> Arrays.binarySearch(more, n) >= 0);
  }
}

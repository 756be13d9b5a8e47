package dev.annals.story;

import java.util.List;

/**
 * Words of one view of an article with how much each counts, before it is known how rare they are.
 *
 * @param words distinct, sorted
 * @param counts one for each word
 */
public record Terms(List<String> words, float[] counts) {

  /** No words. */
  public static final Terms NONE = new Terms(List.of(), new float[0]);

  /** Copies the words and checks that each has its count. */
  public Terms {
    words = List.copyOf(words);
    if (words.size() != counts.length) {
      throw new IllegalArgumentException(words.size() + " words, " + counts.length + " counts");
    }
  }
}

package dev.annals.story;

import java.util.Arrays;

/**
 * What an article is found by: its weightiest words, and bands of its signature, which agree when
 * text was copied.
 *
 * @param keys distinct
 * @param weights one for each key
 */
record ArticleKeys(int[] keys, float[] weights) {

  private static final int WORDS = 24;
  private static final int BAND = 4;

  /** An agreeing band counts like a rare name that both articles are full of. */
  private static final float BAND_WEIGHT = 0.3f;

  /** The weight of one of the keys. */
  float weight(int key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return weights[i];
      }
    }
    throw new IndexOutOfBoundsException("no such key: " + key);
  }

  static ArticleKeys of(Member member) {
    SparseVector body = member.body();
    SparseVector lead = member.lead();
    float[] sums = body.weights().clone();
    for (int i = 0; i < sums.length; i++) {
      int at = Arrays.binarySearch(lead.terms(), body.terms()[i]);
      if (at >= 0) {
        sums[i] += lead.weights()[at];
      }
    }
    float least = 0;
    if (sums.length > WORDS) {
      float[] sorted = sums.clone();
      Arrays.sort(sorted);
      least = sorted[sorted.length - WORDS];
    }
    int[] keys = new int[WORDS + MinHash.SLOTS / BAND];
    float[] weights = new float[keys.length];
    int n = 0;
    for (int i = 0; i < sums.length && n < WORDS; i++) {
      if (sums[i] >= least) {
        keys[n] = body.terms()[i];
        weights[n++] = sums[i];
      }
    }
    int[] signature = member.signature();
    for (int band = 0; band + BAND <= signature.length; band += BAND) {
      int hash = band + 1;
      boolean full = true;
      for (int i = band; i < band + BAND; i++) {
        full &= signature[i] != 0;
        hash = Hashing.mix(hash * 31 + signature[i]);
      }
      if (full) {
        keys[n] = Hashing.nonZero(hash);
        weights[n++] = BAND_WEIGHT;
      }
    }
    return new ArticleKeys(Arrays.copyOf(keys, n), Arrays.copyOf(weights, n));
  }
}

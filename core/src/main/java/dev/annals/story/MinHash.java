package dev.annals.story;

/** Signatures of texts: the share of equal slots estimates the share of equal word runs. */
final class MinHash {

  static final int SLOTS = 64;
  private static final int RUN = 4;

  private MinHash() {}

  /**
   * One slot keeps the smallest hash of the runs that fall to it (one-permutation hashing).
   *
   * @param hashes of the words, in order
   */
  static int[] signature(int[] hashes) {
    int[] least = new int[SLOTS];
    for (int i = 0; i + RUN <= hashes.length; i++) {
      long hash = 17;
      for (int k = i; k < i + RUN; k++) {
        hash = hash * 0x9E3779B97F4A7C15L + hashes[k];
      }
      hash = Hashing.mix(hash);
      int slot = (int) (hash & SLOTS - 1);
      int value = Hashing.nonZero((int) (hash >>> 32));
      if (least[slot] == 0 || Integer.compareUnsigned(value, least[slot]) < 0) {
        least[slot] = value;
      }
    }
    return least;
  }

  /** Share of slots that agree, out of those that either fills. */
  static double resemblance(int[] a, int[] b) {
    int same = 0;
    int filled = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] != 0 || b[i] != 0) {
        filled++;
        if (a[i] == b[i]) {
          same++;
        }
      }
    }
    // short texts fill few slots: one that agrees says little
    return filled < 8 ? 0 : (double) same / filled;
  }
}

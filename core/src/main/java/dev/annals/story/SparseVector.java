package dev.annals.story;

/**
 * Weights of a few out of very many terms.
 *
 * @param terms hashes of the terms, ascending
 * @param weights one for each term; the vector has length 1 unless it is empty
 */
public record SparseVector(int[] terms, float[] weights) {

  /** The vector of a view that an article does not have. */
  public static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

  /** Cosine of the angle between two vectors of length 1: 0 nothing in common, 1 the same. */
  double cosine(SparseVector other) {
    int[] a = terms;
    int[] b = other.terms;
    float sum = 0;
    int i = 0;
    int j = 0;
    // most terms differ: steps without branches are three times as fast as an if for each
    while (i < a.length && j < b.length) {
      int x = a[i];
      int y = b[j];
      if (x == y) {
        sum += weights[i] * other.weights[j];
      }
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    return Math.min(1, sum);
  }

  boolean isEmpty() {
    return terms.length == 0;
  }
}

package dev.annals.record;

import org.jspecify.annotations.Nullable;

/**
 * Terms of one sentence with weights whose squares add up to one. The weights follow the story: an
 * article that joins it changes them. Not safe for use by several threads.
 */
final class TermVector {

  private static final int ENOUGH_SHARED = 3;

  private final TermTable table;
  // in the order of their keys
  private final int[] terms;
  private final int[] keys;
  private float @Nullable [] weights;
  private int epoch;

  /**
   * A vector.
   *
   * @param terms distinct, in the order of their keys
   */
  TermVector(TermTable table, int[] terms) {
    this.table = table;
    this.terms = terms;
    this.keys = new int[terms.length];
    for (int i = 0; i < terms.length; i++) {
      keys[i] = table.key(terms[i]);
    }
  }

  /** The terms, in an order that depends on nothing else. */
  int[] terms() {
    return terms;
  }

  /** Their weights in the story as it stands. */
  float[] weights() {
    float[] made = weights;
    if (made == null || epoch != table.epoch()) {
      made = weigh(made == null ? new float[terms.length] : made);
      weights = made;
      epoch = table.epoch();
    }
    return made;
  }

  private float[] weigh(float[] into) {
    double squares = 0;
    for (int i = 0; i < into.length; i++) {
      double weight = table.weight(terms[i]);
      into[i] = (float) weight;
      squares += weight * weight;
    }
    float norm = squares > 0 ? (float) Math.sqrt(squares) : 1;
    for (int i = 0; i < into.length; i++) {
      into[i] /= norm;
    }
    return into;
  }

  /** Cosine, less where only a word or two are shared: short sentences share them by chance. */
  double dot(TermVector other) {
    float[] mine = weights();
    float[] theirs = other.weights();
    double sum = 0;
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < keys.length && j < other.keys.length) {
      if (keys[i] == other.keys[j]) {
        shared++;
        sum += mine[i++] * theirs[j++];
      } else if (keys[i] < other.keys[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared < ENOUGH_SHARED ? sum * (shared + 1) / (ENOUGH_SHARED + 1) : sum;
  }

  /** Puts the weights where a table has its terms, for many a {@link #dotSpread}. */
  void spread(float[] dense) {
    float[] mine = weights();
    for (int i = 0; i < terms.length; i++) {
      dense[terms[i]] = mine[i];
    }
  }

  /** Takes them away again. */
  void gather(float[] dense) {
    for (int term : terms) {
      dense[term] = 0;
    }
  }

  /** The same as {@link #dot(TermVector)} with the vector that was spread. */
  double dotSpread(float[] dense) {
    float[] mine = weights();
    double sum = 0;
    int shared = 0;
    for (int i = 0; i < terms.length; i++) {
      float theirs = dense[terms[i]];
      if (theirs != 0) {
        shared++;
        sum += mine[i] * theirs;
      }
    }
    return shared < ENOUGH_SHARED ? sum * (shared + 1) / (ENOUGH_SHARED + 1) : sum;
  }

  /** The table of its terms. */
  TermTable table() {
    return table;
  }

  double dot(double[] dense) {
    float[] mine = weights();
    double sum = 0;
    for (int i = 0; i < terms.length; i++) {
      sum += mine[i] * dense[terms[i]];
    }
    return sum;
  }
}

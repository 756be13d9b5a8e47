package dev.annals.lineage;

import java.util.Arrays;

/** Sentences of a later text, in order, each with the first of an earlier text that is the same. */
final class SentencePairs {

  static final SentencePairs NONE = new SentencePairs();

  private int[] pairs = {};
  private int size;

  /** Adds a pair; the sentences of the later text come in order. */
  void add(int mine, int theirs) {
    if (size > 0 && mine(size - 1) == mine) {
      pairs[2 * size - 1] = Math.min(pairs[2 * size - 1], theirs);
      return;
    }
    if (2 * size == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.max(4, 4 * size));
    }
    pairs[2 * size] = mine;
    pairs[2 * size + 1] = theirs;
    size++;
  }

  int size() {
    return size;
  }

  int mine(int i) {
    return pairs[2 * i];
  }

  int theirs(int i) {
    return pairs[2 * i + 1];
  }

  /** The same without a pair. */
  SentencePairs without(int mine, int theirs) {
    var rest = new SentencePairs();
    for (int i = 0; i < size; i++) {
      if (mine(i) != mine || theirs(i) != theirs) {
        rest.add(mine(i), theirs(i));
      }
    }
    return rest;
  }

  /** These, and of others those whose sentence is not in these. */
  SentencePairs or(SentencePairs others) {
    if (others.size == 0) {
      return this;
    }
    var both = new SentencePairs();
    int i = 0;
    int j = 0;
    while (i < size || j < others.size) {
      if (j == others.size || i < size && mine(i) <= others.mine(j)) {
        if (j < others.size && mine(i) == others.mine(j)) {
          j++;
        }
        both.add(mine(i), theirs(i));
        i++;
      } else {
        both.add(others.mine(j), others.theirs(j));
        j++;
      }
    }
    return both;
  }

  /** The pairs one after the other. */
  int[] toArray() {
    return Arrays.copyOf(pairs, 2 * size);
  }
}

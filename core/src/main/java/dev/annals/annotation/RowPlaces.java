package dev.annals.annotation;

import java.util.Arrays;

/** Where {@link WeightRows} found the rows of features. Not safe for several threads. */
final class RowPlaces {

  /** By feature: where its row begins in the first table, or -1. */
  int[] first = new int[64];

  /** The same for the second table. */
  int[] second = new int[64];

  /**
   * 1 where the first table has something in the feature's own slot, and 2 where the second has.
   */
  int[] taken = new int[64];

  /** The last longs of the rows that were looked at first. */
  long[] ends = new long[64];

  void reserve(int count) {
    if (count > first.length) {
      int size = Math.max(count, first.length * 2);
      first = Arrays.copyOf(first, size);
      second = Arrays.copyOf(second, size);
      taken = Arrays.copyOf(taken, size);
      ends = Arrays.copyOf(ends, size);
    }
  }
}

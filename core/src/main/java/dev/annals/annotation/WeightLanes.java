package dev.annals.annotation;

/**
 * Sums of weights while they are added up: eight labels to a pair of longs, those at even places in
 * one and those at odd places in the other, 16 bits each. Every feature counts 128 more than its
 * weight, so that no sum is negative. Not safe for several threads.
 */
final class WeightLanes {

  /** Features that can be added up in one go without leaving 16 bits. */
  static final int MOST = 256;

  /** Longs that hold one state, for {@link #save} and {@link #load}. */
  static final int SAVED = 6;

  private static final int BIAS = 128;

  int count;
  int countOfSecond;
  long even0;
  long odd0;
  long even1;
  long odd1;
  long even2;
  long odd2;
  long even3;
  long odd3;
  long even4;
  long odd4;

  void clear() {
    count = 0;
    countOfSecond = 0;
    even0 = 0;
    odd0 = 0;
    even1 = 0;
    odd1 = 0;
    even2 = 0;
    odd2 = 0;
    even3 = 0;
    odd3 = 0;
    even4 = 0;
    odd4 = 0;
  }

  void add(WeightSum sum) {
    count += sum.count;
    countOfSecond += sum.countOfSecond;
    even0 += sum.even0;
    odd0 += sum.odd0;
    even1 += sum.even1;
    odd1 += sum.odd1;
    even2 += sum.even2;
    odd2 += sum.odd2;
    even3 += sum.even3;
    odd3 += sum.odd3;
    even4 += sum.even4;
    odd4 += sum.odd4;
  }

  /** Puts what concerns the second table where it can be gone on from. */
  void saveSecond(long[] to, int at) {
    to[at] = countOfSecond;
    to[at + 1] = odd2;
    to[at + 2] = even3;
    to[at + 3] = odd3;
    to[at + 4] = even4;
    to[at + 5] = odd4;
  }

  /** Goes on from what was saved. */
  void loadSecond(long[] from, int at) {
    countOfSecond = (int) from[at];
    odd2 = from[at + 1];
    even3 = from[at + 2];
    odd3 = from[at + 3];
    even4 = from[at + 4];
    odd4 = from[at + 5];
  }

  /** Takes the sums of one table apart: the score of every label. */
  void unpack(int[] scores) {
    int bias = count * BIAS;
    unpack(even0, odd0, 0, bias, scores);
    unpack(even1, odd1, 8, bias, scores);
    unpack(even2, odd2, 16, bias, scores);
    unpack(even3, odd3, 24, bias, scores);
    unpack(even4, odd4, 32, bias, scores);
  }

  /** The scores of the first of two tables. */
  void unpackFirst(int[] scores) {
    int bias = count * BIAS;
    unpack(even0, odd0, 0, bias, scores);
    unpack(even1, odd1, 8, bias, scores);
    unpack(even2, 0, 16, bias, scores);
  }

  /** The scores of the second. */
  void unpackSecond(int[] scores) {
    int bias = countOfSecond * BIAS;
    unpack(even3, odd3, 0, bias, scores);
    unpack(even4, odd4, 8, bias, scores);
    unpack(odd2, 0, 16, bias, scores);
  }

  private static void unpack(long even, long odd, int first, int bias, int[] scores) {
    int end = Math.min(scores.length, first + Long.BYTES);
    long low = even;
    long high = odd;
    for (int label = first; label < end; label += 2) {
      scores[label] = (int) (low & 0xffff) - bias;
      if (label + 1 < end) {
        scores[label + 1] = (int) (high & 0xffff) - bias;
      }
      low >>>= Short.SIZE;
      high >>>= Short.SIZE;
    }
  }
}

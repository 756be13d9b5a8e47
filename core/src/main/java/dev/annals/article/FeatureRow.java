package dev.annals.article;

/** A row of numbers that is filled from left to right. */
final class FeatureRow {

  /** Logarithms of small whole numbers and one, which most columns are. */
  private static final double[] LOGS = new double[1024];

  static {
    for (int i = 0; i < LOGS.length; i++) {
      LOGS[i] = Math.log1p(i);
    }
  }

  final float[] values;
  private int at;

  FeatureRow(int size) {
    values = new float[size];
  }

  void add(double value) {
    values[at++] = (float) value;
  }

  void add(boolean value) {
    values[at++] = value ? 1 : 0;
  }

  /** Adds the lowest bits of a number, the lowest first. */
  void addBits(int bits, int count) {
    for (int left = bits & (1 << count) - 1; left != 0; left &= left - 1) {
      values[at + Integer.numberOfTrailingZeros(left)] = 1;
    }
    at += count;
  }

  /** Adds so many columns, of which one is set, or none for a negative place. */
  void addOne(int place, int count) {
    if (place >= 0) {
      values[at + place] = 1;
    }
    at += count;
  }

  /** Adds the logarithm of a value and one. */
  void addLog(double value) {
    add(log(value));
  }

  /** {@link Math#log1p}, which is costly, as exact as a column is for what is not close to 0. */
  static double log(double value) {
    int whole = (int) value;
    return whole == value && whole >= 0 && whole < LOGS.length ? LOGS[whole] : Math.log(1 + value);
  }

  boolean isFull() {
    return at == values.length;
  }
}

package dev.annals.article;

/** A row of numbers that is filled from left to right. */
final class FeatureRow {

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

  boolean isFull() {
    return at == values.length;
  }
}

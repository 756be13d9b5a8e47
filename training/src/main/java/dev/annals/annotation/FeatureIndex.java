package dev.annals.annotation;

import java.util.Arrays;

/** Numbers features as they come and counts them. */
final class FeatureIndex {

  private int[] keys = new int[1 << 16];
  private int[] numbers = new int[1 << 16];
  private int[] counts = new int[1 << 15];
  private int[] features = new int[1 << 15];
  private int size;

  /** The number of a feature, a new one when it is new. */
  int number(int feature) {
    int slot = slot(feature);
    if (numbers[slot] == 0) {
      if (size * 2 >= keys.length) {
        grow();
        slot = slot(feature);
      }
      if (size == counts.length) {
        counts = Arrays.copyOf(counts, size * 2);
        features = Arrays.copyOf(features, size * 2);
      }
      keys[slot] = feature;
      features[size] = feature;
      numbers[slot] = ++size;
    }
    int number = numbers[slot] - 1;
    counts[number]++;
    return number;
  }

  /** The number of a feature, or -1. */
  int find(int feature) {
    return numbers[slot(feature)] - 1;
  }

  int size() {
    return size;
  }

  int count(int number) {
    return counts[number];
  }

  int feature(int number) {
    return features[number];
  }

  private int slot(int feature) {
    int mask = keys.length - 1;
    int slot = FeatureHash.mix(feature) & mask;
    while (numbers[slot] != 0 && keys[slot] != feature) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new int[oldKeys.length * 2];
    numbers = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}

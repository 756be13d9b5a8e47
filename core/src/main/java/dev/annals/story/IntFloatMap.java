package dev.annals.story;

import java.util.Arrays;

/** Map from non-zero int to float with open addressing: a tenth of the memory of a HashMap. */
final class IntFloatMap {

  private int[] keys;
  private float[] values;
  private int size;

  IntFloatMap(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected * 2 - 1)) * 2;
    keys = new int[capacity];
    values = new float[capacity];
  }

  int size() {
    return size;
  }

  /** The value of a key, 0 when it has none. */
  float get(int key) {
    int slot = slot(keys, key);
    return keys[slot] == 0 ? 0 : values[slot];
  }

  void put(int key, float value) {
    int slot = slot(keys, key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  void add(int key, float value) {
    put(key, get(key) + value);
  }

  /** The keys in ascending order. */
  int[] sortedKeys() {
    int[] sorted = new int[size];
    int n = 0;
    for (int key : keys) {
      if (key != 0) {
        sorted[n++] = key;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private void grow() {
    int[] oldKeys = keys;
    float[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new float[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  private static int slot(int[] keys, int key) {
    int mask = keys.length - 1;
    int slot = Hashing.mix(key) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}

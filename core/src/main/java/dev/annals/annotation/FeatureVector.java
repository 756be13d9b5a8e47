package dev.annals.annotation;

import java.util.Arrays;

/**
 * Hashed binary features of one choice, collected and then scored. Not safe for several threads.
 */
final class FeatureVector {

  private int[] hashes = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  /** A feature that stands or does not. */
  void add(int template) {
    put(mix(template * 0x9E3779B9));
  }

  /** A feature with one value. */
  void add(int template, int a) {
    put(mix(template * 0x9E3779B9 + a * 0x85EBCA6B));
  }

  /** A feature with two values. */
  void add(int template, int a, int b) {
    put(mix(mix(template * 0x9E3779B9 + a * 0x85EBCA6B) + b * 0xC2B2AE35));
  }

  /** A feature with three values. */
  void add(int template, int a, int b, int c) {
    put(mix(mix(mix(template * 0x9E3779B9 + a * 0x85EBCA6B) + b * 0xC2B2AE35) + c * 0x27D4EB2F));
  }

  int size() {
    return size;
  }

  int get(int i) {
    return hashes[i];
  }

  int[] copy() {
    return Arrays.copyOf(hashes, size);
  }

  private void put(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  static int mix(int h) {
    int x = h;
    x ^= x >>> 16;
    x *= 0x7FEB352D;
    x ^= x >>> 15;
    x *= 0x846CA68B;
    x ^= x >>> 16;
    return x;
  }
}

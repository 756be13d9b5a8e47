package dev.annals.annotation;

/** Mixes what a feature is made of into one number. */
final class FeatureHash {

  private FeatureHash() {}

  static int of(int template, int value) {
    return mix(value ^ template * 0x9E3779B1);
  }

  static int of(int template, int first, int second) {
    return of(template, first * 31 + mix(second));
  }

  static int of(int template, int first, int second, int third) {
    return of(template, first * 31 + mix(second), third);
  }

  static int mix(int value) {
    int h = value;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}

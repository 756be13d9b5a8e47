package dev.annals.story;

/** Hashes that stay the same over versions of Java and of Annals: stored tables hold them. */
final class Hashing {

  private Hashing() {}

  /** FNV-1a over the UTF-16 code units, well mixed; never zero, so that zero can mean "none". */
  static int of(String word) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    return nonZero(mix(hash));
  }

  static int mix(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  static long mix(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ h >>> 33;
  }

  static int nonZero(int hash) {
    return hash == 0 ? 1 : hash;
  }
}

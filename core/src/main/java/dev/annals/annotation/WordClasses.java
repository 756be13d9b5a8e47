package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is known of a word by heart, found by the word's hash: small numbers such as the class of
 * words that stand in the same places. Immutable and safe for use by several threads.
 */
final class WordClasses {

  private final int[] hashes;
  private final short[] values;
  private final int[] buckets;
  private final int shift;

  /**
   * Words with their values.
   *
   * @param hashes sorted, without repetition
   * @param values one per hash, never zero
   */
  WordClasses(int[] hashes, short[] values) {
    this.hashes = hashes;
    this.values = values;
    int bits = 4;
    while (bits < 20 && 1 << bits < hashes.length) {
      bits++;
    }
    this.shift = 32 - bits;
    this.buckets = new int[(1 << bits) + 1];
    int bucket = 0;
    for (int i = 0; i < hashes.length; i++) {
      int own = hashes[i] + Integer.MIN_VALUE >>> shift;
      while (bucket <= own) {
        buckets[bucket++] = i;
      }
    }
    Arrays.fill(buckets, bucket, buckets.length, hashes.length);
  }

  /** The value of a word, or 0 for one that is not known. */
  int of(int hash) {
    int bucket = hash + Integer.MIN_VALUE >>> shift;
    for (int i = buckets[bucket]; i < buckets[bucket + 1]; i++) {
      if (hashes[i] == hash) {
        return values[i];
      }
    }
    return 0;
  }

  int size() {
    return hashes.length;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(hashes.length);
    for (int hash : hashes) {
      out.writeInt(hash);
    }
    for (short value : values) {
      out.writeShort(value);
    }
  }

  static WordClasses read(DataInputStream in) throws IOException {
    int size = in.readInt();
    var bytes = java.nio.ByteBuffer.wrap(in.readNBytes(size * 6));
    int[] hashes = new int[size];
    short[] values = new short[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = bytes.getInt();
    }
    for (int i = 0; i < size; i++) {
      values[i] = bytes.getShort();
    }
    return new WordClasses(hashes, values);
  }
}

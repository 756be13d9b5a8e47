package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Weights of hashed features, one row of small numbers per feature with one column per label. A row
 * carries a part of the feature's hash, so that a feature never seen in training finds nothing
 * instead of another one's weights. Immutable once filled and safe for use by several threads.
 */
final class WeightTable {

  /** Bytes of a row before the weights: the part of the hash that tells features apart. */
  private static final int CHECK = 2;

  private final int labels;
  private final int stride;
  private final int mask;
  private final byte[] rows;
  private int count;

  /**
   * An empty table.
   *
   * @param features how many features it has to hold
   */
  WeightTable(int labels, int features) {
    this.labels = labels;
    this.stride = labels + CHECK;
    int size = 1024;
    while (size < features * 1.5) {
      size *= 2;
    }
    this.mask = size - 1;
    this.rows = new byte[size * stride];
  }

  int labels() {
    return labels;
  }

  /** Adds the weights of a feature to the scores of the labels. */
  void add(int feature, int[] scores) {
    int check = check(feature);
    int slot = feature & mask;
    while (true) {
      int at = slot * stride;
      int found = (rows[at] & 0xff) << 8 | rows[at + 1] & 0xff;
      if (found == 0) {
        return;
      }
      if (found == check) {
        at += CHECK;
        for (int label = 0; label < labels; label++) {
          scores[label] += rows[at + label];
        }
        return;
      }
      slot = slot + 1 & mask;
    }
  }

  /**
   * Adds the weights of several features. Looks at the place of each before it adds any: the table
   * is larger than a cache, and so the waits for memory overlap.
   *
   * @param heads room for as many numbers as there are features
   */
  void add(int[] features, int count, int[] heads, int[] scores) {
    for (int k = 0; k < count; k++) {
      int at = (features[k] & mask) * stride;
      heads[k] = (rows[at] & 0xff) << 8 | rows[at + 1] & 0xff;
    }
    for (int k = 0; k < count; k++) {
      if (heads[k] != 0) {
        add(features[k], scores);
      }
    }
  }

  /** Puts a feature in; a second one with the same place and check is left out. */
  void put(int feature, byte[] weights) {
    int check = check(feature);
    int slot = feature & mask;
    while (true) {
      int at = slot * stride;
      int found = (rows[at] & 0xff) << 8 | rows[at + 1] & 0xff;
      if (found == check) {
        return;
      }
      if (found == 0) {
        rows[at] = (byte) (check >>> 8);
        rows[at + 1] = (byte) check;
        System.arraycopy(weights, 0, rows, at + CHECK, labels);
        count++;
        return;
      }
      slot = slot + 1 & mask;
    }
  }

  /** Number of features. */
  int size() {
    return count;
  }

  private static int check(int feature) {
    int check = FeatureHash.mix(feature ^ 0x5bd1e995) >>> 16;
    return check == 0 ? 1 : check;
  }

  /** Column by column, which packs better than row by row. */
  void write(DataOutputStream out) throws IOException {
    out.writeByte(labels);
    out.writeInt(mask + 1);
    out.writeInt(count);
    byte[] column = new byte[mask + 1];
    for (int i = 0; i < CHECK; i++) {
      column(i, column);
      out.write(column);
    }
    byte[] dense = new byte[count];
    for (int i = CHECK; i < stride; i++) {
      column(i, column);
      int next = 0;
      for (int slot = 0; slot <= mask; slot++) {
        if (taken(slot)) {
          dense[next++] = column[slot];
        }
      }
      out.write(dense);
    }
  }

  static WeightTable read(DataInputStream in) throws IOException {
    int labels = in.readUnsignedByte();
    int size = in.readInt();
    int count = in.readInt();
    var table = new WeightTable(labels, (int) (size / 1.5));
    if (table.mask + 1 != size) {
      throw new IOException("no such table size: " + size);
    }
    byte[] column = new byte[size];
    for (int i = 0; i < CHECK; i++) {
      in.readFully(column);
      for (int slot = 0; slot < size; slot++) {
        table.rows[slot * table.stride + i] = column[slot];
      }
    }
    int[] places = new int[count];
    for (int slot = 0; slot < size; slot++) {
      if (table.taken(slot)) {
        places[table.count++] = slot * table.stride;
      }
    }
    for (int i = CHECK; i < table.stride; i++) {
      in.readFully(column, 0, count);
      for (int next = 0; next < count; next++) {
        table.rows[places[next] + i] = column[next];
      }
    }
    return table;
  }

  private boolean taken(int slot) {
    return rows[slot * stride] != 0 || rows[slot * stride + 1] != 0;
  }

  private void column(int number, byte[] into) {
    for (int slot = 0; slot <= mask; slot++) {
      into[slot] = rows[slot * stride + number];
    }
  }
}

package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Weights of hashed features, one row of small numbers per feature with one column per label. Each
 * feature has a slot that keeps a part of its hash, so that a feature never seen in training finds
 * nothing instead of another one's weights. What training makes and a model file holds; {@link
 * WeightRows} is what is asked. Immutable and safe for use by several threads.
 */
final class WeightTable {

  private final int labels;

  /** By slot: a part of the hash of its feature, or 0. */
  private final short[] checks;

  /** The rows of the slots that are taken, in the order of these. */
  private final byte[] rows;

  private WeightTable(int labels, short[] checks) {
    this.labels = labels;
    this.checks = checks;
    int taken = 0;
    for (short check : checks) {
      taken += check != 0 ? 1 : 0;
    }
    this.rows = new byte[taken * labels];
  }

  /** A table that is being filled. */
  static final class Builder {
    private final int labels;
    private final short[] checks;
    private final byte[] @Nullable [] weights;

    /**
     * An empty table.
     *
     * @param features how many features it has to hold
     */
    Builder(int labels, int features) {
      int size = 1024;
      while (size < features * 1.5) {
        size *= 2;
      }
      this.labels = labels;
      this.checks = new short[size];
      this.weights = new byte[size][];
    }

    /** Puts a feature in; a second one with the same place and check is left out. */
    void put(int feature, byte[] row) {
      short check = check(feature);
      int slot = feature & checks.length - 1;
      while (checks[slot] != 0) {
        if (checks[slot] == check) {
          return;
        }
        slot = slot + 1 & checks.length - 1;
      }
      checks[slot] = check;
      weights[slot] = row.clone();
    }

    WeightTable build() {
      var table = new WeightTable(labels, checks);
      int next = 0;
      for (byte[] row : weights) {
        if (row != null) {
          System.arraycopy(row, 0, table.rows, next, labels);
          next += labels;
        }
      }
      return table;
    }
  }

  int labels() {
    return labels;
  }

  /** Number of features. */
  int size() {
    return rows.length / labels;
  }

  /**
   * Number of slots, a power of two; a feature's is at its lowest bits or the next that is free.
   */
  int slots() {
    return checks.length;
  }

  /** What tells the feature in a slot from others, 0 where there is none. */
  short checkAt(int slot) {
    return checks[slot];
  }

  /** Weight of a label in the row of a number, counted over the slots that are taken. */
  byte weight(int number, int label) {
    return rows[number * labels + label];
  }

  /** What tells a feature from others in the same slot, never 0. */
  static short check(int feature) {
    int check = FeatureHash.mix(feature ^ 0x5bd1e995) >>> 16;
    return check == 0 ? 1 : (short) check;
  }

  /** Column by column, which packs better than row by row. */
  void write(DataOutputStream out) throws IOException {
    out.writeByte(labels);
    out.writeInt(checks.length);
    out.writeInt(size());
    byte[] column = new byte[checks.length];
    for (int shift = Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      for (int slot = 0; slot < checks.length; slot++) {
        column[slot] = (byte) (checks[slot] >>> shift);
      }
      out.write(column);
    }
    for (int label = 0; label < labels; label++) {
      for (int number = 0; number < size(); number++) {
        column[number] = weight(number, label);
      }
      out.write(column, 0, size());
    }
  }

  static WeightTable read(DataInputStream in) throws IOException {
    int labels = in.readUnsignedByte();
    int size = in.readInt();
    int count = in.readInt();
    if (Integer.bitCount(size) != 1 || size < Long.SIZE) {
      throw new IOException("no such table size: " + size);
    }
    byte[] column = new byte[size];
    short[] checks = new short[size];
    for (int shift = Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      in.readFully(column);
      for (int slot = 0; slot < size; slot++) {
        checks[slot] |= (short) ((column[slot] & 0xff) << shift);
      }
    }
    var table = new WeightTable(labels, checks);
    if (table.size() != count) {
      throw new IOException(count + " features in " + table.size() + " places");
    }
    for (int label = 0; label < labels; label++) {
      in.readFully(column, 0, count);
      for (int number = 0; number < count; number++) {
        table.rows[number * labels + label] = column[number];
      }
    }
    return table;
  }
}

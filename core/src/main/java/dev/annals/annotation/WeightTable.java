package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Weights of hashed features, one row of small numbers per feature with one column per label. Each
 * feature has a slot that keeps a part of its hash, so that a feature never seen in training finds
 * nothing instead of another one's weights. Immutable and safe for use by several threads.
 *
 * <p>It is asked for hundreds of features a token and larger than the caches, so that its size is
 * its speed: slots are two bytes, and rows follow each other without gaps. A row is a few longs
 * with a byte per label, 128 more than the weight. So eight labels are added at once: the bytes at
 * even and at odd places of a long become four numbers of 16 bits each, and no sum of {@value
 * #MOST} features leaves its 16 bits.
 */
final class WeightTable {

  /** Features that can be summed in one go. */
  static final int MOST = 256;

  private static final int BIAS = 128;
  private static final long EVEN = 0x00ff00ff00ff00ffL;

  private final int labels;
  private final int stride;
  private final int mask;

  /** By slot: a part of the hash of its feature, or 0. */
  private final short[] checks;

  /** A bit per slot that is taken, and for every 64 of them how many are taken before. */
  private final long[] taken;

  private final int[] before;
  private final long[] rows;
  private final int count;

  private WeightTable(int labels, short[] checks) {
    this.labels = labels;
    this.stride = (labels + Long.BYTES - 1) / Long.BYTES;
    this.mask = checks.length - 1;
    this.checks = checks;
    this.taken = new long[checks.length / Long.SIZE];
    this.before = new int[taken.length];
    int seen = 0;
    for (int slot = 0; slot < checks.length; slot++) {
      if (slot % Long.SIZE == 0) {
        before[slot / Long.SIZE] = seen;
      }
      if (checks[slot] != 0) {
        taken[slot / Long.SIZE] |= 1L << slot;
        seen++;
      }
    }
    this.count = seen;
    this.rows = new long[seen * stride];
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
          for (int label = 0; label < labels; label++) {
            table.set(next, label, row[label]);
          }
          next++;
        }
      }
      return table;
    }
  }

  int labels() {
    return labels;
  }

  /**
   * Adds the weights of several features to the scores of the labels.
   *
   * @param count at most {@link #MOST}
   * @param places room for as many numbers as there are features
   * @param sums what was added up before
   * @param summed how many of them count
   */
  void add(int[] features, int count, int[] places, WeightSum[] sums, int summed, int[] scores) {
    int found = find(features, count, places);
    int all = found;
    for (int k = 0; k < summed; k++) {
      all += sums[k].count();
    }
    for (int word = 0; word < stride; word++) {
      long even = 0;
      long odd = 0;
      for (int k = 0; k < summed; k++) {
        long[] lanes = sums[k].lanes();
        even += lanes[2 * word];
        odd += lanes[2 * word + 1];
      }
      for (int k = 0; k < found; k++) {
        long row = rows[places[k] + word];
        even += row & EVEN;
        odd += row >>> Byte.SIZE & EVEN;
      }
      unpack(word, even, odd, all * BIAS, scores);
    }
  }

  /** Takes the sums of eight labels apart. */
  private void unpack(int word, long even, long odd, int bias, int[] scores) {
    int label = word * Long.BYTES;
    int end = Math.min(labels, label + Long.BYTES);
    long low = even;
    long high = odd;
    while (label + 1 < end) {
      scores[label] += (int) (low & 0xffff) - bias;
      scores[label + 1] += (int) (high & 0xffff) - bias;
      low >>>= Short.SIZE;
      high >>>= Short.SIZE;
      label += 2;
    }
    if (label < end) {
      scores[label] += (int) (low & 0xffff) - bias;
    }
  }

  /**
   * Adds the weights of several features up.
   *
   * @param places room for as many numbers as there are features
   */
  WeightSum sum(int[] features, int count, int[] places) {
    int found = find(features, count, places);
    long[] lanes = new long[2 * stride];
    for (int k = 0; k < found; k++) {
      for (int word = 0; word < stride; word++) {
        long row = rows[places[k] + word];
        lanes[2 * word] += row & EVEN;
        lanes[2 * word + 1] += row >>> Byte.SIZE & EVEN;
      }
    }
    return new WeightSum(this, lanes, found);
  }

  /**
   * Where the rows of those features begin that have one. Looks at the slot of each before it
   * follows any, so that the waits for memory overlap.
   */
  private int find(int[] features, int count, int[] places) {
    for (int k = 0; k < count; k++) {
      places[k] = checks[features[k] & mask];
    }
    int found = 0;
    for (int k = 0; k < count; k++) {
      int check = places[k];
      if (check != 0) {
        int slot = slot(features[k], check);
        if (slot >= 0) {
          places[found++] = row(slot);
        }
      }
    }
    return found;
  }

  /**
   * The slot of a feature, or -1.
   *
   * @param first the check in the slot where it would be at best
   */
  private int slot(int feature, int first) {
    int check = check(feature);
    int slot = feature & mask;
    int found = first;
    while (found != 0) {
      if (found == check) {
        return slot;
      }
      slot = slot + 1 & mask;
      found = checks[slot];
    }
    return -1;
  }

  /** Where the row of a slot that is taken begins. */
  private int row(int slot) {
    int word = slot / Long.SIZE;
    return (before[word] + Long.bitCount(taken[word] & (1L << slot) - 1)) * stride;
  }

  /** Sets a weight that is not set. */
  private void set(int number, int label, byte weight) {
    rows[number * stride + label / Long.BYTES] |= (weight + BIAS & 0xffL) << shift(label);
  }

  private byte get(int number, int label) {
    return (byte) ((rows[number * stride + label / Long.BYTES] >>> shift(label)) - BIAS);
  }

  private static int shift(int label) {
    return label % Long.BYTES * Byte.SIZE;
  }

  /** Number of features. */
  int size() {
    return count;
  }

  private static short check(int feature) {
    int check = FeatureHash.mix(feature ^ 0x5bd1e995) >>> 16;
    return check == 0 ? 1 : (short) check;
  }

  /** Column by column, which packs better than row by row. */
  void write(DataOutputStream out) throws IOException {
    out.writeByte(labels);
    out.writeInt(mask + 1);
    out.writeInt(count);
    byte[] column = new byte[mask + 1];
    for (int shift = Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      for (int slot = 0; slot <= mask; slot++) {
        column[slot] = (byte) (checks[slot] >>> shift);
      }
      out.write(column);
    }
    for (int label = 0; label < labels; label++) {
      for (int number = 0; number < count; number++) {
        column[number] = get(number, label);
      }
      out.write(column, 0, count);
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
    if (table.count != count) {
      throw new IOException(count + " features in " + table.count + " places");
    }
    for (int label = 0; label < labels; label++) {
      in.readFully(column, 0, count);
      for (int number = 0; number < count; number++) {
        table.set(number, label, column[number]);
      }
    }
    return table;
  }
}

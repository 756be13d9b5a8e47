package dev.annals.article;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Gradient-boosted decision trees with logistic loss (Friedman 2001): the probability that a row
 * belongs to the class. Immutable and safe for use by several threads.
 */
final class BoostedTrees {

  /** Column asked at each node, -1 at a leaf; nodes of all trees one after the other. */
  private final short[] columns;

  private final float[] thresholds;

  /** Where to go when the value is greater than the threshold; the next node otherwise. */
  private final short[] rights;

  private final int[] roots;
  private final float base;

  BoostedTrees(short[] columns, float[] thresholds, short[] rights, int[] roots, float base) {
    this.columns = columns;
    this.thresholds = thresholds;
    this.rights = rights;
    this.roots = roots;
    this.base = base;
  }

  /** The probability from 0 to 1. */
  double probability(float[] row) {
    double sum = base;
    for (int root : roots) {
      int node = root;
      while (columns[node] >= 0) {
        node = row[columns[node]] > thresholds[node] ? root + rights[node] : node + 1;
      }
      sum += thresholds[node];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  static BoostedTrees read(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    float base = data.readFloat();
    int[] roots = new int[data.readInt()];
    int nodes = data.readInt();
    for (int i = 0; i < roots.length; i++) {
      roots[i] = data.readInt();
    }
    short[] columns = new short[nodes];
    float[] thresholds = new float[nodes];
    short[] rights = new short[nodes];
    for (int i = 0; i < nodes; i++) {
      columns[i] = data.readShort();
      thresholds[i] = data.readFloat();
      rights[i] = data.readShort();
    }
    return new BoostedTrees(columns, thresholds, rights, roots, base);
  }

  void write(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeFloat(base);
    data.writeInt(roots.length);
    data.writeInt(columns.length);
    for (int root : roots) {
      data.writeInt(root);
    }
    for (int i = 0; i < columns.length; i++) {
      data.writeShort(columns[i]);
      data.writeFloat(thresholds[i]);
      data.writeShort(rights[i]);
    }
    data.flush();
  }
}

package dev.annals.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns {@link BoostedTrees} from weighted rows: histograms of 48 bins, depth-first growth,
 * shrinkage, row and column sampling.
 */
final class TreeBooster {

  private static final int BINS = 48;

  /** Two sums for each bin of a column. */
  private static final int STRIDE = 2 * (BINS + 2);

  private final int bags;
  private final int trees;
  private final int depth;
  private final double rate;
  private final double leafWeight;
  private final double lambda;
  private final Random random;

  /**
   * @param bags how many times it is learnt from other samples; what all say is averaged
   */
  TreeBooster(int bags, int trees, int depth, double rate, double leafWeight, long seed) {
    this.bags = bags;
    this.trees = trees;
    this.depth = depth;
    this.rate = rate;
    this.leafWeight = leafWeight;
    this.lambda = 1.0;
    this.random = new Random(seed);
  }

  private float[][] edges = new float[0][];
  private byte[][] binned = new byte[0][];
  private int[] order = new int[0];
  private int[] spare = new int[0];
  private int[] used = new int[0];
  private double[] gradients = new double[0];
  private double[] hessians = new double[0];

  private final List<Short> columns = new ArrayList<>();
  private final List<Float> thresholds = new ArrayList<>();
  private final List<Short> rights = new ArrayList<>();

  BoostedTrees train(List<float[]> rows, double[] labels, double[] weights) {
    int size = rows.size();
    int width = rows.get(0).length;
    bin(rows, width);
    double positive = 0;
    double all = 0;
    for (int i = 0; i < size; i++) {
      positive += labels[i] * weights[i];
      all += weights[i];
    }
    float base = (float) Math.log(positive / (all - positive));
    var roots = new int[bags * trees];
    for (int bag = 0; bag < bags; bag++) {
      boost(rows, labels, weights, base, roots, bag * trees);
    }
    for (int node = 0; node < thresholds.size(); node++) {
      if (columns.get(node) < 0) {
        thresholds.set(node, thresholds.get(node) / bags);
      }
    }
    return model(roots, base);
  }

  private void boost(
      List<float[]> rows, double[] labels, double[] weights, float base, int[] roots, int first) {
    int size = rows.size();
    double[] scores = new double[size];
    Arrays.fill(scores, base);
    gradients = new double[size];
    hessians = new double[size];
    for (int tree = first; tree < first + trees; tree++) {
      for (int i = 0; i < size; i++) {
        double p = 1 / (1 + Math.exp(-scores[i]));
        gradients[i] = weights[i] * (p - labels[i]);
        hessians[i] = weights[i] * Math.max(1e-6, p * (1 - p));
      }
      order = sample(size, 0.6);
      used = sample(rows.get(0).length, 0.35);
      spare = new int[order.length];
      roots[tree] = columns.size();
      grow(0, order.length, 0, sums(0, order.length), roots[tree]);
      for (int i = 0; i < size; i++) {
        scores[i] += leaf(rows.get(i), roots[tree]);
      }
    }
  }

  private int[] sample(int size, double share) {
    int[] sample = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (random.nextDouble() < share) {
        sample[count++] = i;
      }
    }
    return Arrays.copyOf(sample, count);
  }

  private double leaf(float[] row, int root) {
    int node = root;
    while (columns.get(node) >= 0) {
      node = row[columns.get(node)] > thresholds.get(node) ? root + rights.get(node) : node + 1;
    }
    return thresholds.get(node);
  }

  private void bin(List<float[]> rows, int width) {
    edges = new float[width][];
    binned = new byte[rows.size()][width];
    for (int c = 0; c < width; c++) {
      float[] values = new float[rows.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = rows.get(i)[c];
      }
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      var cuts = new ArrayList<Float>();
      for (int b = 1; b < BINS; b++) {
        float value = sorted[(int) ((long) b * sorted.length / BINS)];
        if (cuts.isEmpty() || value > cuts.get(cuts.size() - 1)) {
          cuts.add(value);
        }
      }
      // the lowest value must be a cut too, or rare columns are never split
      if (cuts.isEmpty() || sorted[0] < cuts.get(0)) {
        cuts.add(0, sorted[0]);
      }
      edges[c] = new float[cuts.size()];
      for (int k = 0; k < cuts.size(); k++) {
        edges[c][k] = cuts.get(k);
      }
      for (int i = 0; i < values.length; i++) {
        binned[i][c] = (byte) bin(edges[c], values[i]);
      }
    }
  }

  /** Number of edges that the value is greater than. */
  private static int bin(float[] edges, float value) {
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value > edges[middle]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Adds the node of the rows from one place to another of the order, and all below it.
   *
   * @param sums what {@link #sums} gives for these rows
   */
  private void grow(int from, int to, int level, double[] sums, int root) {
    double g = 0;
    double h = 0;
    for (int i = from; i < to; i++) {
      g += gradients[order[i]];
      h += hessians[order[i]];
    }
    int bestColumn = -1;
    int bestBin = 0;
    double bestGain = 1e-3;
    if (level < depth && to - from > 4) {
      double parent = g * g / (h + lambda);
      for (int k = 0; k < used.length; k++) {
        int c = used[k];
        int at = k * STRIDE;
        double gl = 0;
        double hl = 0;
        for (int b = 0; b < edges[c].length; b++) {
          gl += sums[at++];
          hl += sums[at++];
          double gr = g - gl;
          double hr = h - hl;
          if (hl < leafWeight || hr < leafWeight) {
            continue;
          }
          double gain = gl * gl / (hl + lambda) + gr * gr / (hr + lambda) - parent;
          if (gain > bestGain) {
            bestGain = gain;
            bestColumn = c;
            bestBin = b;
          }
        }
      }
    }
    int node = columns.size();
    if (bestColumn < 0) {
      columns.add((short) -1);
      thresholds.add((float) (-rate * g / (h + lambda)));
      rights.add((short) 0);
      return;
    }
    columns.add((short) bestColumn);
    thresholds.add(edges[bestColumn][bestBin]);
    rights.add((short) 0);
    int middle = part(from, to, bestColumn, bestBin);
    double[] left = sums;
    double[] right = sums;
    if (level + 1 < depth) {
      // what is left of the parent's sums are those of the other side
      boolean smaller = middle - from < to - middle;
      double[] counted = smaller ? sums(from, middle) : sums(middle, to);
      double[] rest = sums.clone();
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= counted[i];
      }
      left = smaller ? counted : rest;
      right = smaller ? rest : counted;
    }
    grow(from, middle, level + 1, left, root);
    rights.set(node, (short) (columns.size() - root));
    grow(middle, to, level + 1, right, root);
  }

  /** Sums of gradients and hessians of the rows, by used column and bin. */
  private double[] sums(int from, int to) {
    double[] sums = new double[used.length * STRIDE];
    for (int i = from; i < to; i++) {
      int row = order[i];
      byte[] bins = binned[row];
      double g = gradients[row];
      double h = hessians[row];
      for (int k = 0; k < used.length; k++) {
        int at = k * STRIDE + 2 * bins[used[k]];
        sums[at] += g;
        sums[at + 1] += h;
      }
    }
    return sums;
  }

  /** Moves the rows whose value is at most the edge to the front, keeping their order. */
  private int part(int from, int to, int column, int bin) {
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int row = order[i];
      if (binned[row][column] <= bin) {
        order[left++] = row;
      } else {
        spare[right++] = row;
      }
    }
    System.arraycopy(spare, 0, order, left, right);
    return left;
  }

  private BoostedTrees model(int[] roots, float base) {
    short[] c = new short[columns.size()];
    float[] t = new float[c.length];
    short[] r = new short[c.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = columns.get(i);
      t[i] = thresholds.get(i);
      r[i] = rights.get(i);
    }
    return new BoostedTrees(c, t, r, roots, base);
  }
}

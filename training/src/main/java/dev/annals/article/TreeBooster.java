package dev.annals.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns {@link BoostedTrees} from weighted rows: histograms of 64 bins, depth-first growth,
 * shrinkage, row and column sampling.
 */
final class TreeBooster {

  private static final int BINS = 64;

  private final int trees;
  private final int depth;
  private final double rate;
  private final double leafWeight;
  private final double lambda;
  private final Random random;

  TreeBooster(int trees, int depth, double rate, double leafWeight, long seed) {
    this.trees = trees;
    this.depth = depth;
    this.rate = rate;
    this.leafWeight = leafWeight;
    this.lambda = 1.0;
    this.random = new Random(seed);
  }

  private float[][] edges = new float[0][];
  private byte[][] binned = new byte[0][];
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
    double[] scores = new double[size];
    Arrays.fill(scores, base);
    gradients = new double[size];
    hessians = new double[size];
    var roots = new int[trees];
    for (int tree = 0; tree < trees; tree++) {
      for (int i = 0; i < size; i++) {
        double p = 1 / (1 + Math.exp(-scores[i]));
        gradients[i] = weights[i] * (p - labels[i]);
        hessians[i] = weights[i] * Math.max(1e-6, p * (1 - p));
      }
      int[] sample = sample(size);
      boolean[] use = new boolean[width];
      for (int c = 0; c < width; c++) {
        use[c] = random.nextDouble() < 0.5;
      }
      roots[tree] = columns.size();
      grow(sample, 0, use, roots[tree]);
      for (int i = 0; i < size; i++) {
        scores[i] += leaf(rows.get(i), roots[tree]);
      }
    }
    return model(roots, base);
  }

  private int[] sample(int size) {
    int[] sample = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (random.nextDouble() < 0.7) {
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
    binned = new byte[width][rows.size()];
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
        binned[c][i] = (byte) bin(edges[c], values[i]);
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

  private void grow(int[] rows, int level, boolean[] use, int root) {
    double g = 0;
    double h = 0;
    for (int row : rows) {
      g += gradients[row];
      h += hessians[row];
    }
    int bestColumn = -1;
    int bestBin = 0;
    double bestGain = 1e-3;
    if (level < depth && rows.length > 4) {
      double parent = g * g / (h + lambda);
      double[] gs = new double[BINS + 2];
      double[] hs = new double[BINS + 2];
      for (int c = 0; c < use.length; c++) {
        if (!use[c] || edges[c].length < 1) {
          continue;
        }
        Arrays.fill(gs, 0);
        Arrays.fill(hs, 0);
        for (int row : rows) {
          int b = binned[c][row];
          gs[b] += gradients[row];
          hs[b] += hessians[row];
        }
        double gl = 0;
        double hl = 0;
        for (int b = 0; b < edges[c].length; b++) {
          gl += gs[b];
          hl += hs[b];
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
    int[] left = new int[rows.length];
    int[] right = new int[rows.length];
    int l = 0;
    int r = 0;
    for (int row : rows) {
      if (binned[bestColumn][row] <= bestBin) {
        left[l++] = row;
      } else {
        right[r++] = row;
      }
    }
    grow(Arrays.copyOf(left, l), level + 1, use, root);
    rights.set(node, (short) (columns.size() - root));
    grow(Arrays.copyOf(right, r), level + 1, use, root);
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

package dev.annals.story;

import java.util.Arrays;
import java.util.List;

/**
 * Gradient boosting of full binary trees on the logistic loss, over features cut into bins. No
 * chance in it: the same rows give the same trees.
 */
public final class TreeBooster {

  /** A row to learn from. */
  public record Row(double[] x, boolean positive, double weight) {}

  private static final int BINS = 48;

  private final int depth;
  private final int trees;
  private final double rate;
  private final double leastWeight;
  private final double ridge;
  private final String[] names;
  private final boolean[] used;

  public TreeBooster(
      int depth,
      int trees,
      double rate,
      double leastWeight,
      double ridge,
      String[] names,
      boolean[] used) {
    this.depth = depth;
    this.trees = trees;
    this.rate = rate;
    this.leastWeight = leastWeight;
    this.ridge = ridge;
    this.names = names;
    this.used = used;
  }

  /** Which features are used. */
  public boolean[] used() {
    return used;
  }

  /** Trains on rows. */
  public TreeModel train(List<Row> rows) {
    int n = rows.size();
    int width = used.length;
    float[][] cuts = new float[width][];
    byte[][] bins = new byte[width][n];
    for (int f = 0; f < width; f++) {
      cuts[f] = cuts(rows, f);
      for (int i = 0; i < n; i++) {
        bins[f][i] = (byte) bin(cuts[f], rows.get(i).x()[f]);
      }
    }
    double positive = 0;
    double all = 0;
    for (Row row : rows) {
      all += row.weight();
      positive += row.positive() ? row.weight() : 0;
    }
    double bias = Math.log(positive / (all - positive));
    double[] score = new double[n];
    Arrays.fill(score, bias);
    int inner = (1 << depth) - 1;
    int[] features = new int[trees * inner];
    float[] thresholds = new float[trees * inner];
    float[] leaves = new float[trees * (inner + 1)];
    double[] gradient = new double[n];
    double[] hessian = new double[n];
    int[] node = new int[n];
    for (int tree = 0; tree < trees; tree++) {
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-score[i]));
        gradient[i] = rows.get(i).weight() * ((rows.get(i).positive() ? 1 : 0) - p);
        hessian[i] = rows.get(i).weight() * p * (1 - p);
      }
      Arrays.fill(node, 0);
      for (int level = 0; level < depth; level++) {
        int first = (1 << level) - 1;
        int count = 1 << level;
        double[][][] g = new double[width][count][BINS];
        double[][][] h = new double[width][count][BINS];
        for (int f = 0; f < width; f++) {
          if (used[f]) {
            for (int i = 0; i < n; i++) {
              g[f][node[i] - first][bins[f][i]] += gradient[i];
              h[f][node[i] - first][bins[f][i]] += hessian[i];
            }
          }
        }
        for (int k = 0; k < count; k++) {
          split(g, h, k, cuts, features, thresholds, tree * inner + first + k);
        }
        for (int i = 0; i < n; i++) {
          int at = tree * inner + node[i];
          int f = features[at];
          float value = bins[f][i] < cuts[f].length ? cuts[f][bins[f][i]] : Float.MAX_VALUE;
          node[i] = value > thresholds[at] ? 2 * node[i] + 2 : 2 * node[i] + 1;
        }
      }
      double[] g = new double[inner + 1];
      double[] h = new double[inner + 1];
      for (int i = 0; i < n; i++) {
        g[node[i] - inner] += gradient[i];
        h[node[i] - inner] += hessian[i];
      }
      for (int leaf = 0; leaf <= inner; leaf++) {
        leaves[tree * (inner + 1) + leaf] = (float) (rate * g[leaf] / (h[leaf] + ridge));
      }
      for (int i = 0; i < n; i++) {
        score[i] += leaves[tree * (inner + 1) + node[i] - inner];
      }
    }
    return new TreeModel(names, bias, depth, features, thresholds, leaves);
  }

  private void split(
      double[][][] g,
      double[][][] h,
      int node,
      float[][] cuts,
      int[] features,
      float[] thresholds,
      int at) {
    double best = 1e-9;
    features[at] = 0;
    // no split worth making: everything goes left
    thresholds[at] = Float.MAX_VALUE;
    for (int f = 0; f < used.length; f++) {
      if (!used[f]) {
        continue;
      }
      double allG = Arrays.stream(g[f][node]).sum();
      double allH = Arrays.stream(h[f][node]).sum();
      double leftG = 0;
      double leftH = 0;
      for (int b = 0; b < cuts[f].length; b++) {
        leftG += g[f][node][b];
        leftH += h[f][node][b];
        double rightG = allG - leftG;
        double rightH = allH - leftH;
        if (leftH < leastWeight || rightH < leastWeight) {
          continue;
        }
        double gain =
            leftG * leftG / (leftH + ridge)
                + rightG * rightG / (rightH + ridge)
                - allG * allG / (allH + ridge);
        if (gain > best) {
          best = gain;
          features[at] = f;
          thresholds[at] = cuts[f][b];
        }
      }
    }
  }

  /** Bin b holds what is at most cut b; the last holds the rest. */
  private static int bin(float[] cuts, double value) {
    int b = 0;
    while (b < cuts.length && (float) value > cuts[b]) {
      b++;
    }
    return b;
  }

  private static float[] cuts(List<Row> rows, int feature) {
    float[] values = new float[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows.get(i).x()[feature];
    }
    Arrays.sort(values);
    float[] cuts = new float[BINS - 1];
    int n = 0;
    for (int b = 1; b < BINS; b++) {
      // finer towards the top: true pairs are few and score high
      double share = 1 - Math.pow(1 - (double) b / BINS, 2);
      float cut = values[(int) Math.min(values.length - 1, share * values.length)];
      if (n == 0 || cut > cuts[n - 1]) {
        cuts[n++] = cut;
      }
    }
    return Arrays.copyOf(cuts, n);
  }
}

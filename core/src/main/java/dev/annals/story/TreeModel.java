package dev.annals.story;

import java.util.ArrayList;
import java.util.List;

/** Log odds as a sum of small full trees over named features. Safe for use by several threads. */
final class TreeModel {

  private final String[] names;
  private final double bias;
  private final int[] features;
  private final float[] thresholds;
  private final float[] leaves;
  private final int depth;

  /**
   * @param names of the features
   * @param bias log odds before any tree speaks
   * @param depth of all trees, which are full
   * @param features of the inner nodes, tree after tree, each in heap order
   * @param thresholds of the inner nodes: above goes right
   * @param leaves of the trees, from left to right
   */
  TreeModel(
      String[] names, double bias, int depth, int[] features, float[] thresholds, float[] leaves) {
    this.names = names;
    this.bias = bias;
    this.depth = depth;
    this.features = features;
    this.thresholds = thresholds;
    this.leaves = leaves;
  }

  /** Log odds of what the features describe. */
  double logOdds(double[] x) {
    int inner = (1 << depth) - 1;
    int trees = features.length / inner;
    double sum = bias;
    for (int tree = 0; tree < trees; tree++) {
      int base = tree * inner;
      int at = 0;
      while (at < inner) {
        at = x[features[base + at]] > thresholds[base + at] ? 2 * at + 2 : 2 * at + 1;
      }
      sum += leaves[tree * (inner + 1) + at - inner];
    }
    return sum;
  }

  /** The same trees, with all log odds higher or lower. */
  TreeModel shifted(double by) {
    return new TreeModel(names, bias + by, depth, features, thresholds, leaves);
  }

  /** One line of bias and depth, then a line for each tree. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(bias + " " + depth);
    int inner = (1 << depth) - 1;
    for (int tree = 0; tree < features.length / inner; tree++) {
      var line = new StringBuilder();
      for (int i = tree * inner; i < (tree + 1) * inner; i++) {
        line.append(names[features[i]]).append(' ').append(thresholds[i]).append(' ');
      }
      for (int i = tree * (inner + 1); i < (tree + 1) * (inner + 1); i++) {
        line.append(leaves[i]).append(' ');
      }
      lines.add(line.toString().strip());
    }
    return lines;
  }

  static TreeModel parse(String[] names, List<String> lines) {
    String[] head = lines.get(0).split(" ");
    int depth = Integer.parseInt(head[1]);
    int inner = (1 << depth) - 1;
    int trees = lines.size() - 1;
    int[] features = new int[trees * inner];
    float[] thresholds = new float[features.length];
    float[] leaves = new float[trees * (inner + 1)];
    var known = List.of(names);
    for (int tree = 0; tree < trees; tree++) {
      String[] parts = lines.get(tree + 1).split(" ");
      for (int i = 0; i < inner; i++) {
        features[tree * inner + i] = known.indexOf(parts[2 * i]);
        thresholds[tree * inner + i] = Float.parseFloat(parts[2 * i + 1]);
      }
      for (int i = 0; i <= inner; i++) {
        leaves[tree * (inner + 1) + i] = Float.parseFloat(parts[2 * inner + i]);
      }
    }
    return new TreeModel(names, Double.parseDouble(head[0]), depth, features, thresholds, leaves);
  }
}

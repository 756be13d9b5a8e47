package dev.annals.story;

import java.util.ArrayList;
import java.util.List;

/** Log odds as a sum of small full trees over named features. Safe for use by several threads. */
public final class TreeModel {

  /** No amount is as large, so that where exactly a bar beyond lies does not matter. */
  private static final double MOST = 1e15;

  private final String[] names;
  private final double bias;
  private final int[] features;
  private final double[] thresholds;
  private final float[] leaves;
  private final int depth;

  /**
   * A model.
   *
   * @param names of the features
   * @param bias log odds before any tree speaks
   * @param depth of all trees, which are full
   * @param features of the inner nodes, tree after tree, each in heap order
   * @param thresholds of the inner nodes: above goes right
   * @param leaves of the trees, from left to right
   */
  public TreeModel(
      String[] names, double bias, int depth, int[] features, float[] thresholds, float[] leaves) {
    this(names, bias, depth, features, doubles(thresholds), leaves);
  }

  private TreeModel(
      String[] names, double bias, int depth, int[] features, double[] thresholds, float[] leaves) {
    this.names = names;
    this.bias = bias;
    this.depth = depth;
    this.features = features;
    this.thresholds = thresholds;
    this.leaves = leaves;
  }

  private static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  /** Log odds of what the features describe. */
  public double logOdds(double[] x) {
    int inner = (1 << depth) - 1;
    double sum = bias;
    int leaf = -inner;
    for (int base = 0; base < features.length; base += inner) {
      int at = 0;
      for (int level = 0; level < depth; level++) {
        at = 2 * at + (x[features[base + at]] > thresholds[base + at] ? 2 : 1);
      }
      sum += leaves[leaf + at];
      leaf += inner + 1;
    }
    return sum;
  }

  /** A number on the scale on which logarithms of amounts are learnt; what is below zero stays. */
  static double logged(double amount) {
    return amount < 0 ? amount : Math.log1p(amount);
  }

  /**
   * The same decisions over features of which the {@link #logged} ones are given as the amounts: a
   * bar for a logarithm becomes the largest amount that does not pass it.
   */
  TreeModel unlogged(boolean[] logged) {
    double[] bars = thresholds.clone();
    for (int i = 0; i < bars.length; i++) {
      if (logged[features[i]]) {
        bars[i] = amount(thresholds[i]);
      }
    }
    return new TreeModel(names, bias, depth, features, bars, leaves);
  }

  private static double amount(double bar) {
    if (bar < 0) {
      return bar;
    }
    double amount = Math.expm1(bar);
    if (amount > MOST) {
      return amount;
    }
    while (logged(amount) > bar) {
      amount = Math.nextDown(amount);
    }
    for (double next = Math.nextUp(amount); logged(next) <= bar; next = Math.nextUp(next)) {
      amount = next;
    }
    return amount;
  }

  /** The same trees, with all log odds higher or lower. */
  public TreeModel shifted(double by) {
    return new TreeModel(names, bias + by, depth, features, thresholds, leaves);
  }

  /**
   * The mean of what several models say.
   *
   * @param models over the same features and of the same depth, at least one
   */
  public static TreeModel mean(List<TreeModel> models) {
    TreeModel first = models.get(0);
    double bias = 0;
    int nodes = 0;
    int ends = 0;
    for (TreeModel model : models) {
      bias += model.bias / models.size();
      nodes += model.features.length;
      ends += model.leaves.length;
    }
    var features = new int[nodes];
    var thresholds = new double[nodes];
    var leaves = new float[ends];
    int node = 0;
    int end = 0;
    for (TreeModel model : models) {
      System.arraycopy(model.features, 0, features, node, model.features.length);
      System.arraycopy(model.thresholds, 0, thresholds, node, model.thresholds.length);
      node += model.features.length;
      for (float leaf : model.leaves) {
        leaves[end++] = leaf / models.size();
      }
    }
    return new TreeModel(first.names, bias, first.depth, features, thresholds, leaves);
  }

  /** One line of bias and depth, then a line for each tree. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(bias + " " + depth);
    int inner = (1 << depth) - 1;
    for (int tree = 0; tree < features.length / inner; tree++) {
      var line = new StringBuilder();
      for (int i = tree * inner; i < (tree + 1) * inner; i++) {
        line.append(names[features[i]]).append(' ').append((float) thresholds[i]).append(' ');
      }
      for (int i = tree * (inner + 1); i < (tree + 1) * (inner + 1); i++) {
        line.append(leaves[i]).append(' ');
      }
      lines.add(line.toString().strip());
    }
    return lines;
  }

  /** Reads what {@link #lines} wrote. */
  public static TreeModel parse(String[] names, List<String> lines) {
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

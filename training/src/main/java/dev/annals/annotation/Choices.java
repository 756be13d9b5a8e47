package dev.annals.annotation;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns the weights of a linear model by AdaGrad: single yes-or-no decisions, or one choice among
 * several of which some are right. The order of examples is shuffled from a fixed seed.
 */
final class Choices {

  private static final float RATE = 0.05f;

  private final int bits;
  private final float decay;
  private final List<int[][]> options = new ArrayList<>();
  private final List<boolean[]> right = new ArrayList<>();

  /**
   * An empty set of examples.
   *
   * @param bits logarithm of the number of weights
   * @param decay strength of the pull towards zero
   */
  Choices(int bits, float decay) {
    this.bits = bits;
    this.decay = decay;
  }

  void addBinary(int[] features, boolean yes) {
    options.add(new int[][] {features});
    right.add(new boolean[] {yes});
  }

  /** A choice among several; nothing is learnt when none or all are right. */
  void addChoice(List<int[]> choice, List<Boolean> isRight) {
    var rights = new boolean[isRight.size()];
    int count = 0;
    for (int i = 0; i < rights.length; i++) {
      rights[i] = isRight.get(i);
      count += rights[i] ? 1 : 0;
    }
    if (count > 0 && count < rights.length) {
      options.add(choice.toArray(int[][]::new));
      right.add(rights);
    }
  }

  int size() {
    return options.size();
  }

  LinearModel learn(int epochs) {
    int mask = (1 << bits) - 1;
    var weights = new float[1 << bits];
    var squares = new float[1 << bits];
    var sums = new double[1 << bits];
    int averaged = 0;
    var order = new int[options.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    var random = new java.util.Random(17);
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int keep = order[i];
        order[i] = order[j];
        order[j] = keep;
      }
      for (int example : order) {
        update(options.get(example), right.get(example), weights, squares, mask);
      }
      if (epoch * 2 >= epochs) {
        averaged++;
        for (int i = 0; i < weights.length; i++) {
          sums[i] += weights[i];
        }
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (sums[i] / Math.max(averaged, 1));
    }
    return new LinearModel(weights);
  }

  private void update(
      int[][] choice, boolean[] isRight, float[] weights, float[] squares, int mask) {
    int n = choice.length;
    var gradients = new double[n];
    if (n == 1) {
      double p = 1 / (1 + Math.exp(-score(choice[0], weights, mask)));
      gradients[0] = p - (isRight[0] ? 1 : 0);
    } else {
      softmax(choice, isRight, weights, mask, gradients);
    }
    for (int i = 0; i < n; i++) {
      double g = gradients[i];
      if (Math.abs(g) < 1e-4) {
        continue;
      }
      for (int feature : choice[i]) {
        int at = feature & mask;
        float gradient = (float) g + decay * weights[at];
        squares[at] += gradient * gradient;
        weights[at] -= RATE * gradient / (float) Math.sqrt(squares[at] + 1e-2f);
      }
    }
  }

  private static void softmax(
      int[][] choice, boolean[] isRight, float[] weights, int mask, double[] gradients) {
    int n = choice.length;
    var scores = new double[n];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      scores[i] = score(choice[i], weights, mask);
      most = Math.max(most, scores[i]);
    }
    double all = 0;
    double good = 0;
    for (int i = 0; i < n; i++) {
      scores[i] = Math.exp(scores[i] - most);
      all += scores[i];
      good += isRight[i] ? scores[i] : 0;
    }
    for (int i = 0; i < n; i++) {
      gradients[i] = scores[i] / all - (isRight[i] ? scores[i] / Math.max(good, 1e-12) : 0);
    }
  }

  private static double score(int[] features, float[] weights, int mask) {
    double sum = 0;
    for (int feature : features) {
      sum += weights[feature & mask];
    }
    return sum;
  }
}

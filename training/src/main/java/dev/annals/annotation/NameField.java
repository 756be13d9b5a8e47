package dev.annals.annotation;

import java.util.Arrays;
import java.util.Random;

/**
 * A linear-chain conditional random field over runs of open tokens, trained by stochastic gradient
 * descent with a step of its own for every weight (AdaGrad) and decay.
 */
final class NameField {

  private static final int LABELS = NameScheme.LABELS;

  private final double rate;
  private final double decay;
  private final int rounds;
  private final float[] weights;
  private final float[] gradients;
  private final float[] transitions = new float[LABELS * LABELS];
  private final float[] transitionGradients = new float[LABELS * LABELS];

  NameField(int features, double rate, double decay, int rounds) {
    this.rate = rate;
    this.decay = decay;
    this.rounds = rounds;
    this.weights = new float[features * LABELS];
    this.gradients = new float[features * LABELS];
  }

  /**
   * A run of open tokens.
   *
   * @param features numbers of the features, token by token
   * @param labels the right labels
   * @param weight how much the run counts
   */
  record Run(int[][] features, byte[] labels, float weight) {}

  float[] weights() {
    return weights;
  }

  float[] transitions() {
    return transitions;
  }

  void train(Run[] runs) {
    var random = new Random(11);
    var order = runs.clone();
    for (int round = 0; round < rounds; round++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        var swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      double loss = 0;
      for (Run run : order) {
        loss += learn(run);
      }
      if (round % 5 == 4 || round == rounds - 1) {
        System.err.printf("names, round %d: loss %.5f a run%n", round, loss / runs.length);
      }
    }
  }

  private double learn(Run run) {
    int length = run.labels().length;
    double[][] potentials = new double[length][LABELS];
    double shift = 0;
    for (int t = 0; t < length; t++) {
      double[] scores = potentials[t];
      for (int feature : run.features()[t]) {
        int at = feature * LABELS;
        for (int label = 0; label < LABELS; label++) {
          scores[label] += weights[at + label];
        }
      }
      double gold = scores[run.labels()[t]];
      double top = Arrays.stream(scores).max().getAsDouble();
      shift += top - gold;
      for (int label = 0; label < LABELS; label++) {
        scores[label] = Math.exp(scores[label] - top);
      }
    }
    double[] edges = new double[LABELS * LABELS];
    for (int label = 0; label < LABELS; label++) {
      for (int before : NameScheme.BEFORE[label]) {
        edges[before * LABELS + label] = Math.exp(transitions[before * LABELS + label]);
      }
    }
    double[][] forward = new double[length][LABELS];
    double log = 0;
    for (int t = 0; t < length; t++) {
      double sum = 0;
      for (int label = 0; label < LABELS; label++) {
        double in = 0;
        if (t == 0) {
          in = NameScheme.mayStart(label) ? edges[label] : 0;
        } else {
          for (int before : NameScheme.BEFORE[label]) {
            in += forward[t - 1][before] * edges[before * LABELS + label];
          }
        }
        if (t == length - 1 && !NameScheme.mayEnd(label)) {
          in = 0;
        }
        forward[t][label] = in * potentials[t][label];
        sum += forward[t][label];
      }
      for (int label = 0; label < LABELS; label++) {
        forward[t][label] /= sum;
      }
      log += Math.log(sum);
    }
    double[] backward = new double[LABELS];
    Arrays.fill(backward, 1);
    double[] marginal = new double[LABELS];
    double[] earlier = new double[LABELS];
    for (int t = length - 1; t >= 0; t--) {
      double sum = 0;
      for (int label = 0; label < LABELS; label++) {
        marginal[label] = forward[t][label] * backward[label];
        sum += marginal[label];
      }
      for (int label = 0; label < LABELS; label++) {
        marginal[label] /= sum;
      }
      if (t == 0) {
        for (int label = 0; label < LABELS; label++) {
          transition(label, marginal[label], run.labels()[0] == label, run.weight());
        }
      } else {
        Arrays.fill(earlier, 0);
        double total = 0;
        for (int label = 0; label < LABELS; label++) {
          double out = potentials[t][label] * backward[label];
          if (out > 0) {
            for (int before : NameScheme.BEFORE[label]) {
              double way = edges[before * LABELS + label] * out;
              earlier[before] += way;
              total += forward[t - 1][before] * way;
            }
          }
        }
        for (int label = 0; label < LABELS; label++) {
          double out = potentials[t][label] * backward[label];
          for (int before : NameScheme.BEFORE[label]) {
            int edge = before * LABELS + label;
            double share = out > 0 ? forward[t - 1][before] * edges[edge] * out / total : 0;
            boolean right = run.labels()[t - 1] == before && run.labels()[t] == label;
            transition(edge, share, right, run.weight());
          }
        }
      }
      int gold = run.labels()[t];
      for (int feature : run.features()[t]) {
        int at = feature * LABELS;
        for (int label = 0; label < LABELS; label++) {
          double gradient = marginal[label] - (label == gold ? 1 : 0);
          if (gradient > 1e-4 || gradient < -1e-4) {
            float g = (float) (gradient * run.weight() + decay * weights[at + label]);
            gradients[at + label] += g * g;
            weights[at + label] -= (float) (rate * g / Math.sqrt(1e-2 + gradients[at + label]));
          }
        }
      }
      if (t > 0) {
        double norm = Arrays.stream(earlier).max().getAsDouble();
        for (int label = 0; label < LABELS; label++) {
          backward[label] = earlier[label] / norm;
        }
      }
    }
    double gold = 0;
    int before = 0;
    for (int t = 0; t < length; t++) {
      gold += transitions[before * LABELS + run.labels()[t]];
      before = run.labels()[t];
    }
    return log + shift - gold;
  }

  private void transition(int edge, double share, boolean right, float weight) {
    double gradient = share - (right ? 1 : 0);
    if (gradient > 1e-4 || gradient < -1e-4) {
      float g = (float) (gradient * weight);
      transitionGradients[edge] += g * g;
      transitions[edge] -= (float) (rate * g / Math.sqrt(1e-2 + transitionGradients[edge]));
    }
  }
}

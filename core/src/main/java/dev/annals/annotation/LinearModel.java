package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Weights of hashed features: the score of a choice is the sum of the weights of its features. Kept
 * as one byte a weight and a scale. Immutable and safe for use by several threads.
 */
final class LinearModel {

  private final float[] weights;
  private final int mask;

  /**
   * Takes the weights as they are.
   *
   * @param weights a power of two of them
   */
  LinearModel(float[] weights) {
    this.weights = weights;
    this.mask = weights.length - 1;
  }

  /** Reads what {@link #write} wrote. */
  static LinearModel read(DataInputStream in) throws IOException {
    var weights = new float[1 << in.readByte()];
    float scale = in.readFloat();
    var bytes = new byte[weights.length];
    in.readFully(bytes);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = bytes[i] * scale;
    }
    return new LinearModel(weights);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(Integer.numberOfTrailingZeros(weights.length));
    float most = 0;
    for (float weight : weights) {
      most = Math.max(most, Math.abs(weight));
    }
    float scale = most / 127;
    out.writeFloat(scale);
    var bytes = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      bytes[i] = scale == 0 ? 0 : (byte) Math.round(weights[i] / scale);
    }
    out.write(bytes);
  }

  float score(FeatureVector features) {
    float sum = 0;
    for (int i = 0; i < features.size(); i++) {
      sum += weights[features.get(i) & mask];
    }
    return sum;
  }

  static double probability(float score) {
    return 1 / (1 + Math.exp(-score));
  }
}

package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Weights of hashed features: the score of a choice is the sum of the weights of its features. Kept
 * as one byte a weight and a scale, in memory as well: a model is asked at places all over it, and
 * so its size is its speed. Immutable and safe for use by several threads.
 */
final class LinearModel {

  /** As learnt; null once written and read. */
  private final float @Nullable [] exact;

  private final byte[] weights;
  private final float scale;

  /**
   * Takes the weights as they are.
   *
   * @param exact a power of two of them
   */
  LinearModel(float[] exact) {
    this.exact = exact;
    float most = 0;
    for (float weight : exact) {
      most = Math.max(most, Math.abs(weight));
    }
    this.scale = most / 127;
    this.weights = new byte[exact.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = scale == 0 ? 0 : (byte) Math.round(exact[i] / scale);
    }
  }

  private LinearModel(byte[] weights, float scale) {
    this.exact = null;
    this.weights = weights;
    this.scale = scale;
  }

  /** Reads what {@link #write} wrote. */
  static LinearModel read(DataInputStream in) throws IOException {
    var weights = new byte[1 << in.readByte()];
    float scale = in.readFloat();
    in.readFully(weights);
    return new LinearModel(weights, scale);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(Integer.numberOfTrailingZeros(weights.length));
    out.writeFloat(scale);
    out.write(weights);
  }

  float score(FeatureVector features) {
    int mask = weights.length - 1;
    float sum = 0;
    if (exact != null) {
      for (int i = 0; i < features.size(); i++) {
        sum += exact[features.get(i) & mask];
      }
      return sum;
    }
    for (int i = 0; i < features.size(); i++) {
      sum += weights[features.get(i) & mask] * scale;
    }
    return sum;
  }

  static double probability(float score) {
    return 1 / (1 + Math.exp(-score));
  }
}

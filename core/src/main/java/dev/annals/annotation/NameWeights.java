package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What one reading of names goes by. Immutable and safe for use by several threads.
 *
 * @param weights weights of the labels by feature
 * @param transitions score of each label after each: {@code before * LABELS + label}
 */
record NameWeights(WeightTable weights, int[] transitions) {

  void write(DataOutputStream out) throws IOException {
    weights.write(out);
    for (int transition : transitions) {
      out.writeInt(transition);
    }
  }

  static NameWeights read(DataInputStream in) throws IOException {
    var weights = WeightTable.read(in);
    int[] transitions = new int[NameScheme.LABELS * NameScheme.LABELS];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = in.readInt();
    }
    return new NameWeights(weights, transitions);
  }
}

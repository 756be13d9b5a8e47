package dev.annals.story;

/** The learned decision whether two articles report one event. */
final class JoinModel {

  private static final double[] WEIGHTS = {4, 7, 2, 3, 1, 6, 4, 0.3, -1.2};
  private static final double BIAS = -4.6;
  private static final JoinModel STANDARD = new JoinModel();

  static JoinModel standard() {
    return STANDARD;
  }

  /** Log odds: above zero they report one event. */
  double logOdds(Member a, Member b) {
    double[] x = PairFeatures.of(a, b);
    double sum = BIAS;
    for (int i = 0; i < x.length; i++) {
      sum += WEIGHTS[i] * x[i];
    }
    return sum;
  }
}

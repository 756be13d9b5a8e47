package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoostedTreesTest {

  /** Column 0 above 0.5, then column 1 above -1 on the right; a second tree that is one leaf. */
  private final BoostedTrees trees =
      new BoostedTrees(
          new short[] {0, -1, 1, -1, -1, -1},
          new float[] {0.5f, -2f, -1f, 1f, 3f, 0.25f},
          new short[] {2, 0, 4, 0, 0, 0},
          new int[] {0, 5},
          0.5f);

  @Test
  void goesRightWhereAValueIsGreaterAndLeftWhereItIsEqual() {
    assertThat(trees.probability(new float[] {0.5f, 7})).isCloseTo(p(-2 + 0.75), within(1e-9));
    assertThat(trees.probability(new float[] {0.6f, -1})).isCloseTo(p(1 + 0.75), within(1e-9));
    assertThat(trees.probability(new float[] {0.6f, -0.9f})).isCloseTo(p(3 + 0.75), within(1e-9));
  }

  @Test
  void takesNegativeZeroForZero() {
    var zero =
        new BoostedTrees(
            new short[] {0, -1, -1},
            new float[] {-0f, -1, 1},
            new short[] {2, 0, 0},
            new int[] {0},
            0);

    assertThat(zero.probability(new float[] {0f})).isCloseTo(p(-1), within(1e-9));
    assertThat(zero.probability(new float[] {-0f})).isCloseTo(p(-1), within(1e-9));
    assertThat(zero.probability(new float[] {Float.MIN_VALUE})).isCloseTo(p(1), within(1e-9));
  }

  private static double p(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }
}

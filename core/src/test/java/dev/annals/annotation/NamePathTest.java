package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NamePathTest {

  private static final int LABELS = NameScheme.LABELS;

  @Test
  void findsThePathThatTryingAllOfThemFinds() {
    var random = new Random(5);
    for (int round = 0; round < 60; round++) {
      int[] transitions = random.ints(LABELS * LABELS, -90, 90).toArray();
      int[][] scores = new int[3][];
      for (int at = 0; at < scores.length; at++) {
        scores[at] = random.ints(LABELS, -200, 200).toArray();
      }
      var walk = new NamePath(transitions).walk();
      walk.start(scores.length);
      for (int[] token : scores) {
        walk.step(token);
      }
      byte[] labels = new byte[scores.length];
      walk.finish(labels, 0);
      assertThat(score(transitions, scores, labels)).isEqualTo(best(transitions, scores));
    }
  }

  @Test
  void aRunOfOneTokenIsOutsideOrAWholeName() {
    var walk = new NamePath(new int[LABELS * LABELS]).walk();
    int[] scores = new int[LABELS];
    scores[NameScheme.label(2, 0, 0, 1)] = 500;
    scores[NameScheme.label(3, 0, 0, 0)] = 100;
    byte[] labels = new byte[1];
    walk.start(1);
    walk.step(scores);
    walk.finish(labels, 0);
    assertThat(labels[0]).isEqualTo((byte) NameScheme.label(3, 0, 0, 0));
  }

  private static int best(int[] transitions, int[][] scores) {
    int best = Integer.MIN_VALUE;
    byte[] labels = new byte[scores.length];
    for (int number = 0; number < LABELS * LABELS * LABELS; number++) {
      labels[0] = (byte) (number % LABELS);
      labels[1] = (byte) (number / LABELS % LABELS);
      labels[2] = (byte) (number / LABELS / LABELS);
      boolean may =
          NameScheme.mayStart(labels[0])
              && NameScheme.mayFollow(labels[0], labels[1])
              && NameScheme.mayFollow(labels[1], labels[2])
              && NameScheme.mayEnd(labels[2]);
      best = may ? Math.max(best, score(transitions, scores, labels)) : best;
    }
    return best;
  }

  private static int score(int[] transitions, int[][] scores, byte[] labels) {
    int sum = 0;
    int before = NameScheme.OUTSIDE;
    for (int at = 0; at < labels.length; at++) {
      sum += transitions[before * LABELS + labels[at]] + scores[at][labels[at]];
      before = labels[at];
    }
    return sum;
  }
}

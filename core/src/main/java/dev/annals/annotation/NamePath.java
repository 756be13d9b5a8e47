package dev.annals.annotation;

import java.util.Arrays;

/**
 * The best way through the name labels of a run of tokens; before and after it all is outside.
 * Immutable and safe for use by several threads.
 */
final class NamePath {

  private static final int LABELS = NameScheme.LABELS;
  private static final int NEVER = Integer.MIN_VALUE / 4;

  /** Labels that may come right after the end of a name, and so first. */
  private static final int[] STARTS = labels(true);

  /** Labels that may come last. */
  private static final int[] ENDS = labels(false);

  /** By label that goes on: the two that it may follow. */
  private static final int[][] BEFORE = NameScheme.BEFORE;

  private final int[] transitions;

  /** By label that may come first, and by label that may come last: the score of the step. */
  private final int[] over;

  /**
   * A way to find the best path.
   *
   * @param transitions score of each label after each: {@code before * LABELS + label}
   */
  NamePath(int[] transitions) {
    this.transitions = transitions;
    this.over = new int[STARTS.length * ENDS.length];
    for (int s = 0; s < STARTS.length; s++) {
      for (int e = 0; e < ENDS.length; e++) {
        over[s * ENDS.length + e] = transitions[ENDS[e] * LABELS + STARTS[s]];
      }
    }
  }

  private static int[] labels(boolean starting) {
    return java.util.stream.IntStream.range(0, LABELS)
        .filter(label -> starting ? NameScheme.mayStart(label) : NameScheme.mayEnd(label))
        .toArray();
  }

  /** A walk over runs, one after the other. */
  Walk walk() {
    return new Walk();
  }

  /** The best way so far to each label. Not safe for several threads. */
  final class Walk {
    private int[] best = new int[LABELS];
    private int[] next = new int[LABELS];
    private final int[] ended = new int[ENDS.length];
    private byte[] back = new byte[LABELS * 64];
    private int length;

    /** Begins a run of so many tokens. */
    void start(int steps) {
      length = 0;
      if (back.length < steps * LABELS) {
        back = new byte[steps * LABELS * 2];
      }
    }

    /** Takes the next token by its labels' scores. */
    void step(int[] scores) {
      if (length == 0) {
        first(scores);
      } else {
        further(scores);
      }
      length++;
      int[] swap = best;
      best = next;
      next = swap;
    }

    private void first(int[] scores) {
      Arrays.fill(next, NEVER);
      for (int label : STARTS) {
        next[label] = transitions[NameScheme.OUTSIDE * LABELS + label] + scores[label];
        back[label] = NameScheme.OUTSIDE;
      }
    }

    private void further(int[] scores) {
      int line = length * LABELS;
      for (int e = 0; e < ENDS.length; e++) {
        ended[e] = best[ENDS[e]];
      }
      int at = 0;
      for (int label : STARTS) {
        int top = NEVER * 2;
        int from = 0;
        for (int e = 0; e < ENDS.length; e++) {
          int score = ended[e] + over[at++];
          if (score > top) {
            top = score;
            from = e;
          }
        }
        next[label] = top + scores[label];
        back[line + label] = (byte) ENDS[from];
      }
      for (int label = 0; label < LABELS; label++) {
        if (!NameScheme.mayStart(label)) {
          int one = BEFORE[label][0];
          int other = BEFORE[label][1];
          int score = best[one] + transitions[one * LABELS + label];
          int further = best[other] + transitions[other * LABELS + label];
          boolean turn = further > score;
          next[label] = Math.max((turn ? further : score) + scores[label], NEVER * 2);
          back[line + label] = (byte) (turn ? other : one);
        }
      }
    }

    /** Writes the best labels of the run. */
    void finish(byte[] labels, int first) {
      int top = NEVER * 2;
      int label = 0;
      for (int last : ENDS) {
        if (best[last] > top) {
          top = best[last];
          label = last;
        }
      }
      for (int at = length - 1; at >= 0; at--) {
        labels[first + at] = (byte) label;
        label = back[at * LABELS + label];
      }
    }
  }
}

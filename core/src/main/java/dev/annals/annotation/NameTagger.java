package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most probable sequence of name labels of every sentence. Words in lower case are asked
 * only where a name may run through them; the rest stay outside unseen.
 */
final class NameTagger {

  private static final int NEVER = Integer.MIN_VALUE / 4;

  private final WeightTable weights;
  private final int[] transitions;
  private final NameFeatures features = new NameFeatures();

  NameTagger(NameWeights learnt) {
    this.weights = learnt.weights();
    this.transitions = learnt.transitions();
  }

  /**
   * Labels of {@link NameScheme}, by token.
   *
   * @param evidence what an earlier reading found, or null in the first
   */
  byte[] tag(Tokens tokens, NameContext context, @Nullable NameEvidence evidence) {
    byte[] labels = new byte[tokens.size()];
    int[] scores = new int[NameScheme.LABELS];
    int[] buffer = new int[NameFeatures.MOST];
    int[] heads = new int[NameFeatures.MOST];
    var path = new Path();
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int from = tokens.sentenceFirst(sentence);
      int to = tokens.sentenceEnd(sentence);
      int i = from;
      while (i < to) {
        if (!context.open(i)) {
          i++;
          continue;
        }
        int end = i + 1;
        while (end < to && context.open(end)) {
          end++;
        }
        path.start(end - i);
        for (int at = i; at < end; at++) {
          Arrays.fill(scores, 0);
          int count = features.of(context, evidence, at, from, to, buffer);
          weights.add(buffer, count, heads, scores);
          path.step(scores, transitions);
        }
        path.finish(labels, i);
        i = end;
      }
    }
    return labels;
  }

  /** The best way so far to each label; before and after a run of open tokens all is outside. */
  private static final class Path {
    private int[] best = new int[NameScheme.LABELS];
    private int[] next = new int[NameScheme.LABELS];
    private byte[] back = new byte[NameScheme.LABELS * 64];
    private int length;

    void start(int steps) {
      length = 0;
      Arrays.fill(best, NEVER);
      best[NameScheme.OUTSIDE] = 0;
      if (back.length < steps * NameScheme.LABELS) {
        back = new byte[steps * NameScheme.LABELS * 2];
      }
    }

    void step(int[] scores, int[] transitions) {
      for (int label = 0; label < NameScheme.LABELS; label++) {
        int top = NEVER * 2;
        int from = 0;
        for (int before : NameScheme.BEFORE[label]) {
          int score = best[before] + transitions[before * NameScheme.LABELS + label];
          if (score > top) {
            top = score;
            from = before;
          }
        }
        next[label] = Math.max(top + scores[label], NEVER * 2);
        back[length * NameScheme.LABELS + label] = (byte) from;
      }
      length++;
      int[] swap = best;
      best = next;
      next = swap;
    }

    void finish(byte[] labels, int first) {
      int top = NEVER * 2;
      int label = 0;
      for (int last = 0; last < NameScheme.LABELS; last++) {
        if (NameScheme.mayEnd(last) && best[last] > top) {
          top = best[last];
          label = last;
        }
      }
      for (int at = length - 1; at >= 0; at--) {
        labels[first + at] = (byte) label;
        label = back[at * NameScheme.LABELS + label];
      }
    }
  }
}

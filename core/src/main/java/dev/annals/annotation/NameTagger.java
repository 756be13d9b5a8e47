package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most probable sequence of name labels of every sentence. Words in lower case are asked
 * only where a name may run through them; the rest stay outside unseen.
 */
final class NameTagger {

  /** A document is read twice. */
  static final int READINGS = 2;

  private static final int NEVER = Integer.MIN_VALUE / 4;

  private final WeightTable weights;
  private final int[] transitions;
  private final ClassTree tree;
  private final int kept;
  private final WeightSum[] outside = new WeightSum[NameFeatures.PLACES];

  /**
   * A tagger.
   *
   * @param reading 0 or 1: each keeps sums of its own with the words
   */
  NameTagger(NameWeights learnt, ClassTree tree, int reading) {
    this.weights = learnt.weights();
    this.transitions = learnt.transitions();
    this.tree = tree;
    this.kept = PlacedWord.SUMS_OF_PARTS + reading * NameFeatures.PLACES;
    for (int place = 0; place < outside.length; place++) {
      outside[place] = sum(null, place, new int[NameFeatures.MOST], new int[NameFeatures.MOST]);
    }
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
    int[] places = new int[NameFeatures.MOST];
    var sums = new WeightSum[NameFeatures.PLACES];
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
          for (int place = 0; place < NameFeatures.PLACES; place++) {
            int word = at + NameFeatures.OFFSETS[place];
            sums[place] =
                word >= from && word < to
                    ? kept(context.forms.words[word], place, buffer, places)
                    : outside[place];
          }
          int count = NameFeatures.joint(context, at, from, to, buffer, 0);
          if (evidence != null) {
            count = evidence.add(at, buffer, count);
          }
          weights.add(buffer, count, places, sums, sums.length, scores);
          path.step(scores, transitions);
        }
        path.finish(labels, i);
        i = end;
      }
    }
    return labels;
  }

  private WeightSum kept(PlacedWord word, int place, int[] buffer, int[] places) {
    WeightSum sum = word.sum(kept + place, weights);
    if (sum == null) {
      sum = sum(word, place, buffer, places);
      word.keep(kept + place, sum);
    }
    return sum;
  }

  private WeightSum sum(@Nullable PlacedWord word, int place, int[] buffer, int[] places) {
    return weights.sum(buffer, NameFeatures.of(word, place, tree, buffer, 0), places);
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

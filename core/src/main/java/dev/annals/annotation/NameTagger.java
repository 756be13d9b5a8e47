package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.Arrays;

/**
 * Finds the most probable sequence of name labels of every sentence. Words in lower case are asked
 * only where a name may run through them; the rest stay outside unseen. A document is read twice:
 * what both readings see of a token is asked for once. Immutable and safe for use by several
 * threads.
 */
final class NameTagger {

  private final WeightRows weights;
  private final ClassTree tree;
  private final NamePath firstPath;
  private final NamePath secondPath;

  /** A tagger that reads once. */
  NameTagger(NameWeights learnt, ClassTree tree) {
    this(learnt, learnt, tree);
  }

  /**
   * A tagger that reads twice.
   *
   * @param second the same again for two readings of one kind
   */
  NameTagger(NameWeights first, NameWeights second, ClassTree tree) {
    this.weights = new WeightRows(first.weights(), second.weights());
    this.tree = tree;
    this.firstPath = new NamePath(first.transitions());
    this.secondPath = new NamePath(second.transitions());
  }

  /** Labels of {@link NameScheme} from the first reading, by token. */
  byte[] tag(Tokens tokens, NameContext context) {
    return new Reading(tokens, context).first();
  }

  /** Labels from the second reading, which knows the outcome of the first. */
  byte[] tagTwice(Tokens tokens, NameContext context) {
    var reading = new Reading(tokens, context);
    byte[] labels = reading.first();
    return weights.two() ? reading.second(new NameEvidence(tokens, context, labels)) : labels;
  }

  /** One document. Not safe for several threads. */
  private final class Reading {
    private final Tokens tokens;
    private final NameContext context;
    private final WeightLanes lanes = new WeightLanes();
    private final RowPlaces places = new RowPlaces();
    private final RowPlaces kept = new RowPlaces();
    private final int[] scores = new int[NameScheme.LABELS];
    private int[] buffer = new int[512];
    private final int[] own = new int[NameFeatures.MOST];
    private final WeightSum[] outside = new WeightSum[NameFeatures.PLACES];
    // what the second reading sees like the first, of one open token after the other
    private long[] seen = new long[256 * WeightLanes.SAVED];
    private int number;

    Reading(Tokens tokens, NameContext context) {
      this.tokens = tokens;
      this.context = context;
    }

    byte[] first() {
      byte[] labels = new byte[tokens.size()];
      for (int place = 0; place < outside.length; place++) {
        outside[place] = weights.sum(own, NameFeatures.of(null, place, tree, own, 0), kept);
      }
      var path = firstPath.walk();
      int[] begins = new int[64];
      for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
        int from = tokens.sentenceFirst(sentence);
        int to = tokens.sentenceEnd(sentence);
        if (begins.length < to - from + 1) {
          begins = new int[(to - from) * 2];
        }
        locate(from, to, begins);
        for (int i = from; i < to; ) {
          int end = runEnd(i, to);
          path.start(end - i);
          for (int at = i; at < end; at++) {
            lanes.clear();
            int begin = begins[at - from];
            weights.add(places, begin, begins[at - from + 1] - begin, lanes);
            for (int place = 0; place < NameFeatures.PLACES; place++) {
              int word = at + NameFeatures.OFFSETS[place];
              lanes.add(
                  word >= from && word < to
                      ? kept(context.forms.words[word], place)
                      : outside[place]);
            }
            save();
            lanes.unpackFirst(scores);
            path.step(scores);
          }
          if (end > i) {
            path.finish(labels, i);
          }
          i = Math.max(end, i + 1);
        }
      }
      return labels;
    }

    /** Finds what all open tokens of a sentence ask for; nothing in it hangs on their labels. */
    private void locate(int from, int to, int[] begins) {
      int count = 0;
      for (int at = from; at < to; at++) {
        begins[at - from] = count;
        if (context.open(at)) {
          if (buffer.length < count + NameFeatures.MOST) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
          }
          count = NameFeatures.joint(context, at, from, to, buffer, count);
        }
      }
      begins[to - from] = count;
      weights.locate(buffer, count, places);
    }

    byte[] second(NameEvidence evidence) {
      byte[] labels = new byte[tokens.size()];
      var path = secondPath.walk();
      number = 0;
      for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
        int to = tokens.sentenceEnd(sentence);
        for (int i = tokens.sentenceFirst(sentence); i < to; ) {
          int end = runEnd(i, to);
          path.start(end - i);
          for (int at = i; at < end; at++) {
            lanes.loadSecond(seen, number++ * WeightLanes.SAVED);
            int count = evidence.add(at, own, 0);
            weights.locate(own, count, kept);
            weights.add(kept, 0, count, lanes);
            lanes.unpackSecond(scores);
            path.step(scores);
          }
          if (end > i) {
            path.finish(labels, i);
          }
          i = Math.max(end, i + 1);
        }
      }
      return labels;
    }

    /** The token after the run of open ones that begins here; the token itself if it is closed. */
    private int runEnd(int from, int to) {
      int end = from;
      while (end < to && context.open(end)) {
        end++;
      }
      return end;
    }

    private void save() {
      int at = number++ * WeightLanes.SAVED;
      if (at == seen.length) {
        seen = Arrays.copyOf(seen, at * 2);
      }
      lanes.saveSecond(seen, at);
    }

    private WeightSum kept(PlacedWord word, int place) {
      WeightSum sum = word.sum(PlacedWord.SUMS_OF_PARTS + place, weights);
      if (sum == null) {
        sum = weights.sum(own, NameFeatures.of(word, place, tree, own, 0), kept);
        word.keep(PlacedWord.SUMS_OF_PARTS + place, sum);
      }
      return sum;
    }
  }
}

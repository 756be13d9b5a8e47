package dev.annals.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Trains parts of speech with an averaged perceptron. */
final class PartTrainer {

  private static final int ROUNDS = 6;

  /** A word seen that often and always as the same part is looked up. */
  private static final int CERTAIN = 12;

  /** A weight counts when its feature was seen that often. */
  private static final int SEEN = 2;

  private final ClassTree tree;
  private final FeatureIndex index = new FeatureIndex();
  private float[] weights = new float[1 << 20];
  private float[] sums = new float[1 << 20];
  private int[] since = new int[1 << 20];
  private int step;

  PartTrainer(ClassTree tree) {
    this.tree = tree;
  }

  /**
   * Tokens whose parts are known.
   *
   * @param gold part by token, -1 where it is not known
   */
  record Sample(dev.annals.text.Tokens tokens, WordForms forms, byte[] gold) {}

  /** What was learnt. */
  record Result(WeightTable weights, WordClasses known) {}

  Result train(List<Sample> samples) {
    var known = known(samples);
    var order = new ArrayList<>(samples);
    var random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      java.util.Collections.shuffle(order, random);
      int wrong = 0;
      int all = 0;
      for (Sample sample : order) {
        byte[] parts = new byte[sample.forms().size];
        var tokens = sample.tokens();
        for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
          int from = tokens.sentenceFirst(sentence);
          int to = tokens.sentenceEnd(sentence);
          for (int i = from; i < to; i++) {
            wrong += step(sample, parts, known, i, from, to);
            all++;
          }
        }
      }
      System.err.printf("parts, round %d: %.4f%n", round, 1 - wrong / (double) all);
    }
    return new Result(table(), known);
  }

  private int step(Sample sample, byte[] parts, WordClasses known, int i, int from, int to) {
    var forms = sample.forms();
    if (forms.kind[i] == WordForms.MARK && !PartTagger.isWordMark(sample.tokens(), i)) {
      parts[i] = (byte) PartOfSpeech.PUNCTUATION.ordinal();
      return 0;
    }
    int certain = forms.setting[i] == WordForms.RUNNING ? known.of(forms.exact[i]) : 0;
    if (certain > 0) {
      parts[i] = (byte) (certain - 1);
      return 0;
    }
    int[] features = new int[PartTagger.FEATURES];
    int count = PartTagger.features(forms, tree, parts, i, from, to, features);
    float[] scores = new float[PartTagger.LABELS];
    for (int k = 0; k < count; k++) {
      features[k] = index.number(features[k]) * PartTagger.LABELS;
      reach(features[k] + PartTagger.LABELS);
      for (int label = 0; label < scores.length; label++) {
        scores[label] += weights[features[k] + label];
      }
    }
    int best = 0;
    for (int label = 1; label < scores.length; label++) {
      if (scores[label] > scores[best]) {
        best = label;
      }
    }
    parts[i] = (byte) best;
    int gold = sample.gold()[i];
    if (gold < 0) {
      return 0;
    }
    step++;
    if (best == gold) {
      return 0;
    }
    for (int k = 0; k < count; k++) {
      change(features[k] + gold, 1);
      change(features[k] + best, -1);
    }
    return 1;
  }

  private void reach(int length) {
    if (length > weights.length) {
      weights = Arrays.copyOf(weights, weights.length * 2);
      sums = Arrays.copyOf(sums, weights.length);
      since = Arrays.copyOf(since, weights.length);
    }
  }

  private void change(int at, float by) {
    sums[at] += (step - since[at]) * weights[at];
    since[at] = step;
    weights[at] += by;
  }

  private WeightTable table() {
    int labels = PartTagger.LABELS;
    float most = 0;
    for (int i = 0; i < index.size() * labels; i++) {
      change(i, 0);
      most = Math.max(most, Math.abs(sums[i]));
    }
    var rows = new ArrayList<byte[]>();
    var numbers = new ArrayList<Integer>();
    // the few largest weights are cut off so that the small ones keep their differences
    float scale = 127 / (most * 0.6f);
    for (int number = 0; number < index.size(); number++) {
      if (index.count(number) < SEEN * ROUNDS) {
        continue;
      }
      byte[] row = new byte[labels];
      boolean any = false;
      for (int label = 0; label < labels; label++) {
        row[label] = quantised(sums[number * labels + label] * scale);
        any |= row[label] != 0;
      }
      if (any) {
        rows.add(row);
        numbers.add(number);
      }
    }
    var builder = new WeightTable.Builder(labels, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      builder.put(index.feature(numbers.get(i)), rows.get(i));
    }
    WeightTable table = builder.build();
    System.err.println("parts: " + table.size() + " features");
    return table;
  }

  static byte quantised(double value) {
    return (byte) Math.max(-127, Math.min(127, Math.round(value)));
  }

  private static WordClasses known(List<Sample> samples) {
    Map<Integer, int[]> counts = new HashMap<>();
    for (Sample sample : samples) {
      for (int i = 0; i < sample.gold().length; i++) {
        if (sample.gold()[i] >= 0 && sample.forms().setting[i] == WordForms.RUNNING) {
          counts
              .computeIfAbsent(sample.forms().exact[i], key -> new int[PartTagger.LABELS])[
              sample.gold()[i]]++;
        }
      }
    }
    var known = new TreeMap<Integer, Short>();
    counts.forEach(
        (hash, row) -> {
          int best = 0;
          int all = 0;
          for (int label = 0; label < row.length; label++) {
            all += row[label];
            best = row[label] > row[best] ? label : best;
          }
          // silver labels err: one in five hundred is no second use of the word
          if (all >= CERTAIN && row[best] >= all - all / 500) {
            known.put(hash, (short) (best + 1));
          }
        });
    return classes(known);
  }

  static WordClasses classes(TreeMap<Integer, Short> values) {
    int[] hashes = new int[values.size()];
    short[] numbers = new short[values.size()];
    int next = 0;
    for (var entry : values.entrySet()) {
      hashes[next] = entry.getKey();
      numbers[next++] = entry.getValue();
    }
    return new WordClasses(hashes, numbers);
  }
}

package dev.annals.annotation;

import dev.annals.text.Tokens;

/**
 * Gives every token its part of speech, from left to right, by what the word looks like, its
 * neighbours and the parts given before. Words that are always the same part are looked up.
 */
final class PartTagger {

  static final int LABELS = PartOfSpeech.values().length;

  /** Room for the features of one token. */
  static final int FEATURES = 32;

  private static final int OWN = 0;
  private static final int NEXT = 1;

  private static final int EDGE = 0x7ed6e5;

  private final WeightRows weights;
  private final WordClasses known;

  /**
   * A tagger.
   *
   * @param known part + 1 of words that are always the same
   */
  PartTagger(WeightTable weights, WordClasses known) {
    this.weights = new WeightRows(weights);
    this.known = known;
  }

  byte[] tag(Tokens tokens, WordForms forms, ClassTree tree) {
    byte[] parts = new byte[forms.size];
    int[] features = new int[FEATURES];
    int[] scores = new int[LABELS];
    var places = new RowPlaces();
    var lanes = new WeightLanes();
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int from = tokens.sentenceFirst(sentence);
      int to = tokens.sentenceEnd(sentence);
      for (int i = from; i < to; i++) {
        if (forms.kind[i] == WordForms.MARK && !isWordMark(tokens, i)) {
          parts[i] = (byte) PartOfSpeech.PUNCTUATION.ordinal();
          continue;
        }
        int certain = forms.setting[i] == WordForms.RUNNING ? known.of(forms.exact[i]) : 0;
        if (certain > 0) {
          parts[i] = (byte) (certain - 1);
          continue;
        }
        int count = joint(forms, tree, parts, i, from, to, features, 0);
        weights.locate(features, count, places);
        lanes.clear();
        weights.add(places, 0, count, lanes);
        lanes.add(own(forms.words[i], features, places));
        if (i + 1 < to) {
          lanes.add(next(forms.words[i + 1], features, places));
        }
        lanes.unpack(scores);
        parts[i] = (byte) best(scores);
      }
    }
    return parts;
  }

  private WeightSum own(PlacedWord word, int[] features, RowPlaces places) {
    WeightSum sum = word.sum(OWN, weights);
    if (sum == null) {
      sum = weights.sum(features, own(word, features, 0), places);
      word.keep(OWN, sum);
    }
    return sum;
  }

  private WeightSum next(PlacedWord word, int[] features, RowPlaces places) {
    WeightSum sum = word.sum(NEXT, weights);
    if (sum == null) {
      sum = weights.sum(features, next(word, features, 0), places);
      word.keep(NEXT, sum);
    }
    return sum;
  }

  /** Signs that stand for words: "$", "%", "&". */
  static boolean isWordMark(Tokens tokens, int i) {
    char c = tokens.first(i);
    return tokens.end(i) - tokens.start(i) == 1
            && (c == '$' || c == '%' || c == '&' || c == '£' || c == '€' || c == '+' || c == '=')
        || c == '\'' && tokens.end(i) - tokens.start(i) == 1
        || c == '’' && tokens.end(i) - tokens.start(i) == 1;
  }

  static int best(int[] scores) {
    int best = 0;
    for (int label = 1; label < scores.length; label++) {
      if (scores[label] > scores[best]) {
        best = label;
      }
    }
    return best;
  }

  /** Writes the features of a token and says how many there are. */
  static int features(
      WordForms forms, ClassTree tree, byte[] parts, int i, int from, int to, int[] out) {
    int n = own(forms.words[i], out, 0);
    if (i + 1 < to) {
      n = next(forms.words[i + 1], out, n);
    }
    return joint(forms, tree, parts, i, from, to, out, n);
  }

  /** What the word says by itself. */
  private static int own(PlacedWord word, int[] out, int count) {
    var look = word.look;
    int n = count;
    int first = word.set & 1;
    out[n++] = FeatureHash.of(1, 0);
    out[n++] = FeatureHash.of(2, look.lower);
    out[n++] = FeatureHash.of(3, look.exact, first);
    out[n++] = FeatureHash.of(4, look.shape + word.set);
    out[n++] = FeatureHash.of(5, look.suffixes[0], look.kind);
    out[n++] = FeatureHash.of(6, look.suffixes[1], look.kind);
    out[n++] = FeatureHash.of(7, look.suffixes[2], look.kind);
    out[n++] = FeatureHash.of(8, look.suffixes[3]);
    out[n++] = FeatureHash.of(9, look.prefixes[1]);
    out[n++] = FeatureHash.of(10, look.prefixes[2]);
    if (word.cluster != 0) {
      out[n++] = FeatureHash.of(22, word.cluster);
    }
    return n;
  }

  /** What a word says of the one before it. */
  private static int next(PlacedWord word, int[] out, int count) {
    var look = word.look;
    int n = count;
    out[n++] = FeatureHash.of(16, look.lower);
    out[n++] = FeatureHash.of(20, look.suffixes[1], look.kind);
    if (word.cluster != 0) {
      out[n++] = FeatureHash.of(24, word.cluster);
    }
    return n;
  }

  /** What several words, or the parts given so far, say together. */
  private static int joint(
      WordForms f, ClassTree tree, byte[] parts, int i, int from, int to, int[] out, int count) {
    int p1 = i > from ? parts[i - 1] : 63;
    int p2 = i > from + 1 ? parts[i - 2] : 63;
    int w1 = i > from ? f.lower[i - 1] : EDGE;
    int w2 = i > from + 1 ? f.lower[i - 2] : EDGE;
    int n1 = i + 1 < to ? f.lower[i + 1] : EDGE;
    int n2 = i + 2 < to ? f.lower[i + 2] : EDGE;
    int word = f.lower[i];
    int cluster = f.clusters[i];
    int n = count;
    out[n++] = FeatureHash.of(11, p1);
    out[n++] = FeatureHash.of(12, p1, p2);
    out[n++] = FeatureHash.of(13, p1, word);
    out[n++] = FeatureHash.of(14, w1);
    out[n++] = FeatureHash.of(15, w2);
    if (i + 1 >= to) {
      out[n++] = FeatureHash.of(16, EDGE);
    }
    out[n++] = FeatureHash.of(17, n2);
    out[n++] = FeatureHash.of(18, word, n1);
    out[n++] = FeatureHash.of(19, w1, word);
    if (i + 1 < to) {
      out[n++] = FeatureHash.of(21, p1, n1);
    }
    if (cluster != 0) {
      out[n++] = FeatureHash.of(23, tree.of(cluster, 1), p1);
    }
    if (i + 1 < to && f.clusters[i + 1] != 0) {
      out[n++] = FeatureHash.of(25, tree.of(cluster, 1), tree.of(f.clusters[i + 1], 1), p1);
    }
    if (i > from && f.clusters[i - 1] != 0) {
      out[n++] = FeatureHash.of(26, f.clusters[i - 1]);
    }
    if (i + 2 < to && f.clusters[i + 2] != 0) {
      out[n++] = FeatureHash.of(27, tree.of(f.clusters[i + 2], 1));
    }
    return n;
  }
}

package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/** What the name tagger sees of a token: the same in training and in use. */
final class NameFeatures {

  /** Room for the features of one token. */
  static final int MOST = 96;

  /** Words that say something of a token: itself, and two on either side. */
  static final int PLACES = 5;

  /** How far they are away; itself comes first. */
  static final int[] OFFSETS = {0, -2, -1, 1, 2};

  private static final int[] WORD = {102, 106, 104, 105, 107};
  private static final int EDGE = 0x7ed6e5;

  private NameFeatures() {}

  /** Writes the features of a token and says how many there are. */
  static int of(
      NameContext context, @Nullable NameEvidence evidence, int i, int from, int to, int[] out) {
    int n = 0;
    for (int place = 0; place < PLACES; place++) {
      int at = i + OFFSETS[place];
      n = of(at >= from && at < to ? context.forms.words[at] : null, place, context.tree, out, n);
    }
    n = joint(context, i, from, to, out, n);
    return evidence == null ? n : evidence.add(i, out, n);
  }

  /**
   * Writes what a word says by itself of a token.
   *
   * @param word null outside the sentence
   * @param place which of {@link #OFFSETS} it is away
   */
  static int of(@Nullable PlacedWord word, int place, ClassTree tree, int[] out, int count) {
    int n = count;
    out[n++] = FeatureHash.of(WORD[place], word == null ? EDGE : word.look.lower);
    if (word == null) {
      return n;
    }
    if (word.cluster != 0) {
      int first = 140 + 4 * (OFFSETS[place] + 2);
      for (int level = 0; level < ClassTree.LEVELS; level++) {
        out[n++] = FeatureHash.of(first + level, tree.of(word.cluster, level));
      }
    }
    return place == 0 ? own(word, out, n) : n;
  }

  private static int own(PlacedWord word, int[] out, int count) {
    var look = word.look;
    int n = count;
    out[n++] = FeatureHash.of(101, word.set);
    out[n++] = FeatureHash.of(103, look.exact);
    out[n++] = FeatureHash.of(110, look.shape, word.set);
    out[n++] = FeatureHash.of(114, look.fine);
    for (int k = 0; k < WordLook.AFFIXES; k++) {
      if (look.suffixes[k] != 0) {
        out[n++] = FeatureHash.of(130 + k, look.suffixes[k]);
        out[n++] = FeatureHash.of(135 + k, look.prefixes[k]);
      }
    }
    return n;
  }

  /** Writes what several words, or words and parts of speech, say together. */
  static int joint(NameContext context, int i, int from, int to, int[] out, int count) {
    var f = context.forms;
    var tree = context.tree;
    int w0 = f.lower[i];
    int w1 = i > from ? f.lower[i - 1] : EDGE;
    int w2 = i > from + 1 ? f.lower[i - 2] : EDGE;
    int n1 = i + 1 < to ? f.lower[i + 1] : EDGE;
    int n2 = i + 2 < to ? f.lower[i + 2] : EDGE;
    int s0 = f.shape[i];
    int s1 = i > from ? f.shape[i - 1] : EDGE;
    int t1 = i + 1 < to ? f.shape[i + 1] : EDGE;
    int p0 = context.parts[i];
    int p1 = i > from ? context.parts[i - 1] : 63;
    int q1 = i + 1 < to ? context.parts[i + 1] : 63;
    int set = f.words[i].set;
    int n = count;
    out[n++] = FeatureHash.of(108, w1, w0);
    out[n++] = FeatureHash.of(109, w0, n1);
    out[n++] = FeatureHash.of(111, s1, s0);
    out[n++] = FeatureHash.of(112, s0, t1);
    out[n++] = FeatureHash.of(113, s1, s0, t1);
    out[n++] = FeatureHash.of(115, w1, s0);
    out[n++] = FeatureHash.of(116, n1, s0);
    out[n++] = FeatureHash.of(117, p1, p0);
    out[n++] = FeatureHash.of(118, p0, q1);
    out[n++] = FeatureHash.of(119, p0, set);
    out[n++] = FeatureHash.of(120, w2, w1);
    out[n++] = FeatureHash.of(121, n1, n2);
    int c0 = tree.of(f.clusters[i], 1);
    if (i > from && f.clusters[i - 1] != 0) {
      int c1 = tree.of(f.clusters[i - 1], 1);
      out[n++] = FeatureHash.of(161, c1, c0);
      out[n++] = FeatureHash.of(162, c1, s0);
    }
    if (i + 1 < to && f.clusters[i + 1] != 0) {
      int c1 = tree.of(f.clusters[i + 1], 1);
      out[n++] = FeatureHash.of(163, c1, c0);
      out[n++] = FeatureHash.of(164, c1, s0);
    }
    return context.add(i, out, n);
  }
}

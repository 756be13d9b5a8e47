package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/** What the name tagger sees of a token: the same in training and in use. */
final class NameFeatures {

  /** Room for the features of one token. */
  static final int MOST = 96;

  private static final int EDGE = 0x7ed6e5;

  /** Writes the features of a token and says how many there are. */
  int of(NameContext context, @Nullable NameEvidence evidence, int i, int from, int to, int[] out) {
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
    int set = f.setting[i] * 2 + (f.first[i] ? 1 : 0);
    int a = i * WordForms.AFFIXES;
    int n = 0;
    out[n++] = FeatureHash.of(101, set);
    out[n++] = FeatureHash.of(102, w0);
    out[n++] = FeatureHash.of(103, f.exact[i]);
    out[n++] = FeatureHash.of(104, w1);
    out[n++] = FeatureHash.of(105, n1);
    out[n++] = FeatureHash.of(106, w2);
    out[n++] = FeatureHash.of(107, n2);
    out[n++] = FeatureHash.of(108, w1, w0);
    out[n++] = FeatureHash.of(109, w0, n1);
    out[n++] = FeatureHash.of(110, s0, set);
    out[n++] = FeatureHash.of(111, s1, s0);
    out[n++] = FeatureHash.of(112, s0, t1);
    out[n++] = FeatureHash.of(113, s1, s0, t1);
    out[n++] = FeatureHash.of(114, f.fine[i]);
    out[n++] = FeatureHash.of(115, w1, s0);
    out[n++] = FeatureHash.of(116, n1, s0);
    out[n++] = FeatureHash.of(117, p1, p0);
    out[n++] = FeatureHash.of(118, p0, q1);
    out[n++] = FeatureHash.of(119, p0, set);
    out[n++] = FeatureHash.of(120, w2, w1);
    out[n++] = FeatureHash.of(121, n1, n2);
    for (int k = 0; k < WordForms.AFFIXES; k++) {
      if (f.suffixes[a + k] != 0) {
        out[n++] = FeatureHash.of(130 + k, f.suffixes[a + k]);
        out[n++] = FeatureHash.of(135 + k, f.prefixes[a + k]);
      }
    }
    for (int k = -2; k <= 2; k++) {
      int at = i + k;
      int cluster = at >= from && at < to ? f.clusters[at] : 0;
      if (cluster != 0) {
        for (int level = 0; level < ClassTree.LEVELS; level++) {
          out[n++] = FeatureHash.of(140 + 4 * (k + 2) + level, tree.of(cluster, level));
        }
      }
    }
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
    n = context.add(i, out, n);
    return evidence == null ? n : evidence.add(i, out, n);
  }
}

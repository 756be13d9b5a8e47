package dev.annals.story;

import dev.annals.text.TextResources;
import org.jspecify.annotations.Nullable;

/**
 * The learned decision whether two articles report one event: first by what they say, then by how
 * they stand among the others. Safe for use by several threads.
 *
 * @param pair trees over {@link PairFeatures}
 * @param context trees over {@link PairContext}; null before they are learned
 */
record JoinModel(TreeModel pair, @Nullable TreeModel context) {

  /** Log odds of articles that share next to nothing, which no tree is asked about. */
  static final double FAR = -6;

  /** Below this share of common weight articles are far apart. */
  private static final double NEAR = 0.06;

  static JoinModel standard() {
    return Standard.MODEL;
  }

  /** Log odds by what two articles say: above zero they report one event. */
  double logOdds(Member a, Member b) {
    if (a.body().cosine(b.body()) < NEAR && a.lead().cosine(b.lead()) < NEAR) {
      return FAR;
    }
    return pair.logOdds(PairFeatures.of(a, b));
  }

  /** Read when it is first needed, so that the trainer can run without one. */
  private static final class Standard {
    static final JoinModel MODEL =
        new JoinModel(
            TreeModel.parse(
                PairFeatures.NAMES, TextResources.lines(JoinModel.class, "pair-model.txt")),
            TreeModel.parse(
                PairContext.NAMES, TextResources.lines(JoinModel.class, "context-model.txt")));
  }
}

package dev.annals.story;

import dev.annals.text.TextResources;
import org.jspecify.annotations.Nullable;

/**
 * The learned decision whether two articles report one event: first by what they say, then by how
 * they stand among the others. Safe for use by several threads.
 */
final class JoinModel {

  /** Log odds of articles that share next to nothing, which no tree is asked about. */
  static final double FAR = -6;

  /** Below this the words beside names and numbers are as good as strange to each other. */
  private static final double BARE = 0.07;

  /** Log odds at most, where names are all that two articles share: one actor in two events. */
  private static final double NAMES_ONLY = -1;

  /** Different words of an article that may be a formula filled in. */
  private static final int SHORT = 100;

  /** Fewer numbers than this contradict nothing. */
  private static final int FEW = 2;

  /** Below this share of common weight articles are far apart. */
  private static final double NEAR = 0.06;

  private final TreeModel pair;
  private final @Nullable TreeModel context;

  // the same trees over features of which no logarithm is taken
  private final TreeModel plainPair;
  private final @Nullable TreeModel plainContext;

  /**
   * A model.
   *
   * @param pair trees over {@link PairFeatures}
   * @param context trees over {@link PairContext}; null before they are learned
   */
  JoinModel(TreeModel pair, @Nullable TreeModel context) {
    this.pair = pair;
    this.context = context;
    this.plainPair = pair.unlogged(PairFeatures.LOGGED);
    this.plainContext = context == null ? null : context.unlogged(PairContext.LOGGED);
  }

  /** Trees over {@link PairFeatures}. */
  TreeModel pair() {
    return pair;
  }

  /** Trees over {@link PairContext}; null before they are learned. */
  @Nullable TreeModel context() {
    return context;
  }

  /** The same over what {@link PairContext#plain} gives. */
  @Nullable TreeModel plainContext() {
    return plainContext;
  }

  static JoinModel standard() {
    return Standard.MODEL;
  }

  /** Log odds by what two articles say: above zero they report one event. */
  double logOdds(Member a, Member b) {
    return logOdds(new PairProbe(a, PairSide.of(a)), b, PairSide.of(b));
  }

  /** The same for an article that is compared with many. */
  double logOdds(PairProbe a, Member b, PairSide side) {
    a.words(b, side);
    if (PairProbe.cosine(a.bodySum) < NEAR && PairProbe.cosine(a.leadSum) < NEAR) {
      return FAR;
    }
    a.names(b);
    if (contradict(a, b)) {
      return FAR;
    }
    double[] x = new double[PairFeatures.NAMES.length];
    PairFeatures.plain(a, b, side, x);
    double odds = plainPair.logOdds(x);
    return x[PairFeatures.PLAIN] < BARE && x[PairFeatures.PLAIN_LEAD] < BARE
        ? Math.min(odds, NAMES_ONLY)
        : odds;
  }

  /**
   * Whether both name names and numbers, and none in common: an agency's formula for quakes or
   * match reports, filled in twice.
   */
  private static boolean contradict(PairProbe probe, Member b) {
    Member a = probe.member;
    return probe.namesSum == 0
        && probe.numbersSum == 0
        && Math.min(a.body().terms().length, b.body().terms().length) <= SHORT
        && a.names().terms().length > 0
        && b.names().terms().length > 0
        && a.numbers().terms().length >= FEW
        && b.numbers().terms().length >= FEW;
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

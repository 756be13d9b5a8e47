package dev.annals.lineage;

import java.util.Arrays;

/**
 * Two texts that print the same, by number in a story.
 *
 * @param share how much of the one that has more of the other
 * @param sentences those of the later text, each with the same one of the earlier
 */
record Tie(int earlier, int later, double share, SentencePairs sentences) {

  /** Share of either text from which two articles are tied. */
  private static final double TIED = 0.3;

  /**
   * Fewer copied sentences tie when there are at least {@value} of them and they make up {@link
   * #TIED_MANY}.
   */
  private static final int MANY = 3;

  private static final double TIED_MANY = 0.15;

  /** A single common sentence ties only when it is at least this share of a text. */
  private static final double TIED_ONE = 0.5;

  /**
   * How much of the text that has more of the other, or 0 when they are not tied.
   *
   * @param copied my sentences and theirs that are the same
   * @param alike those that are nearly so
   */
  static double share(
      TracedArticle mine, TracedArticle theirs, SentencePairs copied, SentencePairs alike) {
    if (copied.size() == 0 && alike.size() < MANY) {
      return 0;
    }
    var both = copied.or(alike);
    int words = 0;
    int[] others = new int[both.size()];
    for (int i = 0; i < both.size(); i++) {
      words += mine.prints().get(both.mine(i)).words().length;
      others[i] = both.theirs(i);
    }
    Arrays.sort(others);
    int otherWords = 0;
    for (int i = 0; i < others.length; i++) {
      if (i == 0 || others[i] != others[i - 1]) {
        otherWords += theirs.prints().get(others[i]).words().length;
      }
    }
    double share = Math.max(share(words, mine.words()), share(otherWords, theirs.words()));
    boolean tied =
        both.size() < 2
            ? share >= TIED_ONE
            : share >= TIED || copied.size() >= MANY && share >= TIED_MANY;
    return tied ? share : 0;
  }

  /** Share of a text that some of its sentences make up, by number of words that count. */
  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }
}

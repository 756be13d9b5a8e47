package dev.annals.lineage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two texts that print the same, by number in a story.
 *
 * @param share how much of the one that has more of the other
 * @param sentences pairs: sentence of the later text and the same one of the earlier
 */
record Tie(int earlier, int later, double share, int[] sentences) {

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
      List<SentencePrint> mine,
      List<SentencePrint> theirs,
      Map<Integer, Integer> copied,
      Map<Integer, Integer> alike) {
    if (copied.isEmpty() && alike.size() < MANY) {
      return 0;
    }
    var both = new TreeMap<>(alike);
    both.putAll(copied);
    double share =
        Math.max(
            share(mine, both.keySet().stream().mapToInt(s -> s).toArray()),
            share(theirs, both.values().stream().mapToInt(s -> s).distinct().toArray()));
    boolean tied =
        both.size() < 2
            ? share >= TIED_ONE
            : share >= TIED || copied.size() >= MANY && share >= TIED_MANY;
    return tied ? share : 0;
  }

  /** Share of a text that some of its sentences make up, by number of words that count. */
  private static double share(List<SentencePrint> prints, int[] sentences) {
    int all = prints.stream().mapToInt(p -> p.words().length).sum();
    int some = Arrays.stream(sentences).map(s -> prints.get(s).words().length).sum();
    return all == 0 ? 0 : (double) some / all;
  }
}

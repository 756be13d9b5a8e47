package dev.annals.story;

/**
 * How two articles stand among their neighbours: look-alikes are told from the same event by
 * whether others are nearer, and by whether they have their neighbours in common.
 */
final class PairContext {

  /** Names of the features, in the order of the array. */
  static final String[] NAMES = {
    "odds",
    "below-nearest",
    "below-farther-nearest",
    "rank",
    "farther-rank",
    "common-share",
    "common",
    "fewer-neighbours",
    "more-neighbours",
    "dated"
  };

  /** Log odds below this are not looked at again. */
  static final double HOPELESS = -4;

  /** Which of them the trees learn as logarithms. */
  static final boolean[] LOGGED = {false, false, false, true, true, false, true, true, true, false};

  private final double[] x = new double[NAMES.length];
  private long round;

  /** The features of an edge of {@code a} as the trees learn them. */
  double[] of(Node a, int edge) {
    begin(a);
    double[] plain = plain(a, edge, false).clone();
    for (int i = 0; i < plain.length; i++) {
      plain[i] = LOGGED[i] ? TreeModel.logged(plain[i]) : plain[i];
    }
    return plain;
  }

  /** The next edges are those of this article. */
  void begin(Node a) {
    round++;
    for (int i = 0; i < a.edges(); i++) {
      Node other = a.other(i);
      other.contextRound = round;
      other.contextChance = a.chance(i);
    }
  }

  /**
   * The features of an edge of the article that was begun, without logarithms.
   *
   * @param keep whether what was found out is kept for the next look
   * @return the same array each time
   */
  double[] plain(Node a, int edge, boolean keep) {
    Node b = a.other(edge);
    float odds = a.odds(edge);
    float chance = a.chance(edge);
    Standing ofA = a.standing();
    Standing ofB = b.standing();
    double nearestA = ofA.nearestBeside(odds);
    double nearestB = ofB.nearestBeside(odds);
    double likeA = ofA.likeBeside(chance);
    double likeB = ofB.likeBeside(chance);
    int rankA = ofA.above(odds);
    int rankB = ofB.above(odds);
    double common = ofA.common(edge, b, round, keep);
    // what either has is what each has, less what both have
    double either = likeA + likeB - common;
    x[0] = odds;
    x[1] = odds - Math.max(nearestA, nearestB);
    x[2] = odds - Math.min(nearestA, nearestB);
    x[3] = Math.min(rankA, rankB);
    x[4] = Math.max(rankA, rankB);
    x[5] = common / (either + 0.3);
    x[6] = common;
    x[7] = Math.min(likeA, likeB);
    x[8] = Math.max(likeA, likeB);
    x[9] = a.member.time() == null || b.member.time() == null ? 0 : 1;
    return x;
  }
}

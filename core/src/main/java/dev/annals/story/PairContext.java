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

  private long round;

  /** The features of an edge of {@code a} that leads to {@code b}. */
  double[] of(Node a, Node b, float odds) {
    round++;
    double nearestA = -9;
    double nearestB = -9;
    double likeA = 0;
    double likeB = 0;
    int rankA = 0;
    int rankB = 0;
    double common = 0;
    for (int i = 0; i < a.edges(); i++) {
      Node other = a.other(i);
      if (other != b) {
        float edge = a.odds(i);
        double chance = a.chance(i);
        nearestA = Math.max(nearestA, edge);
        rankA += edge > odds ? 1 : 0;
        likeA += chance;
        other.contextRound = round;
        other.contextChance = chance;
      }
    }
    for (int i = 0; i < b.edges(); i++) {
      Node other = b.other(i);
      if (other != a) {
        float edge = b.odds(i);
        double chance = b.chance(i);
        nearestB = Math.max(nearestB, edge);
        rankB += edge > odds ? 1 : 0;
        likeB += chance;
        if (other.contextRound == round) {
          common += Math.min(chance, other.contextChance);
        }
      }
    }
    // what either has is what each has, less what both have
    double either = likeA + likeB - common;
    return new double[] {
      odds,
      odds - Math.max(nearestA, nearestB),
      odds - Math.min(nearestA, nearestB),
      Math.log1p(Math.min(rankA, rankB)),
      Math.log1p(Math.max(rankA, rankB)),
      common / (either + 0.3),
      Math.log1p(common),
      Math.log1p(Math.min(likeA, likeB)),
      Math.log1p(Math.max(likeA, likeB)),
      a.member.time() == null || b.member.time() == null ? 0 : 1
    };
  }
}

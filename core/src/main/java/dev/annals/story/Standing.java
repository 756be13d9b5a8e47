package dev.annals.story;

import java.util.Arrays;

/**
 * How an article stands among those it was compared with, brought up to date for those that came
 * since. Forgotten when one of them leaves.
 */
final class Standing {

  /** Where nobody else is. */
  private static final double NOBODY = -9;

  /** Enough for the number of edges of an article. */
  private static final int EDGE_BITS = 8;

  private float[] sorted = new float[8];
  private int size;
  private double chances;

  // by edge: what both have in common, and what edges of the other were looked at for that
  private double[] common = {};
  private int[] seen = {};

  /** Takes in the edges that have come. */
  void follow(Node node) {
    if (size == node.edges()) {
      return;
    }
    if (node.edges() > sorted.length) {
      sorted = Arrays.copyOf(sorted, node.edges() + node.edges() / 2);
    }
    for (int edge = size; edge < node.edges(); edge++) {
      float odds = node.odds(edge);
      int at = size - above(odds);
      System.arraycopy(sorted, at, sorted, at + 1, size - at);
      sorted[at] = odds;
      size++;
      chances += node.chance(edge);
    }
  }

  /** Number of edges with higher odds. */
  int above(float odds) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = low + high >>> 1;
      if (sorted[middle] > odds) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return size - low;
  }

  /** The highest odds of all edges but one that has these. */
  double nearestBeside(float odds) {
    int at = sorted[size - 1] == odds ? size - 2 : size - 1;
    return at < 0 ? NOBODY : Math.max(NOBODY, sorted[at]);
  }

  /** Chances of all edges but one that has this, added up: in any order, see {@link Node#put}. */
  double likeBeside(float chance) {
    return chances - chance;
  }

  /**
   * Chances of the neighbours that both have. The neighbours of this node carry the number of the
   * round and their chance. Whoever came to this node since the last look came to the other one
   * since then too, if at all: edges are made when the later of two articles comes.
   *
   * @param keep whether the next look may go on from here
   */
  double common(int edge, Node other, long round, boolean keep) {
    double sum = 0;
    int from = 0;
    int losses = other.losses() << EDGE_BITS;
    if (edge < common.length && (seen[edge] & -1 << EDGE_BITS) == losses) {
      sum = common[edge];
      from = seen[edge] - losses;
    }
    for (int i = from; i < other.edges(); i++) {
      Node third = other.other(i);
      if (third.contextRound == round) {
        sum += Math.min(other.chance(i), third.contextChance);
      }
    }
    if (keep) {
      if (edge >= common.length) {
        common = Arrays.copyOf(common, sorted.length);
        seen = Arrays.copyOf(seen, sorted.length);
      }
      common[edge] = sum;
      seen[edge] = losses + other.edges();
    }
    return sum;
  }
}

package dev.annals.lineage;

import java.util.Arrays;
import java.util.List;

/**
 * The sums of shares between groups, kept up as groups are joined: average-link clustering over
 * given ties. A group that was joined to another leaves its sums behind; nobody asks for them.
 */
final class GroupLinks {

  private static final int[] NONE = {};

  private final Groups groups;
  // both groups of a pair, the smaller number first, plus 1 so that 0 is a free slot
  private long[] pairs;
  private double[] sums;
  private int used;
  // for each group how many others it is tied with, then their numbers
  private final int[][] others;

  /**
   * Links.
   *
   * @param articles number of articles
   */
  GroupLinks(Groups groups, int articles, List<Tie> ties) {
    this.groups = groups;
    this.pairs = new long[64];
    this.sums = new double[64];
    this.others = new int[articles][];
    for (Tie tie : ties) {
      int a = groups.find(tie.earlier());
      int b = groups.find(tie.later());
      if (a != b) {
        add(a, b, tie.share());
      }
    }
  }

  private void add(int a, int b, double share) {
    int at = slot(pair(a, b));
    if (pairs[at] == 0) {
      if (++used * 2 > pairs.length) {
        grow();
        at = slot(pair(a, b));
      }
      pairs[at] = pair(a, b);
      tie(a, b);
      tie(b, a);
    }
    sums[at] += share;
  }

  private void tie(int group, int other) {
    int[] some = others[group];
    if (some == null) {
      some = new int[4];
    } else if (some[0] + 1 == some.length) {
      some = Arrays.copyOf(some, some.length * 2);
    }
    some[++some[0]] = other;
    others[group] = some;
  }

  private static long pair(int a, int b) {
    return ((long) Math.min(a, b) << 32 | Math.max(a, b)) + 1;
  }

  private int slot(long pair) {
    int mask = pairs.length - 1;
    int at = (int) (pair * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (pairs[at] != 0 && pairs[at] != pair) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldPairs = pairs;
    double[] oldSums = sums;
    pairs = new long[oldPairs.length * 2];
    sums = new double[pairs.length];
    for (int i = 0; i < oldPairs.length; i++) {
      if (oldPairs[i] != 0) {
        int at = slot(oldPairs[i]);
        pairs[at] = oldPairs[i];
        sums[at] = oldSums[i];
      }
    }
  }

  /**
   * Joins the groups of two articles when the average share over all pairs between them reaches a
   * bound.
   *
   * @return whether the two are in one group now
   */
  boolean join(int a, int b, double bound) {
    int x = groups.find(a);
    int y = groups.find(b);
    if (x == y) {
      return true;
    }
    double sum = sums[slot(pair(x, y))];
    if (sum / ((double) groups.size(x) * groups.size(y)) < bound) {
      return false;
    }
    groups.join(x, y);
    int root = groups.find(x);
    int gone = root == x ? y : x;
    int[] moved = others[gone] == null ? NONE : others[gone];
    others[gone] = NONE;
    for (int i = 1; i < moved.length && i <= moved[0]; i++) {
      int other = moved[i];
      if (other != root && groups.find(other) == other) {
        add(root, other, sums[slot(pair(gone, other))]);
      }
    }
    return true;
  }
}

package dev.annals.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Average link over few articles, with a sum for each pair: what {@link AverageLink} does with
 * links and a queue for many, and merges in the same order.
 */
final class LinkTable {

  /** Articles from which a table of all pairs is larger than the links that there are. */
  static final int MOST = 96;

  private final AverageLink rule;
  private final int size;
  private final double[] sums;
  private final int[] known;

  /** Articles of each group; 0 when it has gone into another. */
  private final int[] members;

  /** The group that each article is in: its first article. */
  private final int[] home;

  // for each group the best of those that stand behind it, and how well they go together
  private final int[] partner;
  private final double[] best;

  LinkTable(AverageLink rule, int size) {
    this.rule = rule;
    this.size = size;
    sums = new double[size * size];
    known = new int[size * size];
    members = new int[size];
    home = new int[size];
    partner = new int[size];
    best = new double[size];
    for (int i = 0; i < size; i++) {
      members[i] = 1;
      home[i] = i;
    }
  }

  void add(int a, int b, double odds) {
    sums[a * size + b] = odds;
    sums[b * size + a] = odds;
    known[a * size + b] = 1;
    known[b * size + a] = 1;
  }

  /** Groups of places, in the order of their first members. */
  List<List<Integer>> groups() {
    for (int a = 0; a < size; a++) {
      search(a);
    }
    while (true) {
      int most = -1;
      for (int a = 0; a < size; a++) {
        if (partner[a] >= 0 && (most < 0 || best[a] > best[most])) {
          most = a;
        }
      }
      if (most < 0) {
        return listed();
      }
      merge(most, partner[most]);
    }
  }

  /** The first of the best for a group among those behind it. */
  private void search(int a) {
    partner[a] = -1;
    if (members[a] > 0) {
      for (int b = a + 1; b < size; b++) {
        offer(a, b);
      }
    }
  }

  private void offer(int a, int b) {
    if (members[b] > 0 && known[a * size + b] > 0) {
      double mean = rule.mean(sums[a * size + b], known[a * size + b], members[a], members[b]);
      if (rule.joins(mean)
          && (partner[a] < 0 || mean > best[a] || mean == best[a] && b < partner[a])) {
        partner[a] = b;
        best[a] = mean;
      }
    }
  }

  private void merge(int a, int b) {
    members[a] += members[b];
    members[b] = 0;
    partner[b] = -1;
    for (int i = 0; i < size; i++) {
      if (home[i] == b) {
        home[i] = a;
      }
      if (members[i] > 0 && i != a) {
        sums[a * size + i] += sums[b * size + i];
        sums[i * size + a] = sums[a * size + i];
        known[a * size + i] += known[b * size + i];
        known[i * size + a] = known[a * size + i];
      }
    }
    search(a);
    for (int i = 0; i < b; i++) {
      if (i != a && (partner[i] == a || partner[i] == b)) {
        search(i);
      } else if (i < a && members[i] > 0) {
        offer(i, a);
      }
    }
  }

  private List<List<Integer>> listed() {
    var groups = new ArrayList<List<Integer>>();
    int[] number = new int[size];
    Arrays.fill(number, -1);
    for (int i = 0; i < size; i++) {
      if (number[home[i]] < 0) {
        number[home[i]] = groups.size();
        groups.add(new ArrayList<>());
      }
      groups.get(number[home[i]]).add(i);
    }
    return groups;
  }
}

package dev.annals.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sums of shares between groups, kept up as groups are joined: average-link clustering over
 * given ties.
 */
final class GroupLinks {

  private final Groups groups;
  private final Map<Integer, Map<Integer, Double>> sums = new HashMap<>();

  GroupLinks(Groups groups, List<Tie> ties) {
    this.groups = groups;
    for (Tie tie : ties) {
      int a = groups.find(tie.earlier());
      int b = groups.find(tie.later());
      if (a != b) {
        add(a, b, tie.share());
        add(b, a, tie.share());
      }
    }
  }

  private void add(int from, int to, double share) {
    sums.computeIfAbsent(from, f -> new HashMap<>()).merge(to, share, Double::sum);
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
    double sum = sums.getOrDefault(x, Map.of()).getOrDefault(y, 0.0);
    if (sum / ((double) groups.size(x) * groups.size(y)) < bound) {
      return false;
    }
    groups.join(x, y);
    int root = groups.find(x);
    int gone = root == x ? y : x;
    var moved = sums.remove(gone);
    if (moved != null) {
      moved.forEach(
          (other, share) -> {
            var theirs = sums.get(other);
            if (theirs != null) {
              theirs.remove(gone);
            }
            if (other != root) {
              add(root, other, share);
              add(other, root, share);
            }
          });
    }
    sums.getOrDefault(root, new HashMap<>()).remove(gone);
    return true;
  }
}

package dev.annals.story;

import dev.annals.story.StoryChange.Kind;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Puts right what later articles show to have been wrong: merges two stories that turn out to be
 * one.
 */
final class SecondLook {

  /** How much worse than the rule something may stand before it is changed: keeps stories calm. */
  static final double MARGIN = 0.5;

  /** Log odds of two articles that were never near enough to be compared. */
  static final double UNCOMPARED = -3;

  private final Stories stories;

  SecondLook(Stories stories) {
    this.stories = stories;
  }

  /** After an article came: looks at its story and those it has ties to. */
  void at(Node node) {
    mergeAround(node.group());
  }

  /** Looks at everything in memory until nothing changes. */
  void all() {
    for (Group group : Stories.inOrder(stories.groups.values())) {
      if (stories.groups.containsKey(group.id)) {
        mergeAround(group);
      }
    }
  }

  private void mergeAround(Group group) {
    Group at = group;
    for (int round = 0; round < 3; round++) {
      Group best = null;
      double most = StoryClusterer.JOIN;
      for (Group other : neighbours(at)) {
        double link = link(at, other);
        if (link > most) {
          most = link;
          best = other;
        }
      }
      if (best == null) {
        return;
      }
      at = merge(at, best);
    }
  }

  private Group merge(Group a, Group b) {
    boolean first = a.nodes.get(0).number < b.nodes.get(0).number;
    Group kept = first ? a : b;
    Group gone = first ? b : a;
    for (Node node : gone.nodes) {
      kept.add(node);
    }
    stories.groups.remove(gone.id);
    stories.groups.get(kept.id);
    stories.redirects.put(gone.id, kept.id);
    stories.log.add(
        Kind.MERGED,
        kept.id,
        null,
        gone.id,
        "their articles report one event: “" + gone.title + "”");
    return kept;
  }

  /** Stories with an article that is more likely than not about the same event as one here. */
  private static Set<Group> neighbours(Group group) {
    var neighbours = new LinkedHashSet<Group>();
    for (Node node : group.nodes) {
      for (int i = 0; i < node.edges(); i++) {
        if (node.odds(i) > 0 && node.other(i).group() != group) {
          neighbours.add(node.other(i).group());
        }
      }
    }
    return neighbours;
  }

  /** Mean log odds between an article and a story. */
  double link(Node node, Group group) {
    double sum = 0;
    int known = 0;
    for (int i = 0; i < node.edges(); i++) {
      if (node.other(i).group() == group) {
        sum += node.odds(i);
        known++;
      }
    }
    return mean(sum, known, Math.min(StoryClusterer.COMPARED, group.size()));
  }

  /** Mean log odds between the articles of two stories. */
  double link(Group a, Group b) {
    Group fewer = a.size() <= b.size() ? a : b;
    Group more = fewer == a ? b : a;
    double sum = 0;
    int known = 0;
    for (Node node : fewer.nodes) {
      for (int i = 0; i < node.edges(); i++) {
        if (node.other(i).group() == more) {
          sum += node.odds(i);
          known++;
        }
      }
    }
    int pairs =
        Math.min(StoryClusterer.COMPARED, a.size()) * Math.min(StoryClusterer.COMPARED, b.size());
    return mean(sum, known, pairs);
  }

  private static double mean(double sum, int known, int pairs) {
    int unknown = Math.max(0, pairs - known);
    return (sum + unknown * UNCOMPARED) / (known + unknown);
  }
}

package dev.annals.story;

import dev.annals.story.StoryChange.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what later articles show to have been wrong: groups the articles around a new one
 * afresh, and where that is clearly better lets stories merge, split and exchange articles.
 */
final class SecondLook {

  /** How much worse than the rule something may stand before it is changed: keeps stories calm. */
  static final double MARGIN = 0.5;

  /** Log odds of two articles that were never near enough to be compared. */
  static final double UNCOMPARED = -1.5;

  /** A look at more articles than this waits for {@link #all()}. */
  private static final int MOST = 60;

  private final Stories stories;
  private final AverageLink averageLink;

  SecondLook(Stories stories) {
    this.stories = stories;
    this.averageLink =
        new AverageLink(
            StoryClusterer.JOIN, UNCOMPARED, stories.model.plainContext(), stories::prior);
  }

  /** After an article came: looks at its story and those it has ties to. */
  void at(Node node) {
    var region = new LinkedHashSet<Group>();
    region.add(node.group());
    int size = node.group().size();
    for (Group group : neighbours(node.group())) {
      if (size + group.size() <= MOST) {
        region.add(group);
        size += group.size();
      }
    }
    if (size > 2 && size <= MOST) {
      regroup(region, true);
    }
  }

  /** Looks at everything in memory. */
  void all() {
    regroup(new LinkedHashSet<>(Stories.inOrder(stories.groups.values())), false);
    stories.articles.values().forEach(Node::forgetStanding);
  }

  /** Stories with an article that is more likely than not about the same event as one here. */
  private Set<Group> neighbours(Group group) {
    var neighbours = new LinkedHashSet<Group>();
    for (Node node : group.nodes) {
      for (int i = 0; i < node.edges(); i++) {
        if (node.odds(i) + stories.prior(node, node.other(i)) > StoryClusterer.JOIN
            && node.other(i).group() != group) {
          neighbours.add(node.other(i).group());
        }
      }
    }
    return neighbours;
  }

  private void regroup(Set<Group> region, boolean again) {
    var nodes = new ArrayList<Node>();
    for (Group group : region) {
      nodes.addAll(group.nodes);
    }
    nodes.sort(Comparator.comparingLong(node -> node.number));
    List<List<Node>> parts = averageLink.group(nodes, again);
    if (!changes(parts)) {
      return;
    }
    var home = new LinkedHashMap<Node, Group>();
    for (Node node : nodes) {
      home.put(node, node.group());
    }
    Map<List<Node>, Group> keeper = keepers(parts, home);
    Map<Group, Integer> sizes = sizes(home.values());
    for (List<Node> part : parts) {
      settle(part, keeper.get(part), home, sizes);
    }
    for (Group group : region) {
      if (group.nodes.isEmpty() && stories.groups.containsKey(group.id)) {
        end(group, home);
      }
    }
  }

  /** Whether some part is not one story as it stands. */
  private static boolean changes(List<List<Node>> parts) {
    for (List<Node> part : parts) {
      Group group = part.get(0).group();
      if (group.size() != part.size()) {
        return true;
      }
      for (Node node : part) {
        if (node.group() != group) {
          return true;
        }
      }
    }
    return false;
  }

  /** Each story lives on in the part that holds most of it; the larger claim goes first. */
  private static Map<List<Node>, Group> keepers(List<List<Node>> parts, Map<Node, Group> home) {
    record Claim(List<Node> part, Group group, int shared) {}
    var claims = new ArrayList<Claim>();
    for (List<Node> part : parts) {
      var shared = new LinkedHashMap<Group, Integer>();
      for (Node node : part) {
        shared.merge(home.get(node), 1, Integer::sum);
      }
      shared.forEach((group, count) -> claims.add(new Claim(part, group, count)));
    }
    claims.sort(
        Comparator.<Claim>comparingInt(claim -> -claim.shared())
            .thenComparingLong(claim -> claim.part().get(0).number));
    var keeper = new IdentityHashMap<List<Node>, Group>();
    var taken = new HashSet<Group>();
    for (Claim claim : claims) {
      if (!keeper.containsKey(claim.part()) && taken.add(claim.group())) {
        keeper.put(claim.part(), claim.group());
      }
    }
    return keeper;
  }

  private void settle(
      List<Node> part, @Nullable Group keeper, Map<Node, Group> home, Map<Group, Integer> sizes) {
    Group from = keeper == null ? home.get(part.get(0)) : keeper;
    Group to = keeper == null ? split(part, from) : keeper;
    Map<Group, Integer> here = sizes(part.stream().map(home::get).toList());
    for (Node node : part) {
      Group left = home.get(node);
      if (node.group() != to) {
        left.nodes.remove(node);
        to.add(node);
      }
      if (left != from && here.get(left) < sizes.get(left)) { // else the stories merge
        stories.log.add(
            Kind.MOVED,
            to.id,
            node.member.article(),
            left.id,
            "closer to the articles of “" + to.title + "”");
      }
    }
    stories.touch(to);
  }

  private static Map<Group, Integer> sizes(Collection<Group> groups) {
    var sizes = new HashMap<Group, Integer>();
    groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
    return sizes;
  }

  private Group split(List<Node> part, Group from) {
    Node first = part.get(0);
    from.nodes.remove(first);
    stories.open(first, Stories.titleOf(first));
    stories.log.add(
        Kind.SPLIT,
        first.group().id,
        first.member.article(),
        from.id,
        "later articles show that it reports another event");
    return first.group();
  }

  /** A story without articles leads on to where the most of them went. */
  private void end(Group group, Map<Node, Group> home) {
    var went = new LinkedHashMap<Group, Integer>();
    for (var entry : home.entrySet()) {
      if (entry.getValue() == group) {
        went.merge(entry.getKey().group(), 1, Integer::sum);
      }
    }
    Group heir =
        went.entrySet().stream()
            .max(
                Comparator.<Map.Entry<Group, Integer>>comparingInt(Map.Entry::getValue)
                    .thenComparing(e -> -e.getKey().nodes.get(0).number))
            .orElseThrow()
            .getKey();
    heir.earlier.addAll(group.earlier);
    heir.later.addAll(group.later);
    stories.groups.remove(group.id);
    stories.redirects.put(group.id, heir.id);
    stories.log.add(
        Kind.MERGED,
        heir.id,
        null,
        group.id,
        "their articles report one event: “" + group.title + "”");
  }

  /** Mean log odds between an article and a story. */
  double link(Node node, Group group) {
    double sum = 0;
    int known = 0;
    for (int i = 0; i < node.edges(); i++) {
      if (node.other(i).group() == group) {
        sum += node.odds(i) + stories.prior(node, node.other(i));
        known++;
      }
    }
    return averageLink.mean(sum, known, 1, group.size());
  }
}

package dev.annals.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Groups articles from scratch: the two groups whose articles are on average most surely about one
 * event become one, until none are more likely so than not. Unlike a chain of "alike to the last
 * one", no group swells over look-alikes.
 */
final class AverageLink {

  private final double join;
  private final double uncompared;
  private final int few;

  private final @Nullable TreeModel context;
  private final ToDoubleBiFunction<Node, Node> prior;
  private final PairContext pairContext = new PairContext();

  AverageLink(
      double join,
      double uncompared,
      @Nullable TreeModel context,
      ToDoubleBiFunction<Node, Node> prior) {
    this(join, uncompared, context, prior, LinkTable.MOST);
  }

  /**
   * A grouping.
   *
   * @param few articles that are grouped over a table
   */
  AverageLink(
      double join,
      double uncompared,
      @Nullable TreeModel context,
      ToDoubleBiFunction<Node, Node> prior,
      int few) {
    this.few = few;
    this.prior = prior;
    this.join = join;
    this.uncompared = uncompared;
    this.context = context;
  }

  /**
   * The groups, each in the order of the nodes given, by their first nodes.
   *
   * @param again whether the same articles will be looked at again soon
   */
  List<List<Node>> group(List<Node> nodes, boolean again) {
    int n = nodes.size();
    for (int i = 0; i < n; i++) {
      nodes.get(i).place = i;
    }
    var links = new Links();
    for (int i = 0; i < n; i++) {
      // each pair is met from both sides
      link(nodes.get(i), links, again);
    }
    // only two groups with a likely pair can become one, so each part of the graph of likely pairs
    // is grouped by itself: all at once would hold every link of a whole memory at the same time
    var parts = links.parts(n, join);
    var groups = new ArrayList<List<Node>>();
    for (List<Integer> part : parts.members()) {
      if (part.size() == 1) {
        groups.add(List.of(nodes.get(part.get(0))));
      } else if (part.size() <= few) {
        mergeFew(part, parts, links, nodes, groups);
      } else {
        merge(part, parts, links, nodes, groups);
      }
    }
    groups.sort(Comparator.comparingInt(group -> group.get(0).place));
    for (Node node : nodes) {
      node.place = -1;
    }
    return groups;
  }

  /** Adds the links of an article with those that stand before it. */
  private void link(Node node, Links links, boolean again) {
    boolean begun = false;
    for (int edge = 0; edge < node.edges(); edge++) {
      Node other = node.other(edge);
      if (other.place < 0 || other.place >= node.place) {
        continue;
      }
      float said = node.odds(edge);
      double odds = said;
      double before = prior.applyAsDouble(node, other);
      if (before > 0) {
        // among a handful of articles how they stand among their neighbours says nothing
        odds = said + before;
      } else if (context != null && said < PairContext.HOPELESS) {
        odds = JoinModel.FAR;
      } else if (context != null) {
        if (!begun) {
          pairContext.begin(node);
          begun = true;
        }
        odds = context.logOdds(pairContext.plain(node, edge, again));
      }
      links.add(other.place, node.place, odds);
    }
  }

  /** Pairs with their log odds. */
  private static final class Links {
    private int[] lower = new int[64];
    private int[] upper = new int[64];
    private double[] odds = new double[64];
    private int size;

    void add(int a, int b, double value) {
      if (size == odds.length) {
        lower = Arrays.copyOf(lower, size * 2);
        upper = Arrays.copyOf(upper, size * 2);
        odds = Arrays.copyOf(odds, size * 2);
      }
      lower[size] = a;
      upper[size] = b;
      odds[size++] = value;
    }

    /** What hangs together by pairs above a bar. */
    Parts parts(int nodes, double bar) {
      int[] root = new int[nodes];
      for (int i = 0; i < nodes; i++) {
        root[i] = i;
      }
      for (int k = 0; k < size; k++) {
        if (odds[k] > bar) {
          int a = root(root, lower[k]);
          int b = root(root, upper[k]);
          root[Math.max(a, b)] = Math.min(a, b);
        }
      }
      var members = new ArrayList<List<Integer>>();
      int[] part = new int[nodes];
      int[] place = new int[nodes];
      for (int i = 0; i < nodes; i++) {
        int first = root(root, i);
        if (first == i) {
          part[i] = members.size();
          members.add(new ArrayList<>());
        }
        part[i] = part[first];
        place[i] = members.get(part[i]).size();
        members.get(part[i]).add(i);
      }
      // the links of each part, one part after the other
      int[] first = new int[members.size() + 1];
      for (int k = 0; k < size; k++) {
        if (part[lower[k]] == part[upper[k]]) {
          first[part[lower[k]] + 1]++;
        }
      }
      for (int p = 0; p < members.size(); p++) {
        first[p + 1] += first[p];
      }
      int[] links = new int[first[members.size()]];
      int[] next = first.clone();
      for (int k = 0; k < size; k++) {
        if (part[lower[k]] == part[upper[k]]) {
          links[next[part[lower[k]]]++] = k;
        }
      }
      return new Parts(members, part, place, first, links);
    }

    private static int root(int[] root, int node) {
      int at = node;
      while (root[at] != at) {
        root[at] = root[root[at]];
        at = root[at];
      }
      return at;
    }
  }

  /**
   * Parts of the graph.
   *
   * @param members numbers of the nodes of each part, ascending
   * @param part of each node
   * @param place of each node within its part
   * @param first where the links of each part begin in {@code links}
   * @param links numbers of the links
   */
  private record Parts(
      List<List<Integer>> members, int[] part, int[] place, int[] first, int[] links) {}

  private void mergeFew(
      List<Integer> part, Parts parts, Links links, List<Node> nodes, List<List<Node>> groups) {
    var table = new LinkTable(this, part.size());
    int number = parts.part()[part.get(0)];
    for (int at = parts.first()[number]; at < parts.first()[number + 1]; at++) {
      int k = parts.links()[at];
      table.add(parts.place()[links.lower[k]], parts.place()[links.upper[k]], links.odds[k]);
    }
    for (List<Integer> group : table.groups()) {
      groups.add(group.stream().map(place -> nodes.get(part.get(place))).toList());
    }
  }

  private void merge(
      List<Integer> part, Parts parts, Links links, List<Node> nodes, List<List<Node>> groups) {
    var clusters = new ArrayList<Cluster>(part.size());
    for (int i = 0; i < part.size(); i++) {
      clusters.add(new Cluster(i));
    }
    int number = parts.part()[part.get(0)];
    for (int at = parts.first()[number]; at < parts.first()[number + 1]; at++) {
      int k = parts.links()[at];
      int a = parts.place()[links.lower[k]];
      int b = parts.place()[links.upper[k]];
      clusters.get(b).links.put(a, new double[] {links.odds[k], 1});
      clusters.get(a).links.put(b, new double[] {links.odds[k], 1});
    }
    var queue = new PriorityQueue<Candidate>();
    for (Cluster cluster : clusters) {
      for (int other : cluster.links.keySet()) {
        if (cluster.id < other) {
          offer(queue, clusters, cluster, clusters.get(other));
        }
      }
    }
    while (!queue.isEmpty()) {
      Candidate best = queue.remove();
      Cluster a = clusters.get(best.a());
      Cluster b = clusters.get(best.b());
      if (a.version == best.versionA() && b.version == best.versionB()) {
        merge(a, b, clusters);
        for (int other : a.links.keySet()) {
          offer(queue, clusters, a, clusters.get(other));
        }
      }
    }
    for (Cluster cluster : clusters) {
      if (cluster.version >= 0) {
        groups.add(
            cluster.members.stream().sorted().map(place -> nodes.get(part.get(place))).toList());
      }
    }
  }

  private void offer(PriorityQueue<Candidate> queue, List<Cluster> clusters, Cluster x, Cluster y) {
    Cluster a = x.id < y.id ? x : y;
    Cluster b = a == x ? y : x;
    double[] link = a.links.get(b.id);
    if (link == null) {
      return;
    }
    double mean = mean(link[0], link[1], a.members.size(), b.members.size());
    if (joins(mean)) {
      queue.add(new Candidate(mean, a.id, b.id, a.version, b.version));
    }
  }

  /** Mean log odds of the pairs of two groups; a pair never compared counts as unlike. */
  double mean(double sum, double known, int sizeA, int sizeB) {
    double pairs =
        (double) Math.min(StoryClusterer.COMPARED, sizeA)
            * Math.min(StoryClusterer.COMPARED, sizeB);
    double unknown = Math.max(0, pairs - known);
    return (sum + unknown * uncompared) / (known + unknown);
  }

  /** Whether two groups with this mean become one. */
  boolean joins(double mean) {
    return mean > join;
  }

  private static void merge(Cluster a, Cluster b, List<Cluster> clusters) {
    a.members.addAll(b.members);
    a.version++;
    b.version = -1;
    a.links.remove(b.id);
    for (var entry : b.links.entrySet()) {
      int other = entry.getKey();
      if (other == a.id) {
        continue;
      }
      double[] more = entry.getValue();
      double[] link = a.links.computeIfAbsent(other, o -> new double[2]);
      link[0] += more[0];
      link[1] += more[1];
      var back = clusters.get(other).links;
      back.remove(b.id);
      back.put(a.id, link.clone());
    }
    b.links.clear();
  }

  private static final class Cluster {
    final int id;
    final List<Integer> members = new ArrayList<>();
    final Map<Integer, double[]> links = new HashMap<>();
    int version;

    Cluster(int id) {
      this.id = id;
      members.add(id);
    }
  }

  private record Candidate(double mean, int a, int b, int versionA, int versionB)
      implements Comparable<Candidate> {

    @Override
    public int compareTo(Candidate other) {
      int order = Double.compare(other.mean, mean);
      if (order == 0) {
        order = Integer.compare(a, other.a);
      }
      return order != 0 ? order : Integer.compare(b, other.b);
    }
  }
}

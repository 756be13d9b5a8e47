package dev.annals.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

  private final @Nullable TreeModel context;
  private final ToDoubleBiFunction<Node, Node> prior;
  private final PairContext pairContext = new PairContext();

  AverageLink(
      double join,
      double uncompared,
      @Nullable TreeModel context,
      ToDoubleBiFunction<Node, Node> prior) {
    this.prior = prior;
    this.join = join;
    this.uncompared = uncompared;
    this.context = context;
  }

  private double odds(Node node, int edge) {
    float odds = node.odds(edge);
    double before = prior.applyAsDouble(node, node.other(edge));
    if (before > 0) {
      // among a handful of articles how they stand among their neighbours says nothing
      return odds + before;
    }
    if (context == null) {
      return odds;
    }
    if (odds < PairContext.HOPELESS) {
      return JoinModel.FAR;
    }
    return context.logOdds(pairContext.of(node, node.other(edge), odds));
  }

  /** The groups, each in the order of the nodes given, by their first nodes. */
  List<List<Node>> group(List<Node> nodes) {
    var number = new IdentityHashMap<Node, Integer>();
    for (Node node : nodes) {
      number.put(node, number.size());
    }
    int n = nodes.size();
    var clusters = new ArrayList<Cluster>(n);
    for (int i = 0; i < n; i++) {
      clusters.add(new Cluster(i));
    }
    for (int i = 0; i < n; i++) {
      Node node = nodes.get(i);
      for (int e = 0; e < node.edges(); e++) {
        Integer other = number.get(node.other(e));
        // each pair is met from both sides
        if (other != null && other < i) {
          double odds = odds(node, e);
          clusters.get(i).links.put(other, new double[] {odds, 1});
          clusters.get(other).links.put(i, new double[] {odds, 1});
        }
      }
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
    var groups = new ArrayList<List<Node>>();
    for (Cluster cluster : clusters) {
      if (cluster.version >= 0) {
        groups.add(cluster.members.stream().sorted().map(nodes::get).toList());
      }
    }
    return groups;
  }

  private void offer(PriorityQueue<Candidate> queue, List<Cluster> clusters, Cluster x, Cluster y) {
    Cluster a = x.id < y.id ? x : y;
    Cluster b = a == x ? y : x;
    double[] link = a.links.get(b.id);
    if (link == null) {
      return;
    }
    double mean = mean(link[0], link[1], a.members.size(), b.members.size());
    if (mean > join) {
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

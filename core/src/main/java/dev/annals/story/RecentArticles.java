package dev.annals.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Index of the articles in memory. A key leads to the latest articles that have it and no more, so
 * that a search costs the same however much was read.
 */
final class RecentArticles {

  /** Articles behind a key: swept 32 to 512, no change above 96 on the benchmark sets. */
  private static final int MOST = 128;

  private static final Comparator<Node> BEST =
      Comparator.<Node>comparingDouble(node -> -node.found).thenComparingLong(node -> -node.number);

  private final Map<Integer, Posting> postings = new HashMap<>();
  private long round;

  void add(Node node) {
    var keys = node.keys();
    for (int i = 0; i < keys.keys().length; i++) {
      postings.computeIfAbsent(keys.keys()[i], key -> new Posting()).add(node, keys.weights()[i]);
    }
  }

  void remove(Node node) {
    for (int key : node.keys().keys()) {
      Posting posting = postings.get(key);
      if (posting != null && posting.remove(node) == 0) {
        postings.remove(key);
      }
    }
  }

  /** The articles that share the most with this one, the most first. */
  List<Node> near(Node node, int most) {
    round++;
    var keys = node.keys();
    var found = new ArrayList<Node>();
    for (int i = 0; i < keys.keys().length; i++) {
      Posting posting = postings.get(keys.keys()[i]);
      if (posting != null) {
        posting.collect(keys.weights()[i], round, found);
      }
    }
    if (found.size() > most * 4) {
      // sorting thousands for a few dozen: leave out what cannot be among them
      float[] sums = new float[found.size()];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = found.get(i).found;
      }
      Arrays.sort(sums);
      float least = sums[sums.length - most];
      found.removeIf(other -> other.found < least);
    }
    found.sort(BEST);
    return found.size() > most ? found.subList(0, most) : found;
  }

  /** Keys in ascending order, for the snapshot. */
  int[] keys() {
    return postings.keySet().stream().mapToInt(key -> key).sorted().toArray();
  }

  Posting posting(int key) {
    return postings.computeIfAbsent(key, k -> new Posting());
  }

  /** The latest articles with one key, oldest first. */
  static final class Posting {
    private Node[] nodes = new Node[2];
    private float[] weights = new float[2];
    private int size;

    void add(Node node, float weight) {
      if (size == MOST) {
        System.arraycopy(nodes, 1, nodes, 0, size - 1);
        System.arraycopy(weights, 1, weights, 0, size - 1);
        size--;
      } else if (size == nodes.length) {
        nodes = Arrays.copyOf(nodes, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
      }
      nodes[size] = node;
      weights[size++] = weight;
    }

    int remove(Node node) {
      for (int i = 0; i < size; i++) {
        if (nodes[i] == node) {
          System.arraycopy(nodes, i + 1, nodes, i, size - i - 1);
          System.arraycopy(weights, i + 1, weights, i, size - i - 1);
          size--;
          nodes[size] = null; // else what left memory would stay reachable
          break;
        }
      }
      return size;
    }

    void collect(float weight, long round, List<Node> found) {
      for (int i = 0; i < size; i++) {
        Node node = nodes[i];
        if (node.round != round) {
          node.round = round;
          node.found = 0;
          found.add(node);
        }
        node.found += weight * weights[i];
      }
    }

    int size() {
      return size;
    }

    Node node(int i) {
      return nodes[i];
    }
  }
}

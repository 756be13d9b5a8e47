package dev.annals.story;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A story in memory. */
final class Group {

  final String id;
  final String title;
  final List<Node> nodes = new ArrayList<>();
  final TreeSet<String> earlier = new TreeSet<>();
  final TreeSet<String> later = new TreeSet<>();

  Group(String id, String title) {
    this.id = id;
    this.title = title;
  }

  int size() {
    return nodes.size();
  }

  void add(Node node) {
    int at = nodes.size();
    while (at > 0 && nodes.get(at - 1).number > node.number) {
      at--;
    }
    nodes.add(at, node);
    node.group = this;
  }
}

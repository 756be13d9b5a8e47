package dev.annals.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the whole state of {@link Stories} in a fixed order, and reads it again. Not packed: most
 * of it are hashes and weights, which do not pack.
 */
final class StoriesSnapshot {

  private static final int VERSION = 2;

  private StoriesSnapshot() {}

  static void write(Stories stories, OutputStream stream) throws IOException {
    var out = new SnapshotWriter(stream);
    out.integer(VERSION);
    out.count(stories.arrived);
    stories.weights.write(out);
    List<Node> nodes = stories.nodes();
    Map<Node, Integer> places = new IdentityHashMap<>(nodes.size() * 2);
    out.count(nodes.size());
    for (Node node : nodes) {
      places.put(node, places.size());
      out.count(node.number);
      out.text(node.why);
      member(out, node.member);
    }
    for (Node node : nodes) {
      out.count(node.edges());
      for (int i = 0; i < node.edges(); i++) {
        out.count(places.get(node.other(i)));
        out.real(node.odds(i));
      }
    }
    groups(out, stories, places);
    index(out, stories.index, places);
    out.count(stories.redirects.size());
    for (var redirect : stories.redirects.entrySet()) {
      out.text(redirect.getKey());
      out.text(redirect.getValue());
    }
    history(out, stories.log);
    out.flush();
  }

  static Stories read(InputStream stream, Stories stories) {
    try {
      var in = new SnapshotReader(stream);
      int version = in.integer();
      if (version != VERSION) {
        throw new IllegalArgumentException("snapshot of version " + version);
      }
      stories.arrived = in.count();
      stories.weights.read(in);
      int size = in.size();
      var nodes = new ArrayList<Node>();
      for (int i = 0; i < size; i++) {
        long number = in.count();
        String why = in.required();
        var node = new Node(number, member(in));
        node.why = why;
        nodes.add(node);
        stories.articles.put(node.member.article(), node);
      }
      for (Node node : nodes) {
        int edges = in.size();
        for (int i = 0; i < edges; i++) {
          node.put(nodes.get(in.size()), in.real());
        }
      }
      readGroups(in, stories, nodes);
      int keys = in.size();
      for (int i = 0; i < keys; i++) {
        int key = in.integer();
        var posting = stories.index.posting(key);
        int entries = in.size();
        for (int k = 0; k < entries; k++) {
          Node node = nodes.get(in.size());
          posting.add(node, node.keys().weight(key));
        }
      }
      int redirects = in.size();
      for (int i = 0; i < redirects; i++) {
        stories.redirects.put(in.required(), in.required());
      }
      readHistory(in, stories.log);
      return stories;
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a snapshot of stories", e);
    }
  }

  private static void groups(SnapshotWriter out, Stories stories, Map<Node, Integer> places)
      throws IOException {
    out.count(stories.groups.size());
    for (Group group : stories.groups.values()) {
      out.text(group.id);
      out.text(group.title);
      out.texts(group.earlier);
      out.texts(group.later);
      out.count(group.size());
      for (Node node : group.nodes) {
        out.count(places.get(node));
      }
    }
  }

  private static void readGroups(SnapshotReader in, Stories stories, List<Node> nodes)
      throws IOException {
    int size = in.size();
    for (int i = 0; i < size; i++) {
      var group = new Group(in.required(), in.required());
      in.texts(group.earlier);
      in.texts(group.later);
      int members = in.size();
      for (int k = 0; k < members; k++) {
        group.add(nodes.get(in.size()));
      }
      stories.groups.put(group.id, group);
    }
  }

  /** The weights of a posting are those that its articles give the key. */
  private static void index(SnapshotWriter out, RecentArticles index, Map<Node, Integer> places)
      throws IOException {
    int[] keys = index.keys();
    out.count(keys.length);
    for (int key : keys) {
      var posting = index.posting(key);
      out.integer(key);
      out.count(posting.size());
      for (int i = 0; i < posting.size(); i++) {
        out.count(places.get(posting.node(i)));
      }
    }
  }

  private static void history(SnapshotWriter out, StoryLog log) throws IOException {
    out.count(log.number());
    List<StoryChange> kept = log.kept();
    out.count(kept.size());
    for (StoryChange change : kept) {
      out.count(change.number());
      out.count(change.kind().ordinal());
      out.text(change.story());
      out.text(change.article());
      out.text(change.other());
      out.text(change.why());
    }
  }

  private static void readHistory(SnapshotReader in, StoryLog log) throws IOException {
    long number = in.count();
    int size = in.size();
    var changes = new ArrayList<StoryChange>();
    for (int i = 0; i < size; i++) {
      changes.add(
          new StoryChange(
              in.count(),
              StoryChange.Kind.values()[in.size()],
              in.required(),
              in.text(),
              in.text(),
              in.required()));
    }
    log.restore(number, changes);
  }

  private static void member(SnapshotWriter out, Member member) throws IOException {
    out.text(member.article());
    out.text(member.source());
    out.text(member.title());
    Long time = member.time();
    out.count(time == null ? 0 : 1);
    out.whole(time == null ? 0 : time);
    out.text(member.day());
    out.text(member.language());
    for (SparseVector vector :
        List.of(
            member.headline(),
            member.lead(),
            member.body(),
            member.names(),
            member.numbers(),
            member.days())) {
      out.count(vector.terms().length);
      for (int i = 0; i < vector.terms().length; i++) {
        out.integer(vector.terms()[i]);
        out.real(vector.weights()[i]);
      }
    }
    out.count(member.signature().length);
    for (int slot : member.signature()) {
      out.integer(slot);
    }
    out.whole(member.print());
  }

  private static Member member(SnapshotReader in) throws IOException {
    String article = in.required();
    String source = in.text();
    String title = in.text();
    boolean timed = in.count() == 1;
    long time = in.whole();
    String day = in.text();
    String language = in.required();
    return new Member(
        article,
        source,
        title,
        timed ? (Long) time : null,
        day,
        language,
        vector(in),
        vector(in),
        vector(in),
        vector(in),
        vector(in),
        vector(in),
        ints(in),
        in.whole());
  }

  private static SparseVector vector(SnapshotReader in) throws IOException {
    int size = in.size();
    int[] terms = new int[size];
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      terms[i] = in.integer();
      weights[i] = in.real();
    }
    return new SparseVector(terms, weights);
  }

  private static int[] ints(SnapshotReader in) throws IOException {
    int[] values = new int[in.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.integer();
    }
    return values;
  }
}

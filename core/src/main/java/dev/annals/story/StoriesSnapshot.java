package dev.annals.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the whole state of {@link Stories} in a fixed order, and reads it again. */
final class StoriesSnapshot {

  private static final int VERSION = 1;

  private StoriesSnapshot() {}

  static byte[] write(Stories stories) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeLong(stories.arrived);
      stories.weights.write(out);
      List<Node> nodes = stories.nodes();
      out.writeInt(nodes.size());
      for (Node node : nodes) {
        out.writeLong(node.number);
        text(out, node.why);
        member(out, node.member);
      }
      for (Node node : nodes) {
        out.writeInt(node.edges());
        for (int i = 0; i < node.edges(); i++) {
          out.writeLong(node.other(i).number);
          out.writeFloat(node.odds(i));
        }
      }
      groups(out, stories);
      index(out, stories.index);
      out.writeInt(stories.redirects.size());
      for (var redirect : stories.redirects.entrySet()) {
        text(out, redirect.getKey());
        text(out, redirect.getValue());
      }
      history(out, stories.log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Stories read(byte[] snapshot, Stories stories) {
    try (var in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      int version = in.readInt();
      if (version != VERSION) {
        throw new IllegalArgumentException("snapshot of version " + version);
      }
      stories.arrived = in.readLong();
      stories.weights.read(in);
      int size = in.readInt();
      var nodes = new ArrayList<Node>(size);
      var byNumber = new HashMap<Long, Node>();
      for (int i = 0; i < size; i++) {
        long number = in.readLong();
        String why = required(in);
        var node = new Node(number, member(in));
        node.why = why;
        nodes.add(node);
        byNumber.put(number, node);
        stories.articles.put(node.member.article(), node);
      }
      for (Node node : nodes) {
        int edges = in.readInt();
        for (int i = 0; i < edges; i++) {
          node.put(known(byNumber, in.readLong()), in.readFloat());
        }
      }
      readGroups(in, stories, byNumber);
      int keys = in.readInt();
      for (int i = 0; i < keys; i++) {
        var posting = stories.index.posting(in.readInt());
        int entries = in.readInt();
        for (int k = 0; k < entries; k++) {
          posting.add(known(byNumber, in.readLong()), in.readFloat());
        }
      }
      int redirects = in.readInt();
      for (int i = 0; i < redirects; i++) {
        stories.redirects.put(required(in), required(in));
      }
      readHistory(in, stories.log);
      return stories;
    } catch (IOException e) {
      throw new IllegalArgumentException("not a snapshot of stories", e);
    }
  }

  private static void groups(DataOutputStream out, Stories stories) throws IOException {
    out.writeInt(stories.groups.size());
    for (Group group : stories.groups.values()) {
      text(out, group.id);
      text(out, group.title);
      texts(out, group.earlier);
      texts(out, group.later);
      out.writeInt(group.size());
      for (Node node : group.nodes) {
        out.writeLong(node.number);
      }
    }
  }

  private static void readGroups(DataInputStream in, Stories stories, Map<Long, Node> byNumber)
      throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      var group = new Group(required(in), required(in));
      texts(in, group.earlier);
      texts(in, group.later);
      int members = in.readInt();
      for (int k = 0; k < members; k++) {
        group.add(known(byNumber, in.readLong()));
      }
      stories.groups.put(group.id, group);
    }
  }

  private static void index(DataOutputStream out, RecentArticles index) throws IOException {
    int[] keys = index.keys();
    out.writeInt(keys.length);
    for (int key : keys) {
      var posting = index.posting(key);
      out.writeInt(key);
      out.writeInt(posting.size());
      for (int i = 0; i < posting.size(); i++) {
        out.writeLong(posting.node(i).number);
        out.writeFloat(posting.weight(i));
      }
    }
  }

  private static void history(DataOutputStream out, StoryLog log) throws IOException {
    out.writeLong(log.number());
    List<StoryChange> kept = log.kept();
    out.writeInt(kept.size());
    for (StoryChange change : kept) {
      out.writeLong(change.number());
      out.writeByte(change.kind().ordinal());
      text(out, change.story());
      text(out, change.article());
      text(out, change.other());
      text(out, change.why());
    }
  }

  private static void readHistory(DataInputStream in, StoryLog log) throws IOException {
    long number = in.readLong();
    int size = in.readInt();
    var changes = new ArrayList<StoryChange>(size);
    for (int i = 0; i < size; i++) {
      changes.add(
          new StoryChange(
              in.readLong(),
              StoryChange.Kind.values()[in.readByte()],
              required(in),
              text(in),
              text(in),
              required(in)));
    }
    log.restore(number, changes);
  }

  private static void member(DataOutputStream out, Member member) throws IOException {
    text(out, member.article());
    text(out, member.source());
    text(out, member.title());
    Long time = member.time();
    out.writeBoolean(time != null);
    out.writeLong(time == null ? 0 : time);
    text(out, member.day());
    text(out, member.language());
    for (SparseVector vector :
        List.of(
            member.headline(),
            member.lead(),
            member.body(),
            member.names(),
            member.numbers(),
            member.days())) {
      out.writeInt(vector.terms().length);
      for (int i = 0; i < vector.terms().length; i++) {
        out.writeInt(vector.terms()[i]);
        out.writeFloat(vector.weights()[i]);
      }
    }
    out.writeInt(member.signature().length);
    for (int slot : member.signature()) {
      out.writeInt(slot);
    }
    out.writeLong(member.print());
  }

  private static Member member(DataInputStream in) throws IOException {
    String article = required(in);
    String source = text(in);
    String title = text(in);
    boolean timed = in.readBoolean();
    long time = in.readLong();
    String day = text(in);
    String language = required(in);
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
        in.readLong());
  }

  private static SparseVector vector(DataInputStream in) throws IOException {
    int size = in.readInt();
    int[] terms = new int[size];
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      terms[i] = in.readInt();
      weights[i] = in.readFloat();
    }
    return new SparseVector(terms, weights);
  }

  private static int[] ints(DataInputStream in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  private static Node known(Map<Long, Node> byNumber, long number) throws IOException {
    Node node = byNumber.get(number);
    if (node == null) {
      throw new IOException("no article " + number);
    }
    return node;
  }

  private static void texts(DataOutputStream out, java.util.Collection<String> texts)
      throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(out, text);
    }
  }

  private static void texts(DataInputStream in, java.util.Collection<String> texts)
      throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      texts.add(required(in));
    }
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_16BE);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_16BE);
  }

  private static String required(DataInputStream in) throws IOException {
    String text = text(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }
}

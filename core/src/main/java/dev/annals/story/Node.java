package dev.annals.story;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An article in memory, with how alike it is to those it was compared with. */
final class Node {

  /** More comparisons than this are not kept: in a big story some say as much as all. */
  private static final int MOST = 160;

  private static final double STEPS = 1L << 40;

  final long number;
  final Member member;
  String why = "";
  @Nullable Group group;

  /** Sum and round of the index's last search, so that a search allocates nothing. */
  float found;

  long round;

  /** The same for the search for common neighbours. */
  float contextChance;

  long contextRound;

  /** The last article that it was compared with, as a running number, and the log odds. */
  double comparedOdds;

  long compared;

  /** Place among the articles that are being grouped, or -1. */
  int place = -1;

  private @Nullable ArticleKeys keys;
  private @Nullable PairSide side;
  private @Nullable Standing standing;

  private static final @Nullable Node[] NOBODY = {};

  private @Nullable Node[] others = new Node[8];
  private float[] odds = new float[8];
  private float[] chances = new float[8];
  private int size;
  private int losses;

  Node(long number, Member member) {
    this.number = number;
    this.member = member;
  }

  /** The story it stands in. */
  Group group() {
    return Objects.requireNonNull(group);
  }

  /** Notes the log odds that two articles report one event, on both sides. */
  static void connect(Node a, Node b, double logOdds) {
    if (a.size < MOST && b.size < MOST) {
      float odds = (float) logOdds;
      float chance = chanceOf(odds);
      a.put(b, odds, chance);
      b.put(a, odds, chance);
    }
  }

  /** What it brings to each comparison. */
  PairSide side() {
    if (side == null) {
      side = PairSide.of(member);
    }
    return side;
  }

  /** How it stands among all it has been compared with so far. */
  Standing standing() {
    if (standing == null) {
      standing = new Standing();
    }
    standing.follow(this);
    return standing;
  }

  /** Gives the memory of {@link #standing} back. */
  void forgetStanding() {
    standing = null;
  }

  /** What the index finds it by. */
  ArticleKeys keys() {
    if (keys == null) {
      keys = ArticleKeys.of(member);
    }
    return keys;
  }

  int edges() {
    return size;
  }

  /** Number of edges that it had once; from then on the others are counted anew. */
  int losses() {
    return losses;
  }

  Node other(int edge) {
    return Objects.requireNonNull(others[edge]);
  }

  float odds(int edge) {
    return odds[edge];
  }

  /** The log odds as a probability. */
  float chance(int edge) {
    return chances[edge];
  }

  /** Takes the node out of the memory of its neighbours, and them out of its own. */
  void disconnect() {
    for (int i = 0; i < size; i++) {
      other(i).drop(this);
    }
    size = 0;
    standing = null;
    others = NOBODY;
    odds = new float[0];
    chances = new float[0];
  }

  void put(Node other, float value) {
    put(other, value, chanceOf(value));
  }

  /**
   * Log odds as a probability, in steps so fine that they are only felt below one in a hundred
   * thousand: sums of a few hundred are exact, and the same in any order.
   */
  private static float chanceOf(float odds) {
    float chance = (float) (1 / (1 + Math.exp(-odds)));
    return (float) (Math.rint(chance * STEPS) / STEPS);
  }

  private void put(Node other, float value, float chance) {
    if (size == others.length) {
      int room = Math.max(8, size + size / 2);
      others = Arrays.copyOf(others, room);
      odds = Arrays.copyOf(odds, room);
      chances = Arrays.copyOf(chances, room);
    }
    others[size] = other;
    chances[size] = chance;
    odds[size++] = value;
  }

  private void drop(Node other) {
    for (int i = 0; i < size; i++) {
      if (others[i] == other) {
        System.arraycopy(others, i + 1, others, i, size - i - 1);
        System.arraycopy(odds, i + 1, odds, i, size - i - 1);
        System.arraycopy(chances, i + 1, chances, i, size - i - 1);
        size--;
        losses++;
        standing = null;
        // a place left behind would keep every article alive that was ever compared
        others[size] = null;
        return;
      }
    }
  }
}

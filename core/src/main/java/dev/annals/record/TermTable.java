package dev.annals.record;

import dev.annals.text.Tokens;
import dev.annals.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a story: content words cut to stems, in how many sentences each stands, and how much
 * each weighs. Articles come and go; the weights depend on which are there and not on their order.
 * Not safe for use by several threads.
 */
final class TermTable {

  static final int STEM = 6;

  // a word used once weighs no more than one used a few times
  private static final double LEAST = 3;

  private final Map<String, Integer> slots = new HashMap<>();
  private final List<String> stems = new ArrayList<>();
  private int[] keys = new int[1024];
  private int[] sentencesWith = new int[1024];
  private double[] weights = new double[0];
  private int sentences;
  private int epoch;

  /** Number of different terms, those that are gone included. */
  int size() {
    return slots.size();
  }

  /** Changes whenever weights may have changed. */
  int epoch() {
    return epoch;
  }

  /** What terms are ordered by, whatever the order in which they came. */
  int key(int slot) {
    return keys[slot];
  }

  /** Distinct terms in an order that depends on nothing but what they are. */
  int[] inOrder(int[] slots) {
    var keyed = new long[slots.length];
    for (int i = 0; i < keyed.length; i++) {
      keyed[i] = (long) keys[slots[i]] << 32 | slots[i];
    }
    Arrays.sort(keyed);
    int[] ordered = new int[keyed.length];
    int count = 0;
    for (long one : keyed) {
      int slot = (int) one;
      if (count > 0 && ordered[count - 1] == slot) {
        continue;
      }
      int at = count++;
      // two terms of one key have come in any order
      while (at > 0 && keys[ordered[at - 1]] == keys[slot] && isBehind(ordered[at - 1], slot)) {
        ordered[at] = ordered[at - 1];
        at--;
      }
      ordered[at] = slot;
    }
    return Arrays.copyOf(ordered, count);
  }

  private boolean isBehind(int slot, int other) {
    return stem(slot).compareTo(stem(other)) > 0;
  }

  String stem(int slot) {
    return stems.get(slot);
  }

  /** The terms of tokens, -1 for what is none. */
  int[] terms(Tokens tokens) {
    var terms = new int[tokens.size()];
    for (int i = 0; i < terms.length; i++) {
      String stem = StoryWord.of(tokens, i).stem();
      terms[i] = stem == null ? -1 : term(stem);
    }
    return terms;
  }

  /** What a word counts as, or null when it is no term. */
  static @Nullable String stem(Word word) {
    String text = word.text();
    if (text.length() < 2 || !Character.isLetterOrDigit(text.charAt(0))) {
      return null;
    }
    String lower = word.lower();
    if (ContentWords.isStopword(lower)) {
      return null;
    }
    return lower.length() > STEM ? lower.substring(0, STEM) : lower;
  }

  private int term(String stem) {
    Integer known = slots.get(stem);
    if (known != null) {
      return known;
    }
    int slot = slots.size();
    slots.put(stem, slot);
    stems.add(stem);
    if (slot == keys.length) {
      keys = Arrays.copyOf(keys, slot * 2);
      sentencesWith = Arrays.copyOf(sentencesWith, slot * 2);
    }
    keys[slot] = stem.hashCode();
    return slot;
  }

  /**
   * Counts the sentences of an article.
   *
   * @param times 1 when it comes, -1 when it goes
   */
  void count(Tokens tokens, int[] terms, int times) {
    epoch++;
    var seen = new BitSet();
    for (int i = 0; i < terms.length; i++) {
      if (terms[i] >= 0 && !seen.get(terms[i])) {
        seen.set(terms[i]);
        sentencesWith[terms[i]] += times;
      }
      if (i + 1 == terms.length || tokens.sentence(i + 1) != tokens.sentence(i)) {
        sentences += times;
        seen.clear();
      }
    }
  }

  /** Makes the weights fit what was counted. */
  void weigh() {
    weights = new double[slots.size()];
  }

  /** Weight of a term: the more, the fewer sentences of the story use it. */
  double weight(int slot) {
    double weight = weights[slot];
    if (weight == 0) {
      weight = Math.log(1 + sentences / (sentencesWith[slot] + LEAST));
      weights[slot] = weight;
    }
    return weight;
  }
}

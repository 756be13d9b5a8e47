package dev.annals.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * Which sentences have a key: a shingle, or a pair of words. Keys are folded to 32 bits, so what is
 * found must be looked at again. Most keys stand in one sentence only and take one slot of two
 * numbers.
 */
final class SentencePostings {

  private static final int START = 1 << 10;

  private final IntBinaryOperator order;
  private int[] keys = new int[START];
  // 0 for none, n + 1 for sentence n, -(n + 1) for list n
  private int[] values = new int[START];
  // length first, then sentences in order
  private final List<int[]> lists = new ArrayList<>();
  private int used;

  /**
   * Postings.
   *
   * @param order compares two sentences by where they stand
   */
  SentencePostings(IntBinaryOperator order) {
    this.order = order;
  }

  private static int fold(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int folded = (int) (mixed ^ mixed >>> 32);
    return folded == 0 ? 1 : folded; // 0 marks a free slot
  }

  private int slot(int folded) {
    int mask = keys.length - 1;
    int at = folded * 0x9E3779B9 >>> 7 & mask;
    while (keys[at] != 0 && keys[at] != folded) {
      at = at + 1 & mask;
    }
    return at;
  }

  void add(long key, int sentence) {
    int folded = fold(key);
    int at = slot(folded);
    if (keys[at] == 0) {
      if (++used > keys.length * 2 / 3) {
        grow();
        at = slot(folded);
      }
      keys[at] = folded;
    }
    int value = values[at];
    if (value == 0) {
      values[at] = sentence + 1;
    } else if (value > 0) {
      lists.add(
          order.applyAsInt(value - 1, sentence) <= 0
              ? new int[] {2, value - 1, sentence, 0}
              : new int[] {2, sentence, value - 1, 0});
      values[at] = -lists.size();
    } else {
      lists.set(-value - 1, insert(lists.get(-value - 1), sentence));
    }
  }

  private int[] insert(int[] list, int sentence) {
    int[] longer = list[0] + 1 < list.length ? list : Arrays.copyOf(list, list.length * 2);
    int at = place(longer, sentence);
    System.arraycopy(longer, at, longer, at + 1, longer[0] + 1 - at);
    longer[at] = sentence;
    longer[0]++;
    return longer;
  }

  /** Where a sentence stands in a list, or would stand. */
  private int place(int[] list, int sentence) {
    int low = 1;
    int high = list[0] + 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.applyAsInt(list[middle], sentence) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void remove(long key, int sentence) {
    int at = slot(fold(key));
    int value = values[at];
    if (value == sentence + 1) {
      values[at] = 0;
    } else if (value < 0) {
      int[] list = lists.get(-value - 1);
      int place = place(list, sentence);
      if (place <= list[0] && list[place] == sentence) {
        System.arraycopy(list, place + 1, list, place, list[0] - place);
        list[0]--;
      }
    }
  }

  /** What is told of a sentence that stands behind another. */
  @FunctionalInterface
  interface Meeting {
    /**
     * Takes it.
     *
     * @param sees whether it looks at all that stand before it, however many have the key
     */
    void meet(int sentence, boolean sees);
  }

  /**
   * The sentences behind one that have a key too, when it is among the first so many that have it:
   * those behind look at these alone.
   */
  void behind(long key, int sentence, int most, Meeting meeting) {
    int value = values[slot(fold(key))];
    if (value < 0) {
      int[] list = lists.get(-value - 1);
      int place = place(list, sentence);
      if (place <= most) {
        for (int i = place + 1; i <= list[0]; i++) {
          meeting.meet(list[i], i <= most + 1);
        }
      }
    }
  }

  /** Number of the list of sentences that have a key, or -1 when fewer than two ever had it. */
  int list(long key) {
    int value = values[slot(fold(key))];
    return value < 0 ? -value - 1 : -1;
  }

  /** A list by its number: how many, then the sentences in order. Not to be changed. */
  int[] list(int number) {
    return lists.get(number);
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }

  /** What takes sentences one by one. */
  @FunctionalInterface
  interface Taker {
    /** Takes a sentence; false when it wants no more of this key. */
    boolean take(int sentence);
  }

  /** The sentences that have a key, in order, the first ones where there are many. */
  void with(long key, int most, Taker taker) {
    int value = values[slot(fold(key))];
    if (value > 0) {
      taker.take(value - 1);
    } else if (value < 0) {
      int[] list = lists.get(-value - 1);
      for (int i = 1; i <= Math.min(list[0], most); i++) {
        if (!taker.take(list[i])) {
          return;
        }
      }
    }
  }
}

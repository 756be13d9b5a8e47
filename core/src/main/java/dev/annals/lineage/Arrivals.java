package dev.annals.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the ties of later articles up to date with articles that have come before them. A sentence
 * looks at the first ones alone that share a run of words with it, so one that comes before them is
 * looked at and takes the place of another.
 */
final class Arrivals {

  /** Sentences looked at for one run of words: the first ones that print it. */
  static final int POSTINGS = 40;

  private final TracedMember[] ofSentence;
  private final LongSet gained = new LongSet();
  private final LongSet lost = new LongSet();
  private final int[] newcomers = new int[POSTINGS];
  private final int[] evicted = new int[POSTINGS];

  // later article -> article that has come -> what is the same
  private final Map<TracedMember, Map<TracedMember, SentencePairs>> copied = new HashMap<>();
  private final Map<TracedMember, Map<TracedMember, SentencePairs>> alike = new HashMap<>();

  /**
   * Arrivals.
   *
   * @param ofSentence the article of each sentence
   */
  Arrivals(TracedMember[] ofSentence) {
    this.ofSentence = ofSentence;
  }

  /** Ties later articles with those that have come. */
  void tie(List<TracedMember> come, SentencePostings byShingle, SentencePostings byWords) {
    compare(come, byShingle, true);
    compare(come, byWords, false);
    alike.forEach((later, others) -> copied.computeIfAbsent(later, l -> new HashMap<>()));
    copied.forEach(
        (later, others) -> {
          var known = later.ties;
          if (known == null) {
            return;
          }
          var nearly = alike.getOrDefault(later, Map.of());
          var more = new ArrayList<>(known);
          nearly.keySet().forEach(other -> others.putIfAbsent(other, SentencePairs.NONE));
          others.forEach(
              (other, same) -> {
                var tie = later.tie(other, same, nearly.getOrDefault(other, SentencePairs.NONE));
                if (tie != null) {
                  more.add(tie);
                }
              });
          later.ties = List.copyOf(more);
        });
  }

  private void compare(List<TracedMember> come, SentencePostings index, boolean copies) {
    gained.clear();
    lost.clear();
    var looked = new BitSet();
    for (TracedMember member : come) {
      for (SentencePrint print : member.traced.prints()) {
        for (long key : keys(print, copies)) {
          int list = index.list(key);
          if (list >= 0 && !looked.get(list)) {
            looked.set(list);
            meet(index.list(list));
          }
        }
      }
    }
    for (long pair : lost.sorted()) {
      lose((int) (pair >>> 32), (int) pair, index, copies);
    }
    var matches = copies ? copied : alike;
    for (long pair : gained.sorted()) {
      gain((int) (pair >>> 32), (int) pair, matches, copies);
    }
  }

  static long[] keys(SentencePrint print, boolean copies) {
    return copies ? print.shingles() : print.wordPairs();
  }

  static boolean isSame(SentencePrint print, SentencePrint other, boolean copies) {
    return copies ? print.isCopyOf(other) : print.isLike(other);
  }

  /** Notes which sentences look at one that has come, and which at another no more. */
  private void meet(int[] list) {
    int come = 0;
    int gone = 0;
    int known = 0;
    for (int place = 1; place <= list[0]; place++) {
      int sentence = list[place];
      TracedMember member = ofSentence[sentence];
      if (member.fresh) {
        if (place <= POSTINGS) {
          newcomers[come++] = sentence;
        }
        continue;
      }
      known++;
      if (member.ties != null) {
        for (int i = 0; i < come; i++) {
          gained.add((long) sentence << 32 | newcomers[i]);
        }
        for (int i = 0; i < gone; i++) {
          if (ofSentence[evicted[i]].rank < member.rank) {
            lost.add((long) sentence << 32 | evicted[i]);
          }
        }
      }
      if (known <= POSTINGS && place > POSTINGS) {
        evicted[gone++] = sentence;
      }
    }
  }

  private void gain(
      int sentence,
      int other,
      Map<TracedMember, Map<TracedMember, SentencePairs>> matches,
      boolean copies) {
    TracedMember later = ofSentence[sentence];
    TracedMember earlier = ofSentence[other];
    if (later.ties != null && isSame(later.print(sentence), earlier.print(other), copies)) {
      matches
          .computeIfAbsent(later, l -> new HashMap<>())
          .computeIfAbsent(earlier, e -> new SentencePairs())
          .add(sentence - later.first, other - earlier.first);
    }
  }

  private void lose(int sentence, int other, SentencePostings index, boolean copies) {
    TracedMember later = ofSentence[sentence];
    TracedMember earlier = ofSentence[other];
    if (later.ties == null
        || !isSame(later.print(sentence), earlier.print(other), copies)
        || looksAt(later.print(sentence), other, index, copies)) {
      return;
    }
    if (hasOther(later.print(sentence), earlier, other)) {
      later.ties = null; // another sentence of that article takes its place
      return;
    }
    var ties = new ArrayList<TracedMember.Found>();
    for (TracedMember.Found tie : later.ties) {
      if (tie.earlier() != earlier) {
        ties.add(tie);
        continue;
      }
      int mine = sentence - later.first;
      int theirs = other - earlier.first;
      var less =
          later.tie(
              earlier,
              copies ? tie.copied().without(mine, theirs) : tie.copied(),
              copies ? tie.alike() : tie.alike().without(mine, theirs));
      if (less != null) {
        ties.add(less);
      }
    }
    later.ties = List.copyOf(ties);
  }

  /** Whether a sentence still looks at another, for any of its runs of words. */
  private static boolean looksAt(
      SentencePrint print, int other, SentencePostings index, boolean copies) {
    for (long key : keys(print, copies)) {
      int number = index.list(key);
      int[] list = number < 0 ? null : index.list(number);
      for (int place = 1; list != null && place <= Math.min(list[0], POSTINGS); place++) {
        if (list[place] == other) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasOther(SentencePrint print, TracedMember article, int sentence) {
    var prints = article.traced.prints();
    for (int i = 0; i < prints.size(); i++) {
      if (i != sentence - article.first
          && (print.isCopyOf(prints.get(i)) || print.isLike(prints.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Distinct numbers, none of them 0: a sentence is never paired with itself. */
  private static final class LongSet {
    private long[] slots = new long[1 << 12];
    private int size;

    void clear() {
      Arrays.fill(slots, 0);
      size = 0;
    }

    void add(long value) {
      if (size * 2 >= slots.length) {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long one : old) {
          if (one != 0) {
            slots[slot(one)] = one;
          }
        }
      }
      int at = slot(value);
      if (slots[at] == 0) {
        slots[at] = value;
        size++;
      }
    }

    private int slot(long value) {
      int mask = slots.length - 1;
      int at = (int) (value * 0x9E3779B97F4A7C15L >>> 40) & mask;
      while (slots[at] != 0 && slots[at] != value) {
        at = at + 1 & mask;
      }
      return at;
    }

    long[] sorted() {
      long[] sorted = new long[size];
      int at = 0;
      for (long one : slots) {
        if (one != 0) {
          sorted[at++] = one;
        }
      }
      Arrays.sort(sorted);
      return sorted;
    }
  }
}

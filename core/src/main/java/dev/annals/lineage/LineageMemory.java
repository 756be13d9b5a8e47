package dev.annals.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What tracing a story leaves for the next time: which sentences have which words, and which
 * articles print the same. An article that comes later looks only at what shares words with it, and
 * what was found between the others stays. What is found is the same as without a memory. Not safe
 * for use by several threads.
 */
public final class LineageMemory {

  /** Sentences looked at for one run of words: the first ones that print it. */
  private static final int POSTINGS = 40;

  /** An article that was traced before. */
  private static final class Member {
    private final TracedArticle traced;
    // number of its first sentence
    private final int first;
    private int rank;
    // null when they must be looked for
    private @Nullable List<FoundTie> ties;

    Member(TracedArticle traced, int first) {
      this.traced = traced;
      this.first = first;
    }
  }

  private record FoundTie(Member earlier, double share, int[] sentences) {}

  private final Map<String, Member> members = new HashMap<>();
  private Member[] ofSentence = new Member[1024];
  private int sentences;
  private SentencePostings byShingle = new SentencePostings(this::compare);
  private SentencePostings byWords = new SentencePostings(this::compare);

  /** Nothing was traced yet. */
  public LineageMemory() {}

  private int compare(int a, int b) {
    int ranks = Integer.compare(ofSentence[a].rank, ofSentence[b].rank);
    return ranks != 0 ? ranks : Integer.compare(a, b);
  }

  private void clear() {
    members.clear();
    ofSentence = new Member[1024];
    sentences = 0;
    byShingle = new SentencePostings(this::compare);
    byWords = new SentencePostings(this::compare);
  }

  /** The ties between articles, by number in the list given. */
  List<Tie> ties(List<TracedArticle> articles) {
    if (!isGrowth(articles)) {
      clear();
    }
    leave(articles);
    arrive(articles);
    var ties = new ArrayList<Tie>();
    var matcher = new Matcher();
    for (TracedArticle article : articles) {
      Member member = member(article);
      List<FoundTie> found = member.ties;
      if (found == null) {
        found = matcher.find(member);
        member.ties = found;
      }
      for (FoundTie tie : found) {
        ties.add(new Tie(tie.earlier().rank, member.rank, tie.share(), tie.sentences()));
      }
    }
    return ties;
  }

  private Member member(TracedArticle article) {
    Member member = members.get(article.article().id());
    if (member == null) {
      throw new IllegalStateException("not traced: " + article.article().id());
    }
    return member;
  }

  /** Whether most of what is known is still there, and in the same order. */
  private boolean isGrowth(List<TracedArticle> articles) {
    int last = -1;
    int known = 0;
    for (TracedArticle article : articles) {
      Member member = members.get(article.article().id());
      if (member != null && member.traced == article) {
        if (member.rank < last) {
          return false;
        }
        last = member.rank;
        known++;
      }
    }
    return known * 2 >= members.size() && sentences <= 1 << 24;
  }

  /** Takes those out that are not there any more, or are another version. */
  private void leave(List<TracedArticle> articles) {
    var there = new HashSet<TracedArticle>(articles);
    var gone = members.values().stream().filter(m -> !there.contains(m.traced)).toList();
    for (Member member : gone) {
      forgetTies(member);
      var prints = member.traced.prints();
      for (int s = 0; s < prints.size(); s++) {
        for (long shingle : prints.get(s).shingles()) {
          byShingle.remove(shingle, member.first + s);
        }
        for (long pair : prints.get(s).wordPairs()) {
          byWords.remove(pair, member.first + s);
        }
      }
      members.remove(member.traced.article().id());
    }
  }

  private void arrive(List<TracedArticle> articles) {
    boolean anyKnown = !members.isEmpty();
    var come = new ArrayList<Member>();
    for (int rank = 0; rank < articles.size(); rank++) {
      TracedArticle article = articles.get(rank);
      Member member = members.get(article.article().id());
      if (member == null) {
        member = new Member(article, sentences);
        int size = article.prints().size();
        if (sentences + size > ofSentence.length) {
          ofSentence = Arrays.copyOf(ofSentence, Math.max(ofSentence.length * 2, sentences + size));
        }
        Arrays.fill(ofSentence, sentences, sentences + size, member);
        sentences += size;
        members.put(article.article().id(), member);
        come.add(member);
      }
      member.rank = rank;
    }
    for (Member member : come) {
      var prints = member.traced.prints();
      for (int s = 0; s < prints.size(); s++) {
        for (long shingle : prints.get(s).shingles()) {
          byShingle.add(shingle, member.first + s);
        }
        for (long pair : prints.get(s).wordPairs()) {
          byWords.add(pair, member.first + s);
        }
      }
    }
    if (anyKnown) {
      come.forEach(this::tieLater);
    }
  }

  /**
   * Later articles that look at one that goes do not any more; those that look at another instead
   * must be looked at again.
   */
  private void forgetTies(Member member) {
    var others = new HashSet<Member>();
    behind(
        byShingle,
        member,
        SentencePrint::shingles,
        (other, s, t, sees) -> forget(other, sees, others));
    behind(
        byWords,
        member,
        SentencePrint::wordPairs,
        (other, s, t, sees) -> forget(other, sees, others));
    for (Member other : others) {
      if (other.ties != null) {
        other.ties = other.ties.stream().filter(tie -> tie.earlier() != member).toList();
      }
    }
  }

  private static void forget(Member other, boolean sees, Set<Member> others) {
    if (sees) {
      others.add(other);
    } else {
      other.ties = null;
    }
  }

  /**
   * Ties one that has come with the later articles that look at it; those that look at one less
   * instead must be looked at again.
   */
  private void tieLater(Member member) {
    // later article -> its sentence and mine
    var copied = new HashMap<Member, Set<Long>>();
    var alike = new HashMap<Member, Set<Long>>();
    behind(
        byShingle,
        member,
        SentencePrint::shingles,
        (other, s, t, sees) -> meet(other, s, t, sees, copied));
    behind(
        byWords,
        member,
        SentencePrint::wordPairs,
        (other, s, t, sees) -> meet(other, s, t, sees, alike));
    var others = new HashSet<>(copied.keySet());
    others.addAll(alike.keySet());
    for (Member other : others) {
      var known = other.ties;
      if (known != null) {
        var tie =
            tie(
                other,
                member,
                same(other, member, copied.getOrDefault(other, Set.of()), true),
                same(other, member, alike.getOrDefault(other, Set.of()), false));
        if (tie != null) {
          var more = new ArrayList<>(known);
          more.add(tie);
          other.ties = List.copyOf(more);
        }
      }
    }
  }

  private static void meet(
      Member other, int sentence, int mine, boolean sees, Map<Member, Set<Long>> candidates) {
    if (!sees) {
      other.ties = null;
    } else if (other.ties != null) {
      candidates
          .computeIfAbsent(other, o -> new HashSet<>())
          .add((long) (sentence - other.first) << 32 | mine);
    }
  }

  /** Which of the candidates are the same: sentence of the later article, then of the earlier. */
  private static Map<Integer, Integer> same(
      Member later, Member earlier, Set<Long> candidates, boolean copies) {
    var same = new TreeMap<Integer, Integer>();
    for (long candidate : candidates) {
      int s = (int) (candidate >>> 32);
      int t = (int) candidate;
      if (isSame(later.traced.prints().get(s), earlier.traced.prints().get(t), copies)) {
        same.merge(s, t, Math::min);
      }
    }
    return same;
  }

  private static boolean isSame(SentencePrint print, SentencePrint other, boolean copies) {
    return copies ? print.isCopyOf(other) : print.isLike(other);
  }

  private static @Nullable FoundTie tie(
      Member later, Member earlier, Map<Integer, Integer> copied, Map<Integer, Integer> alike) {
    double share = Tie.share(later.traced.prints(), earlier.traced.prints(), copied, alike);
    return share > 0
        ? new FoundTie(earlier, share, pairs(copied.isEmpty() ? alike : copied))
        : null;
  }

  private static int[] pairs(Map<Integer, Integer> sentences) {
    int[] pairs = new int[sentences.size() * 2];
    int at = 0;
    for (var pair : sentences.entrySet()) {
      pairs[at++] = pair.getKey();
      pairs[at++] = pair.getValue();
    }
    return pairs;
  }

  /** What is told of a sentence of a later article that shares words with one of mine. */
  @FunctionalInterface
  private interface Behind {
    void meet(Member other, int sentence, int mine, boolean sees);
  }

  private void behind(
      SentencePostings index, Member member, Function<SentencePrint, long[]> keys, Behind behind) {
    var prints = member.traced.prints();
    for (int s = 0; s < prints.size(); s++) {
      int mine = s;
      for (long key : keys.apply(prints.get(s))) {
        index.behind(
            key,
            member.first + s,
            POSTINGS,
            (sentence, sees) -> {
              Member other = ofSentence[sentence];
              if (other != member) {
                behind.meet(other, sentence, mine, sees);
              }
            });
      }
    }
  }

  /** Looks for the same sentences in earlier articles. */
  private final class Matcher {
    private int[] seen = new int[0];
    private int stamp;
    private int[] candidates = new int[64];
    private int count;
    private int rank;

    List<FoundTie> find(Member member) {
      if (seen.length < sentences) {
        seen = Arrays.copyOf(seen, ofSentence.length);
      }
      rank = member.rank;
      var mine = member.traced.prints();
      // earlier article -> my sentence -> its sentence
      var copied = new HashMap<Member, Map<Integer, Integer>>();
      var alike = new HashMap<Member, Map<Integer, Integer>>();
      for (int s = 0; s < mine.size(); s++) {
        match(mine.get(s), s, byShingle, mine.get(s).shingles(), copied, true);
        match(mine.get(s), s, byWords, mine.get(s).wordPairs(), alike, false);
      }
      var others = new HashSet<>(copied.keySet());
      others.addAll(alike.keySet());
      var found = new ArrayList<FoundTie>();
      for (Member other : others) {
        var tie =
            tie(
                member,
                other,
                copied.getOrDefault(other, Map.of()),
                alike.getOrDefault(other, Map.of()));
        if (tie != null) {
          found.add(tie);
        }
      }
      return List.copyOf(found);
    }

    private boolean candidate(int sentence) {
      if (ofSentence[sentence].rank >= rank) {
        return false;
      }
      if (seen[sentence] != stamp) {
        seen[sentence] = stamp;
        if (count == candidates.length) {
          candidates = Arrays.copyOf(candidates, count * 2);
        }
        candidates[count++] = sentence;
      }
      return true;
    }

    private void match(
        SentencePrint print,
        int sentence,
        SentencePostings index,
        long[] keys,
        Map<Member, Map<Integer, Integer>> matches,
        boolean copies) {
      stamp++;
      count = 0;
      for (long key : keys) {
        index.with(key, POSTINGS, this::candidate);
      }
      for (int i = 0; i < count; i++) {
        Member other = ofSentence[candidates[i]];
        int theirs = candidates[i] - other.first;
        if (isSame(print, other.traced.prints().get(theirs), copies)) {
          // of several the first
          matches.computeIfAbsent(other, o -> new TreeMap<>()).merge(sentence, theirs, Math::min);
        }
      }
    }
  }
}

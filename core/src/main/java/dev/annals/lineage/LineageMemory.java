package dev.annals.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What tracing a story leaves for the next time: which sentences have which words, and which
 * articles print the same. An article that comes later looks only at what shares words with it, and
 * what was found between the others stays. What is found is the same as without a memory. Not safe
 * for use by several threads.
 */
public final class LineageMemory {

  /** Share of a story that may come at once for ties to be brought up to date one by one. */
  private static final int FEW = 16;

  private final Map<String, TracedMember> members = new HashMap<>();
  private TracedMember[] ofSentence = new TracedMember[1024];
  private int sentences;
  private SentencePostings byShingle = new SentencePostings(this::compare);
  private SentencePostings byWords = new SentencePostings(this::compare);
  // all ties of the last time, the strongest first
  private List<TracedMember.Found> sorted = new ArrayList<>();
  private int looks;

  /** Nothing was traced yet. */
  public LineageMemory() {}

  private int compare(int a, int b) {
    int ranks = Integer.compare(ofSentence[a].rank, ofSentence[b].rank);
    return ranks != 0 ? ranks : Integer.compare(a, b);
  }

  private void clear() {
    members.clear();
    ofSentence = new TracedMember[1024];
    sentences = 0;
    byShingle = new SentencePostings(this::compare);
    byWords = new SentencePostings(this::compare);
    sorted = new ArrayList<>();
  }

  /** The ties between articles, by number in the list given, the strongest first. */
  List<Tie> ties(List<TracedArticle> articles) {
    if (articles.size() < 2) {
      clear();
      return new ArrayList<>(); // nobody to print the same
    }
    if (!isGrowth(articles)) {
      clear();
    }
    leave(articles);
    arrive(articles);
    var come = new ArrayList<TracedMember.Found>();
    looks++;
    var matcher = new Matcher();
    for (TracedArticle article : articles) {
      TracedMember member = member(article);
      List<TracedMember.Found> found = member.ties;
      if (found == null) {
        found = matcher.find(member);
        member.ties = found;
      }
      for (TracedMember.Found tie : found) {
        if (tie.met == 0) {
          come.add(tie);
        }
        tie.met = looks;
      }
    }
    sort(come);
    var ties = new ArrayList<Tie>(sorted.size());
    for (TracedMember.Found tie : sorted) {
      ties.add(tie.tie());
    }
    return ties;
  }

  /** Those of before are in order still, since articles keep theirs: what has come is put in. */
  private void sort(List<TracedMember.Found> come) {
    come.sort(TracedMember.Found::strongestFirst);
    var all = new ArrayList<TracedMember.Found>(sorted.size() + come.size());
    int next = 0;
    for (TracedMember.Found tie : sorted) {
      if (tie.met != looks) {
        continue; // is no more
      }
      while (next < come.size() && TracedMember.Found.strongestFirst(come.get(next), tie) < 0) {
        all.add(come.get(next++));
      }
      all.add(tie);
    }
    all.addAll(come.subList(next, come.size()));
    sorted = all;
  }

  private TracedMember member(TracedArticle article) {
    TracedMember member = members.get(article.article().id());
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
      TracedMember member = members.get(article.article().id());
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
    for (TracedMember member : gone) {
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
    var come = new ArrayList<TracedMember>();
    for (int rank = 0; rank < articles.size(); rank++) {
      TracedArticle article = articles.get(rank);
      TracedMember member = members.get(article.article().id());
      if (member == null) {
        member = new TracedMember(article, sentences);
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
    for (TracedMember member : come) {
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
    if (come.size() * FEW > members.size()) {
      members.values().forEach(member -> member.ties = null);
    } else if (!come.isEmpty()) {
      new Arrivals(ofSentence).tie(come, byShingle, byWords);
    }
    come.forEach(member -> member.fresh = false);
  }

  /**
   * Later articles that look at one that goes do not any more; those that look at another instead
   * must be looked at again.
   */
  private void forgetTies(TracedMember member) {
    var others = new HashSet<TracedMember>();
    behind(
        byShingle, member, SentencePrint::shingles, (other, sees) -> forget(other, sees, others));
    behind(byWords, member, SentencePrint::wordPairs, (other, sees) -> forget(other, sees, others));
    for (TracedMember other : others) {
      if (other.ties != null) {
        other.ties = other.ties.stream().filter(tie -> tie.earlier() != member).toList();
      }
    }
  }

  private static void forget(TracedMember other, boolean sees, Set<TracedMember> others) {
    if (sees) {
      others.add(other);
    } else {
      other.ties = null;
    }
  }

  /** What is told of a sentence of a later article that shares words with one of mine. */
  @FunctionalInterface
  private interface Behind {
    void meet(TracedMember other, boolean sees);
  }

  private void behind(
      SentencePostings index,
      TracedMember member,
      Function<SentencePrint, long[]> keys,
      Behind behind) {
    var prints = member.traced.prints();
    for (int s = 0; s < prints.size(); s++) {
      for (long key : keys.apply(prints.get(s))) {
        index.behind(
            key,
            member.first + s,
            Arrivals.POSTINGS,
            (sentence, sees) -> {
              TracedMember other = ofSentence[sentence];
              if (other != member) {
                behind.meet(other, sees);
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

    List<TracedMember.Found> find(TracedMember member) {
      if (seen.length < sentences) {
        seen = Arrays.copyOf(seen, ofSentence.length);
      }
      rank = member.rank;
      var mine = member.traced.prints();
      // earlier article -> my sentences and its
      var copied = new HashMap<TracedMember, SentencePairs>();
      var alike = new HashMap<TracedMember, SentencePairs>();
      for (int s = 0; s < mine.size(); s++) {
        match(mine.get(s), s, byShingle, copied, true);
        match(mine.get(s), s, byWords, alike, false);
      }
      alike.keySet().forEach(other -> copied.putIfAbsent(other, SentencePairs.NONE));
      var found = new ArrayList<TracedMember.Found>();
      copied.forEach(
          (other, same) -> {
            var tie = member.tie(other, same, alike.getOrDefault(other, SentencePairs.NONE));
            if (tie != null) {
              found.add(tie);
            }
          });
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
        Map<TracedMember, SentencePairs> matches,
        boolean copies) {
      stamp++;
      count = 0;
      for (long key : Arrivals.keys(print, copies)) {
        index.with(key, Arrivals.POSTINGS, this::candidate);
      }
      for (int i = 0; i < count; i++) {
        TracedMember other = ofSentence[candidates[i]];
        if (Arrivals.isSame(print, other.print(candidates[i]), copies)) {
          // of several the first
          matches
              .computeIfAbsent(other, o -> new SentencePairs())
              .add(sentence, candidates[i] - other.first);
        }
      }
    }
  }
}

package dev.annals.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article of a story whose ties are remembered. */
final class TracedMember {

  final TracedArticle traced;

  /** Number of its first sentence. */
  final int first;

  /** Number of the article in the story's order. */
  int rank;

  /** Whether it has come since ties were looked for. */
  boolean fresh = true;

  /** Its ties with earlier articles, or null when they must be looked for. */
  @Nullable List<Found> ties;

  TracedMember(TracedArticle traced, int first) {
    this.traced = traced;
    this.first = first;
  }

  /** What it prints as an earlier article does. */
  record Found(TracedMember earlier, double share, SentencePairs copied, SentencePairs alike) {

    /** Sentences of the later article with those of the earlier one. */
    int[] sentences() {
      return (copied.size() == 0 ? alike : copied).toArray();
    }
  }

  SentencePrint print(int sentence) {
    return traced.prints().get(sentence - first);
  }

  /** The tie with an earlier article, or null when too little is the same. */
  @Nullable Found tie(TracedMember earlier, SentencePairs copied, SentencePairs alike) {
    double share = Tie.share(traced, earlier.traced, copied, alike);
    return share > 0 ? new Found(earlier, share, copied, alike) : null;
  }
}

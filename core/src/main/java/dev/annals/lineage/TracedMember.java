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
  static final class Found {
    private final TracedMember later;
    private final TracedMember earlier;
    private final double share;
    private final SentencePairs copied;
    private final SentencePairs alike;

    /** Number of the last look at the ties that met it, 0 for none. */
    int met;

    Found(
        TracedMember later,
        TracedMember earlier,
        double share,
        SentencePairs copied,
        SentencePairs alike) {
      this.later = later;
      this.earlier = earlier;
      this.share = share;
      this.copied = copied;
      this.alike = alike;
    }

    TracedMember earlier() {
      return earlier;
    }

    SentencePairs copied() {
      return copied;
    }

    SentencePairs alike() {
      return alike;
    }

    /** It as the story is ordered now. */
    Tie tie() {
      return new Tie(earlier.rank, later.rank, share, copied.size() == 0 ? alike : copied);
    }

    /** The strongest first, of equal ones the one between the first articles. */
    static int strongestFirst(Found a, Found b) {
      int order = Double.compare(b.share, a.share);
      if (order == 0) {
        order = Integer.compare(a.earlier.rank, b.earlier.rank);
      }
      return order == 0 ? Integer.compare(a.later.rank, b.later.rank) : order;
    }
  }

  SentencePrint print(int sentence) {
    return traced.prints().get(sentence - first);
  }

  /** The tie with an earlier article, or null when too little is the same. */
  @Nullable Found tie(TracedMember earlier, SentencePairs copied, SentencePairs alike) {
    double share = Tie.share(traced, earlier.traced, copied, alike);
    return share > 0 ? new Found(this, earlier, share, copied, alike) : null;
  }
}

package dev.annals.record;

import dev.annals.article.Cite;
import org.jspecify.annotations.Nullable;

/** Where the last compile of a story put one of its quotes; see {@link QuotePlaces}. */
final class QuotePlace {

  private static final int UNKNOWN = -1;

  /** The first quote of the utterance that it gives, itself when it is the first, or null. */
  QuoteWords.@Nullable Worded home;

  /** Number of who was found to say it. */
  int speaker;

  /** Number of the quote in its compile. */
  int order = UNKNOWN;

  /** The utterance that it is the first quote of, while a story is compiled. */
  @Nullable Utterance utterance;

  /** Its place in its article, once that was asked for. */
  @Nullable Cite cite;

  /** Whether the last compile had the quote. */
  boolean isKnown() {
    return order != UNKNOWN;
  }

  /** Makes it a quote that nobody has seen. */
  void forget() {
    order = UNKNOWN;
    home = null;
  }
}

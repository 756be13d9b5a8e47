package dev.annals.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What putting the quotes of a story has left for the next time: where each was put (beside the
 * quote), and when a word became too common to be looked at. Speakers keep their numbers. Not safe
 * for use by several threads.
 */
final class QuotePlaces {

  private static final int NEVER = Integer.MAX_VALUE;

  private final Map<String, Integer> speakers = new HashMap<>();
  // for each word the number of the quote that made it too common, in the last compile and in this
  private int[] before = {};
  private int[] now = {};
  private int quotes;
  private int order;

  /**
   * Begins a compile. One that lacks a quote of the last one begins anew: what that quote brought
   * about is not known.
   *
   * @param words number of different words
   * @param all quotes in order
   */
  void begin(int words, List<QuoteWords.Worded> all) {
    int known = 0;
    int last = -1;
    boolean inOrder = true;
    for (QuoteWords.Worded quote : all) {
      QuotePlace place = quote.place();
      if (place.isKnown()) {
        inOrder &= place.order > last;
        last = place.order;
        known++;
      }
    }
    if (known < quotes || !inOrder) {
      all.forEach(quote -> quote.place().forget());
    }
    before = Arrays.copyOf(now, words);
    Arrays.fill(before, Math.min(now.length, words), words, NEVER);
    now = new int[words];
    Arrays.fill(now, NEVER);
    quotes = 0;
    order = 0;
  }

  int speaker(String name) {
    Integer known = speakers.putIfAbsent(name, speakers.size());
    return known == null ? speakers.size() - 1 : known;
  }

  /** Notes that the quote that is put now makes a word too common. */
  void common(int word) {
    now[word] = order;
  }

  /** Whether a word was too common already when a quote was put by the last compile. */
  boolean wasCommon(int word, QuotePlace place) {
    return before[word] < place.order;
  }

  /** Notes where the next quote was put. */
  void put(QuotePlace place, QuoteWords.@Nullable Worded home, int speaker) {
    place.home = home;
    place.speaker = speaker;
    place.order = order++;
    quotes++;
  }
}

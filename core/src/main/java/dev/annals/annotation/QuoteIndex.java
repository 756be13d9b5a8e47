package dev.annals.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The quotes of an article by where they and their cues stand. */
final class QuoteIndex {

  /** Contents overlap a few deep at most; no more of them are looked at. */
  private static final int DEPTH = 12;

  private final List<Quote> direct = new ArrayList<>();
  private final List<Quote> indirect = new ArrayList<>();
  private final Map<Integer, Quote> byCue = new HashMap<>();
  private final TreeMap<Integer, Quote> attributed = new TreeMap<>();

  QuoteIndex(List<Quote> quotes) {
    for (Quote quote : quotes) {
      (quote.kind() == QuoteKind.INDIRECT ? indirect : direct).add(quote);
      if (quote.cue() != null) {
        byCue.putIfAbsent(quote.cue().start(), quote);
        if (quote.speaker() != null) {
          attributed.putIfAbsent(quote.cue().start(), quote);
        }
      }
    }
    direct.sort(Comparator.comparing(Quote::content));
    indirect.sort(Comparator.comparing(Quote::content));
  }

  /** The shortest direct quote that holds a stretch of text, or null. */
  @Nullable Quote directAround(int start, int end) {
    return around(direct, start, end);
  }

  /** The shortest indirect quote that holds a stretch of text, or null. */
  @Nullable Quote indirectAround(int start, int end) {
    return around(indirect, start, end);
  }

  /** The first quote whose cue begins at an offset, or null. */
  @Nullable Quote ofCue(int start) {
    return byCue.get(start);
  }

  /** The quote with a speaker whose cue is nearest to an offset within a stretch, or null. */
  @Nullable Quote nearest(int offset, int start, int end) {
    var before = attributed.floorEntry(offset);
    var after = attributed.ceilingEntry(offset);
    boolean isBefore = before != null && before.getKey() >= start;
    boolean isAfter = after != null && after.getKey() < end;
    if (isBefore && isAfter) {
      return offset - before.getKey() <= after.getKey() - offset
          ? before.getValue()
          : after.getValue();
    }
    return isBefore ? before.getValue() : isAfter ? after.getValue() : null;
  }

  private static @Nullable Quote around(List<Quote> quotes, int start, int end) {
    int low = 0;
    int high = quotes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quotes.get(middle).content().start() <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    Quote shortest = null;
    for (int i = low - 1; i >= 0 && i >= low - DEPTH; i--) {
      Quote quote = quotes.get(i);
      if (end <= quote.content().end()
          && (shortest == null || quote.content().length() < shortest.content().length())) {
        shortest = quote;
      }
    }
    return shortest;
  }
}

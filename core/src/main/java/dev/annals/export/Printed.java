package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What of a long list is printed in formats that people read: those that weigh most, so that the
 * record of a thousand articles stays readable. Formats for programs have everything.
 */
final class Printed {

  private static final int MOST = 200;

  /** A few more are printed rather than counted. */
  private static final int SLACK = 10;

  private Printed() {}

  private static int count(List<?> all) {
    return all.size() <= MOST + SLACK ? all.size() : MOST;
  }

  /** The first of a list, which stands in order of weight or time. */
  static <T> List<T> of(List<T> all) {
    return all.subList(0, count(all));
  }

  /** Of many quotes those of most sources; of few all, as they stand. */
  static List<StoryRecord.QuoteEntry> quotes(List<StoryRecord.QuoteEntry> quotes) {
    if (count(quotes) == quotes.size()) {
      return quotes;
    }
    var ordered = new ArrayList<>(quotes);
    ordered.sort(
        Comparator.comparingInt((StoryRecord.QuoteEntry q) -> -q.sources())
            .thenComparingInt(q -> -q.cites().places().size())
            .thenComparing(q -> q.speaker() == null));
    return of(ordered);
  }

  /** Of many entries the weightiest, in the order in which they stand; of few all. */
  static List<StoryRecord.Entry> entries(List<StoryRecord.Entry> entries) {
    if (count(entries) == entries.size()) {
      return entries;
    }
    var ordered = new ArrayList<>(entries);
    ordered.sort(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed());
    Set<StoryRecord.Entry> weightiest = Collections.newSetFromMap(new IdentityHashMap<>());
    weightiest.addAll(of(ordered));
    return entries.stream().filter(weightiest::contains).toList();
  }

  /** Says how many there are beside those that are printed; empty when there are none. */
  static String more(List<?> all, String plural) {
    int left = all.size() - count(all);
    return left == 0
        ? ""
        : "… and " + left + " more " + plural + ", all of them in the JSON record.";
  }
}

package dev.annals.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Compiles the timeline: sentences that tell one event are one entry, worded by the best of them
 * and dated by when it happened. A story of a few reports is told by its events ({@link
 * EventRanking}), a long one by its days ({@link DayRanking}).
 */
final class TimelineSection {

  private static final int MOST_ENTRIES = 400;
  // a story has no more events than this and so many more for each article
  private static final int LEAST_ENTRIES = 8;
  private static final int ENTRIES_AN_ARTICLE = 4;
  // from so many articles a day that is only named in passing is worth an entry
  private static final int LONG_STORY = 12;

  private final EventRanking events = new EventRanking(EntryModel.standard());
  private final DayRanking days = new DayRanking(MOST_ENTRIES);

  List<StoryRecord.Entry> compile(StoryContext context) {
    var collector = new Tellings(context, context.times(), context.vectors());
    var tellings = new ArrayList<>(collector.collect());
    var candidates = new Candidates(tellings, context.vectors().size());
    var weights = new DayWeights(context, context.times());
    Map<LocalDate, List<Telling>> byDay = Tellings.byDay(tellings);
    List<StoryRecord.Entry> entries;
    if (context.articles().size() < LONG_STORY) {
      entries = events.entries(context, tellings, byDay, candidates, weights);
    } else {
      var inPassing = collector.inPassing(byDay.keySet());
      tellings.addAll(inPassing);
      Tellings.byDay(inPassing, byDay);
      entries = days.entries(context, tellings, byDay, candidates, weights);
    }
    int most =
        Math.min(MOST_ENTRIES, LEAST_ENTRIES + ENTRIES_AN_ARTICLE * context.articles().size());
    return entries.stream()
        .sorted(
            Comparator.comparingDouble(StoryRecord.Entry::importance)
                .reversed()
                .thenComparing(StoryRecord.Entry::text))
        .limit(most)
        .sorted(
            Comparator.comparing((StoryRecord.Entry e) -> e.date() == null ? "~" : e.date())
                .thenComparing(e -> e.time() == null ? "" : e.time())
                .thenComparing(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed())
                .thenComparing(StoryRecord.Entry::text))
        .toList();
  }
}

package dev.annals.record;

import dev.annals.annotation.Modality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Entries of a long story: what its great days tell, and one for each day in passing. */
final class DayRanking {

  private static final int MOST_DAYS = 250;
  private static final int MOST_OF_GREAT_DAY = 5;
  // tellings of one day that are compared with each other
  private static final int MOST_COMPARED = 160;
  private static final int MANY_DAYS = 20;
  private static final int MOST_COMPARED_OF_MANY = 40;
  private static final double SIMILAR_TO_CHOSEN = 1.8;
  private static final double ALIKE = 0.2;
  // "defended his decision", "defended it in a series of posts": what comes of telling a deed twice
  private static final double TWIN = 1.2;
  private static final double SAME = 0.5;
  private static final double AGAIN = 0.5;
  // a month or a year is of what led up to the story
  private static final double COARSE = 0.6;
  // what has no day comes after the days
  private static final double UNDATED = 0.05;
  private static final int MOST_OF_MONTH = 3;
  private static final int MOST_WITHOUT_DAYS = 40;
  // of what has no day these tell how things are, or what a writer thinks
  private static final double UNSURE = 0.6;

  private final int mostEntries;

  DayRanking(int mostEntries) {
    this.mostEntries = mostEntries;
  }

  List<StoryRecord.Entry> entries(
      StoryContext context,
      List<Telling> tellings,
      Map<LocalDate, List<Telling>> byDay,
      Candidates candidates,
      DayWeights weights) {
    List<LocalDate> days = days(weights, byDay);
    int compared = days.size() > MANY_DAYS ? MOST_COMPARED_OF_MANY : MOST_COMPARED;
    int perDay = Math.max(MOST_OF_GREAT_DAY, mostEntries / Math.max(1, days.size()));
    var entries = new ArrayList<StoryRecord.Entry>();
    for (LocalDate day : days) {
      double weight = weights.of(day);
      // days that matter get more entries; a day in passing gets one
      int most = Math.max(1, (int) Math.round(perDay * weight));
      for (StoryRecord.Entry entry :
          ranked(context, candidates.of(day, byDay.get(day), compared), weight, most)) {
        entries.add(weights.isBackground(day) ? Entries.background(entry) : entry);
      }
    }
    undated(context, weights, tellings, candidates, compared, entries);
    return entries;
  }

  private static List<LocalDate> days(DayWeights weights, Map<LocalDate, List<Telling>> byDay) {
    var days = new ArrayList<>(byDay.keySet());
    days.sort(
        Comparator.comparingDouble((LocalDate day) -> -weights.of(day))
            .thenComparing(Comparator.naturalOrder()));
    return days.subList(0, Math.min(MOST_DAYS, days.size()));
  }

  /** Entries of one day, best first; what repeats a better one comes later. */
  private static List<StoryRecord.Entry> ranked(
      StoryContext context, List<Candidate> candidates, double weight, int most) {
    var left = new ArrayList<>(candidates);
    var chosen = new ArrayList<Candidate>();
    var entries = new ArrayList<StoryRecord.Entry>();
    double top = 0;
    while (!left.isEmpty() && entries.size() < most) {
      Candidate best = null;
      boolean again = false;
      double bestWorth = Double.NEGATIVE_INFINITY;
      for (Candidate candidate : left) {
        double repeated = 0;
        boolean twin = false;
        for (Candidate other : chosen) {
          double alike = candidate.best().terms().dot(other.best().terms());
          repeated = Math.max(repeated, alike);
          twin |= candidate.isTwin(other, alike);
        }
        double worth =
            candidate.worth()
                - (repeated > ALIKE ? SIMILAR_TO_CHOSEN * repeated : 0)
                - (twin || repeated > SAME ? TWIN : 0);
        if (worth > bestWorth) {
          bestWorth = worth;
          best = candidate;
          again = twin || repeated > SAME;
        }
      }
      if (best == null) {
        break;
      }
      left.remove(best);
      chosen.add(best);
      if (entries.isEmpty()) {
        top = Math.max(bestWorth, 0.1);
      }
      double share = Math.max(0.02, Math.min(1, bestWorth / top));
      entries.add(Entries.of(context, best, weight * (0.25 + 0.75 * share) * (again ? AGAIN : 1)));
    }
    return entries;
  }

  /** What has a month or a year, or no date at all, comes after the days. */
  private static void undated(
      StoryContext context,
      DayWeights weights,
      List<Telling> tellings,
      Candidates candidates,
      int compared,
      List<StoryRecord.Entry> entries) {
    var byDate = new TreeMap<String, List<Telling>>();
    for (Telling telling : tellings) {
      if (telling.when().day() == null
          && telling.telling()
          && telling.sure() >= UNSURE
          && !telling.background()
          && telling.modality() == Modality.ASSERTED) {
        String date = telling.when().date();
        byDate.computeIfAbsent(date == null ? "" : date, key -> new ArrayList<>()).add(telling);
      }
    }
    double weight = entries.isEmpty() ? 1 : UNDATED;
    int most = entries.isEmpty() ? MOST_WITHOUT_DAYS : MOST_OF_MONTH;
    for (List<Telling> group : byDate.values()) {
      StoryTimes.When when = group.get(0).when();
      boolean coarse = when.precision().equals("year") || when.precision().equals("month");
      for (StoryRecord.Entry entry :
          ranked(
              context,
              candidates.of(LocalDate.MIN, group, compared),
              coarse ? weight * COARSE : weight,
              when.date() == null ? 2 * most : most)) {
        entries.add(
            coarse && weights.isBackground(Entries.last(when)) ? Entries.background(entry) : entry);
      }
    }
  }
}

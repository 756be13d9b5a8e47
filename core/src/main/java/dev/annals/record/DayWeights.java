package dev.annals.record;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much each day matters to a story: how many articles speak of it, how many of them look back
 * to it, and how many were published on it.
 */
final class DayWeights {

  // mean date F1 over eight affairs, single signals: articles that speak of a day 0.56, articles
  // that look back 0.55, articles published 0.53; sums with weights from 0.3 to 3 gave 0.54 to 0.62
  private static final double SPEAKING = 1.0;
  private static final double LOOKING_BACK = 2.0;
  private static final double PUBLISHED = 1.0;
  // what is announced is spoken of more than it is remembered
  private static final double AHEAD = 0.3;

  // with fewer articles one mention of a day is no vote for it
  private static final double LEAST = 3;
  // days before the first report that its story may reach back to; longer for a longer story
  private static final int HORIZON = 14;
  private static final double BEYOND = 0.25;

  private static final class Counts {
    private double speaking;
    private int lookingBack;
    private int published;
  }

  private final TreeMap<LocalDate, Counts> counts = new TreeMap<>();
  private final TreeMap<LocalDate, Double> weights = new TreeMap<>();
  private @Nullable LocalDate horizon;

  DayWeights(StoryContext context, StoryTimes times) {
    LocalDate first = null;
    LocalDate last = null;
    for (ArticleParts article : context.parts()) {
      LocalDate published = article.published();
      if (published != null) {
        first = first == null || published.isBefore(first) ? published : first;
        last = last == null || published.isAfter(last) ? published : last;
      }
      var days = new TreeSet<LocalDate>();
      for (LocalDate day : times.days(article.article())) {
        if (day != null) {
          days.add(day);
        }
      }
      for (LocalDate day : days) {
        Counts count = count(day);
        count.speaking += published != null && day.isAfter(published) ? AHEAD : 1;
        if (published != null && day.isBefore(published)) {
          count.lookingBack++;
        }
      }
      if (published != null) {
        count(published).published++;
      }
    }
    if (first != null && last != null) {
      horizon = first.minusDays(HORIZON + ChronoUnit.DAYS.between(first, last));
    }
    weigh();
  }

  /** Whether a day is so long before the first report that it is what led up to the story. */
  boolean isBackground(LocalDate day) {
    return horizon != null && day.isBefore(horizon);
  }

  private Counts count(LocalDate day) {
    return counts.computeIfAbsent(day, key -> new Counts());
  }

  private void weigh() {
    double speaking = LEAST;
    double lookingBack = LEAST;
    double published = LEAST;
    for (Counts count : counts.values()) {
      speaking = Math.max(speaking, count.speaking);
      lookingBack = Math.max(lookingBack, count.lookingBack);
      published = Math.max(published, count.published);
    }
    for (var entry : counts.entrySet()) {
      Counts count = entry.getValue();
      weights.put(
          entry.getKey(),
          (isBackground(entry.getKey()) ? BEYOND : 1)
              * (SPEAKING * share(count.speaking, speaking)
                  + LOOKING_BACK * share(count.lookingBack, lookingBack)
                  + PUBLISHED * share(count.published, published))
              / (SPEAKING + LOOKING_BACK + PUBLISHED));
    }
  }

  private static double share(double count, double most) {
    return Math.log1p(count) / Math.log1p(most);
  }

  /** Weight of a day, from 0 to 1; 0 when no article speaks of it. */
  double of(LocalDate day) {
    return weights.getOrDefault(day, 0.0);
  }

  /** All days with their weights, in order of date. */
  Map<LocalDate, Double> all() {
    return weights;
  }
}

package dev.annals.web;

import dev.annals.store.StorySummary;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stories by importance and freshness: independent sources and articles count, age against the
 * newest story discounts.
 */
final class StoryOrder {

  private static final double HALF_LIFE_DAYS = 3;

  private StoryOrder() {}

  static void sort(List<StorySummary> stories) {
    long newest = Long.MIN_VALUE;
    for (StorySummary story : stories) {
      Long day = day(story.end());
      newest = day == null ? newest : Math.max(newest, day);
    }
    long now = newest;
    stories.sort(
        Comparator.comparingDouble((StorySummary s) -> -worth(s, now))
            .thenComparing(StorySummary::id));
  }

  private static double worth(StorySummary story, long now) {
    Long day = day(story.end());
    double age = day == null ? 30 : Math.max(0, now - day);
    return (story.sources() + Math.log1p(story.articles())) * Math.pow(0.5, age / HALF_LIFE_DAYS);
  }

  private static @Nullable Long day(@Nullable String date) {
    try {
      return date == null || date.length() < 10
          ? null
          : LocalDate.parse(date.substring(0, 10)).toEpochDay();
    } catch (DateTimeException e) {
      return null;
    }
  }
}

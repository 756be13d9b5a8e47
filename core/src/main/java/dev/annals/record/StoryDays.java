package dev.annals.record;

import dev.annals.annotation.TimeExpression;
import dev.annals.annotation.TimeType;
import dev.annals.article.Article;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days of a story's articles; an undated article is placed on the middle publication day of the
 * dated ones.
 */
final class StoryDays {

  /** How far a stated time may be after the capture: zones and clocks differ. */
  private static final Duration AHEAD = Duration.ofDays(1);

  // days from the story's within which an article placed in it names days
  private static final int APART = 14;
  // days before the story's from which a day is history
  private static final int LONG_AGO = 200;
  private static final int LEAST_DAYS = 2;
  // parts of an address that are looked at
  private static final int MOST_PARTS = 20;

  private final @Nullable LocalDate middle;

  StoryDays(List<ArticleParts> articles) {
    var days = new ArrayList<LocalDate>();
    for (ArticleParts article : articles) {
      LocalDate day = article.published();
      if (day != null) {
        days.add(day);
      }
    }
    Collections.sort(days);
    middle = days.isEmpty() ? null : days.get((days.size() - 1) / 2);
  }

  @Nullable LocalDate day(ArticleParts article) {
    LocalDate own = article.published();
    return own != null ? own : placed(article);
  }

  @Nullable LocalDate placed(ArticleParts article) {
    return article.published() == null
            && !isOfOtherDays(article)
            && !isOfOtherMonth(article.article().article().url())
        ? middle
        : null;
  }

  /** Whether an address names a month that is not the story's: "/2031/03/". */
  private boolean isOfOtherMonth(@Nullable String url) {
    if (url == null || middle == null) {
      return false;
    }
    String[] parts = url.split("/", MOST_PARTS);
    for (int i = 1; i < parts.length; i++) {
      if (isNumber(parts[i - 1], 4) && isNumber(parts[i], 2)) {
        long months =
            Integer.parseInt(parts[i - 1]) * 12L
                + Integer.parseInt(parts[i])
                - middle.getYear() * 12L
                - middle.getMonthValue();
        return Math.abs(months) > 1;
      }
    }
    return false;
  }

  private static boolean isNumber(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Whether an undated article is of another time than the story: it states days with their year
   * that lie weeks before the story's, and none nearer.
   */
  private boolean isOfOtherDays(ArticleParts article) {
    if (middle == null) {
      return false;
    }
    int before = 0;
    boolean near = false;
    for (TimeExpression time : article.article().annotations().times()) {
      LocalDate day =
          time.type() == TimeType.DATE ? StoryTimes.read(time.value(), null, "stated").day() : null;
      if (day == null || day.isBefore(middle.minusDays(LONG_AGO))) {
        continue; // "since the flood of 1953"
      }
      if (day.isBefore(middle.minusDays(APART))) {
        before++;
      } else {
        near = true;
      }
    }
    return !near && before >= LEAST_DAYS;
  }

  /** The day of publication as stated, in the zone it was stated in; null when unknown. */
  static @Nullable LocalDate published(Article article) {
    String stated = article.published();
    if (stated == null || stated.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(stated.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * The instant to order by; a time without offset counts as UTC, an unknown one comes last, one
   * later than a day after the capture counts as captured.
   */
  static Instant orderOf(Article article) {
    Instant stated = statedOrder(article);
    Instant captured = article.captured();
    boolean ahead =
        captured != null && !stated.equals(Instant.MAX) && stated.isAfter(captured.plus(AHEAD));
    return ahead ? captured : stated;
  }

  private static Instant statedOrder(Article article) {
    String stated = article.published();
    if (stated == null) {
      return Instant.MAX;
    }
    try {
      if (stated.length() <= 10) {
        return LocalDate.parse(stated).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return OffsetDateTime.parse(stated).toInstant();
    } catch (DateTimeException e) {
      try {
        return LocalDateTime.parse(stated).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException f) {
        LocalDate day = published(article);
        return day == null ? Instant.MAX : day.atStartOfDay().toInstant(ZoneOffset.UTC);
      }
    }
  }
}

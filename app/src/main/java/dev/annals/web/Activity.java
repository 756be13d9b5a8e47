package dev.annals.web;

import dev.annals.record.StoryRecord;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Articles over time as small bars to scale. Hours are those stated, whatever their zone. */
final class Activity {

  static final int WIDTH = 240;
  static final int HEIGHT = 28;
  private static final int BARS = 40;

  private final int[] bars = new int[BARS];
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private int dated;

  Activity(List<StoryRecord.Member> articles) {
    for (StoryRecord.Member article : articles) {
      Long minute = minute(article);
      if (minute != null) {
        first = Math.min(first, minute);
        last = Math.max(last, minute);
        dated++;
      }
    }
    if (path() == null) {
      return;
    }
    for (StoryRecord.Member article : articles) {
      Long minute = minute(article);
      if (minute != null) {
        bars[(int) ((minute - first) * (BARS - 1) / (last - first))]++;
      }
    }
  }

  private static @Nullable Long minute(StoryRecord.Member article) {
    String stated = article.published() == null ? article.placed() : article.published();
    if (stated == null || stated.length() < 10) {
      return null;
    }
    try {
      String clock = stated.length() >= 16 ? stated.substring(10, 16) : "T12:00";
      return LocalDateTime.parse(stated.substring(0, 10) + clock).toEpochSecond(ZoneOffset.UTC)
          / 60;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** SVG path, or null when all articles came at one time. */
  @Nullable String path() {
    if (dated < 2 || first == last) {
      return null;
    }
    int highest = 1;
    for (int bar : bars) {
      highest = Math.max(highest, bar);
    }
    var path = new StringBuilder();
    for (int i = 0; i < BARS; i++) {
      if (bars[i] > 0) {
        double height = 3 + (HEIGHT - 4.0) * bars[i] / highest;
        path.append(
            String.format(Locale.ROOT, "M%d %d v-%.1f h4 v%.1f z", i * 6, HEIGHT, height, height));
      }
    }
    return path.toString();
  }

  String label() {
    return path() == null ? "" : "Articles over time, from " + stamp(first) + " to " + stamp(last);
  }

  private static String stamp(long minute) {
    String time = LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC).toString();
    return Words.when(time.substring(0, 10), time.substring(11));
  }
}

package dev.annals.web;

import dev.annals.record.StoryRecord;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Articles a day as small bars. */
final class Sparkline {

  private static final int BAR = 6;
  private static final int HEIGHT = 20;
  private static final int MOST = 40;

  private final TreeMap<String, Integer> days = new TreeMap<>();

  Sparkline(List<StoryRecord.Member> articles) {
    for (StoryRecord.Member article : articles) {
      String published = article.published() == null ? article.placed() : article.published();
      if (published != null && published.length() >= 10) {
        days.merge(
            published.length() >= 13 ? published.substring(0, 13) : published, 1, Integer::sum);
      }
    }
  }

  /** SVG path, or null when all articles came in one hour or day. */
  @Nullable String path() {
    if (days.size() < 2) {
      return null;
    }
    int highest = days.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    var path = new StringBuilder();
    int x = 0;
    for (int count : days.values().stream().limit(MOST).toList()) {
      double height = Math.max(2, (double) count / highest * HEIGHT);
      path.append(
          String.format(
              Locale.ROOT, "M%d %d v-%.1f h%d v%.1f z", x, HEIGHT, height, BAR - 2, height));
      x += BAR;
    }
    return path.toString();
  }

  int width() {
    return Math.max(60, Math.min(MOST, days.size()) * BAR);
  }

  String label() {
    return "articles over time, from "
        + (days.isEmpty() ? "?" : days.firstKey())
        + " to "
        + (days.isEmpty() ? "?" : days.lastKey());
  }
}

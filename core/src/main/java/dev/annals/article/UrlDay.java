package dev.annals.article;

import dev.annals.capture.StatedTime;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day that the path of an address names: {@code /2031/03/04/}, {@code /2031-03-04-}, {@code
 * /2031/mar/04/}, {@code /20310304}, {@code /04-03-2031}.
 */
final class UrlDay {

  private UrlDay() {}

  /** The first such day, or null. */
  static @Nullable LocalDate of(String address) {
    int start = address.indexOf("//");
    int path = address.indexOf('/', start < 0 ? 0 : start + 2);
    if (path < 0) {
      return null;
    }
    String part = address.substring(path, Math.min(address.length(), path + 1000));
    for (int i = 0; i + 8 <= part.length(); i++) {
      boolean begins = !Character.isDigit(part.charAt(i == 0 ? 0 : i - 1));
      if (!begins || !Character.isDigit(part.charAt(i))) {
        continue;
      }
      int digits = i;
      while (digits < part.length() && Character.isDigit(part.charAt(digits))) {
        digits++;
      }
      LocalDate day = at(part, i, digits);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  private static @Nullable LocalDate at(String part, int i, int digits) {
    if (digits - i == 8) {
      String day = StatedTime.iso(part.substring(i, digits));
      return day == null ? null : LocalDate.parse(day);
    }
    if (digits - i == 4) {
      String end = part.substring(i, Math.min(part.length(), i + 11));
      LocalDate found = DayFinder.find(end, false);
      return found == null ? DayFinder.find(turned(end), false) : found;
    }
    if (digits - i <= 2 && i > 0 && part.charAt(i - 1) == '/') {
      String end = part.substring(i, Math.min(part.length(), i + 10));
      boolean dashes = end.length() == 10 && end.charAt(2) == '-' && end.charAt(5) == '-';
      return dashes ? DayFinder.find(end, false) : null;
    }
    return null;
  }

  /** {@code 2031/mar/04} as it is written: 04 mar 2031. */
  private static String turned(String path) {
    String[] parts = path.split("/", 4);
    return parts.length < 3 ? "" : parts[2] + " " + parts[1] + " " + parts[0];
  }
}

package dev.annals.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that a statement is known to lie in, in minutes from 1970.
 *
 * @param to the minute after it; equal to {@code from} for what is known to the minute
 */
record TimeSpan(long from, long to) {

  static final long DAY = 24 * 60;

  boolean exact() {
    return from == to;
  }

  boolean longerThanADay() {
    return to - from > DAY;
  }

  /** Of a TIMEX3 value and a clock time; null when there is no day, month or year in it. */
  static @Nullable TimeSpan of(@Nullable String date, @Nullable String time) {
    if (date == null || date.length() < 4) {
      return null;
    }
    try {
      return parse(date, time);
    } catch (DateTimeException | NumberFormatException e) {
      return null; // a season, a decade, "XXXX-WXX-3"
    }
  }

  private static @Nullable TimeSpan parse(String date, @Nullable String time) {
    if (date.length() >= 10 && date.charAt(4) == '-' && date.charAt(7) == '-') {
      long day = start(LocalDate.parse(date.substring(0, 10)));
      String clock = time != null ? time : date.length() > 10 ? date.substring(11) : "";
      int minute = minute(clock);
      return minute >= 0 ? new TimeSpan(day + minute, day + minute) : part(day, date.substring(10));
    }
    int year = Integer.parseInt(date.substring(0, 4));
    if (date.length() == 4) {
      return months(YearMonth.of(year, 1), 12);
    }
    String rest = date.substring(5);
    if (rest.length() == 2 && rest.charAt(0) == 'Q') {
      return months(YearMonth.of(year, 3 * (rest.charAt(1) - '1') + 1), 3);
    }
    if (rest.startsWith("W") && rest.length() >= 3) {
      LocalDate monday =
          LocalDate.of(year, 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(rest.substring(1, 3)))
              .with(java.time.DayOfWeek.MONDAY);
      boolean weekend = rest.endsWith("-WE");
      return weekend
          ? new TimeSpan(start(monday.plusDays(5)), start(monday.plusDays(7)))
          : new TimeSpan(start(monday), start(monday.plusDays(7)));
    }
    return rest.length() == 2 ? months(YearMonth.of(year, Integer.parseInt(rest)), 1) : null;
  }

  private static TimeSpan months(YearMonth first, int count) {
    return new TimeSpan(start(first.atDay(1)), start(first.plusMonths(count).atDay(1)));
  }

  private static long start(LocalDate day) {
    return day.toEpochDay() * DAY;
  }

  private static TimeSpan part(long day, String part) {
    return switch (part) {
      case "TMO" -> new TimeSpan(day + 5 * 60, day + 12 * 60);
      case "TAF" -> new TimeSpan(day + 12 * 60, day + 18 * 60);
      case "TEV" -> new TimeSpan(day + 17 * 60, day + 22 * 60);
      case "TNI" -> new TimeSpan(day + 20 * 60, day + 30 * 60);
      case "TDT" -> new TimeSpan(day + 6 * 60, day + 18 * 60);
      default -> new TimeSpan(day, day + DAY);
    };
  }

  /** Minute of the day of {@code 22:30…}, or -1. */
  private static int minute(String clock) {
    if (clock.length() < 5
        || clock.charAt(2) != ':'
        || !digits(clock, 0, 2)
        || !digits(clock, 3, 5)) {
      return -1;
    }
    int minute = Integer.parseInt(clock, 0, 2, 10) * 60 + Integer.parseInt(clock, 3, 5, 10);
    return minute <= DAY ? minute : -1;
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}

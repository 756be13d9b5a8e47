package dev.annals.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates, counts and long texts as the pages word them. */
final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private Words() {}

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  static String days(@Nullable String start, @Nullable String end) {
    if (start == null || end == null) {
      return "day unknown";
    }
    return start.equals(end) ? date(start) : date(start) + " – " + date(end);
  }

  /** {@code 5 Mar 2031}; other values as they are. */
  static String date(String value) {
    LocalDate day = parse(value);
    return day == null ? value : SHORT.format(day);
  }

  /** {@code Wednesday 5 March 2031}; weeks, months and years as they are. */
  static String day(String value) {
    if (value.isEmpty()) {
      return "Day unknown";
    }
    LocalDate day = parse(value);
    return day == null ? value : DAY.format(day);
  }

  static String when(@Nullable String date, @Nullable String time) {
    String day = date == null ? "day unknown" : date(date);
    return time == null ? day : day + ", " + time;
  }

  /** A stated time without the T of ISO 8601. */
  static String stamp(String stated) {
    return stated.length() > 10 && stated.charAt(10) == 'T'
        ? stated.substring(0, 10) + " " + stated.substring(11)
        : stated;
  }

  static String shorten(String text, int length) {
    String line = text.strip();
    if (line.length() <= length) {
      return line;
    }
    int blank = line.lastIndexOf(' ', length);
    return line.substring(0, blank > length / 2 ? blank : length) + " …";
  }

  private static @Nullable LocalDate parse(String value) {
    try {
      return value.length() < 10 ? null : LocalDate.parse(value.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }
}

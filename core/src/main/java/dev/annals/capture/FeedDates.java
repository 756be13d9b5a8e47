package dev.annals.capture;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds have them beside those that {@link StatedTime} reads: days of the year ({@code
 * 2031-063}), years of two figures ({@code 31-03-04}), the year behind the clock ({@code Tue Mar 4
 * 09:30:00 2031}), and Korean ones.
 */
final class FeedDates {

  private static final int LONGEST = 80;
  private static final int CENTURY = 2000;

  private FeedDates() {}

  /** The time as ISO 8601, or null when it cannot be read or names no day, as a month alone. */
  static @Nullable String iso(String stated) {
    String text = stated.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    String iso = StatedTime.iso(text);
    if (iso != null) {
      return iso;
    }
    try {
      LocalDate day = day(text);
      if (day != null) {
        return day.toString();
      }
    } catch (DateTimeException e) {
      return null; // day 366 of a short year
    }
    String yearLast = yearBehindClock(text);
    if (yearLast != null) {
      return StatedTime.iso(yearLast);
    }
    int digit = firstDigit(text);
    if (digit > 0 && Character.isLetter(text.charAt(0))) {
      // Tue, 2031/03/04 09:30:00 EST
      iso = StatedTime.iso(text.substring(digit));
    }
    return iso == null ? korean(text) : iso;
  }

  private static @Nullable LocalDate day(String text) {
    List<Integer> numbers = new ArrayList<>();
    var lengths = new ArrayList<Integer>();
    for (String part : text.split("-", 4)) {
      if (part.isEmpty()
          || part.length() > 7
          || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return null;
      }
      numbers.add(Integer.parseInt(part));
      lengths.add(part.length());
    }
    int first = numbers.get(0);
    return switch (lengths.toString()) {
      case "[4, 3]" -> LocalDate.ofYearDay(first, numbers.get(1));
      case "[7]" -> year(first / 1000) ? LocalDate.ofYearDay(first / 1000, first % 1000) : null;
      case "[6]" -> LocalDate.of(CENTURY + first / 10000, first / 100 % 100, first % 100);
      case "[2, 2, 2]" -> LocalDate.of(CENTURY + first, numbers.get(1), numbers.get(2));
      default -> null;
    };
  }

  private static boolean year(int year) {
    return year >= 1900 && year < 2200;
  }

  /** {@code Tue Mar 4 09:30:00 2031} with the year before the clock. */
  private static @Nullable String yearBehindClock(String text) {
    String[] words = text.split("\\s+", 9);
    int clock = -1;
    int year = -1;
    for (int i = 0; i < words.length; i++) {
      clock = clock < 0 && words[i].indexOf(':') > 0 ? i : clock;
      boolean number = words[i].length() == 4 && words[i].chars().allMatch(Character::isDigit);
      year = number && clock >= 0 && i > clock ? i : year;
    }
    if (clock < 2 || year < 0) {
      return null;
    }
    var turned = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      if (i == clock) {
        turned.append(words[year]).append(' ');
      }
      if (i != year) {
        turned.append(words[i]).append(' ');
      }
    }
    return turned.toString();
  }

  private static int firstDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** {@code 2031년 03월 04일 오전 09:30:00}. */
  private static @Nullable String korean(String text) {
    if (text.indexOf('년') < 0 && text.indexOf('오') < 0) {
      return null;
    }
    String half = text.indexOf("오후") >= 0 ? " PM" : text.indexOf("오전") >= 0 ? " AM" : "";
    String figures =
        text.replace("년", "-")
            .replace("월", "-")
            .replace("일", "")
            .replace("오전", "")
            .replace("오후", "")
            .replace("- ", "-");
    return StatedTime.iso(String.join(" ", figures.strip().split("\\s+", 9)) + half);
  }
}

package dev.annals.capture;

import dev.annals.text.MonthNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds have them beside those that {@link StatedTime} reads: days of the year ({@code
 * 2031-063}), years of two figures ({@code 31-03-04}), the year behind the clock ({@code Tue Mar 4
 * 09:30:00 2031}), the clock before the day, clocks written {@code 9:5} or {@code 09.30.00}, months
 * in other languages, Korean, Chinese and Japanese figures.
 */
final class FeedDates {

  private static final int LONGEST = 80;
  private static final int CENTURY = 2000;

  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private FeedDates() {}

  /** The time as ISO 8601, or null when it cannot be read or names no day, as a month alone. */
  static @Nullable String iso(String stated) {
    String text = stated.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    try {
      LocalDate day = day(text);
      if (day != null) {
        return day.toString();
      }
    } catch (DateTimeException e) {
      return null; // day 366 of a short year
    }
    text = inFigures(text);
    List<String> words = new ArrayList<>(Arrays.asList(text.split("\\s+", 12)));
    words.replaceAll(FeedDates::month);
    if (words.stream().filter(FeedDates::isMonth).count() > 1 && isMonth(words.get(0))) {
      words.remove(0); // mar., 4 Mar 2031: a Tuesday in three languages
    }
    boolean midnight = clocks(words);
    String iso = read(words);
    return midnight && iso != null ? dayLater(iso) : iso;
  }

  private static @Nullable String read(List<String> words) {
    String text = String.join(" ", words);
    String iso = StatedTime.iso(text);
    if (iso == null) {
      String turned = turned(words);
      iso = turned == null ? null : StatedTime.iso(turned);
    }
    int digit = firstDigit(text);
    if (iso == null && digit > 0 && Character.isLetter(text.charAt(0))) {
      // Tue, 2031/03/04 09:30:00 EST
      iso = StatedTime.iso(text.substring(digit));
    }
    return iso;
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

  /** Names of months in other languages by those that are read: {@code Dez} gives Dec. */
  private static String month(String word) {
    int from = 0;
    while (from < word.length() && !Character.isLetter(word.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < word.length() && Character.isLetter(word.charAt(to))) {
      to++;
    }
    String name = word.substring(from, to).toLowerCase(Locale.ROOT);
    int month = name.length() < 3 ? 0 : MonthNames.number(name);
    if (month == 0) {
      return word;
    }
    String before = word.substring(0, from);
    if (before.length() == 5 && before.endsWith("-") && to < word.length()) {
      return before + two(month) + "-" + word.substring(to + 1); // 2031-marzo-04T09:30
    }
    String shortened = MONTHS[month - 1].toLowerCase(Locale.ROOT);
    boolean english =
        name.equals(shortened) || name.equals(Month.of(month).name().toLowerCase(Locale.ROOT));
    return english ? word : before + MONTHS[month - 1] + word.substring(to);
  }

  private static boolean isMonth(String word) {
    String name = word.toLowerCase(Locale.ROOT);
    int end = name.length();
    while (end > 0 && !Character.isLetter(name.charAt(end - 1))) {
      end--;
    }
    return end > 2 && MonthNames.number(name.substring(0, end)) > 0;
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /**
   * Brings clocks to one form in place.
   *
   * @return whether one says 24:00, the end of its day
   */
  private static boolean clocks(List<String> words) {
    boolean midnight = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int letter = word.indexOf('T') == 10 ? 11 : 0;
      String clock = word.substring(letter);
      boolean last = i > 0 && (isYear(words.get(i - 1)) || letter > 0);
      boolean offsetNext = i + 1 < words.size() && "+-".indexOf(words.get(i + 1).charAt(0)) >= 0;
      if (last && clock.length() == 2 && isDigits(clock) && offsetNext) {
        clock += ":00"; // 04 Mar 2031 09 +0100
      } else if (last && (dotted(clock) || clock.indexOf('h') == 2 || clock.indexOf('h') == 1)) {
        clock = clock.replace('.', ':').replace('h', ':');
      }
      clock = clock.replace("--", "-").replace(":-", "-").replace(":+", "+");
      clock = clock.equals("Etc/GMT") || clock.equals("Etc/UTC") ? "UTC" : padded(clock);
      if (clock.startsWith("24:00")) {
        midnight = true;
        clock = "00" + clock.substring(2);
      }
      words.set(i, word.substring(0, letter) + clock);
    }
    return midnight;
  }

  /** {@code 09.30} or {@code 09.30.00} where a day is written before it. */
  private static boolean dotted(String word) {
    return (word.length() == 5 || word.length() == 8)
        && word.charAt(2) == '.'
        && isDigits(word.replace(".", ""));
  }

  /** {@code 9:5:3} with two figures each. */
  private static String padded(String clock) {
    int colon = clock.indexOf(':');
    if (colon < 1 || colon > 2 || !isDigits(clock.substring(0, colon))) {
      return clock;
    }
    var out = new StringBuilder(clock.length() + 2);
    int digits = 0;
    for (int i = 0; i <= clock.length(); i++) {
      char c = i < clock.length() ? clock.charAt(i) : ' ';
      if (isDigit(c)) {
        digits++;
      } else {
        if (digits == 1 && i > 1 && clock.charAt(i - 2) == ':') {
          out.insert(out.length() - 1, '0');
        }
        digits = 0;
      }
      if (i < clock.length()) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** With day and year before the clock, however they stand; null where that changes nothing. */
  private static @Nullable String turned(List<String> words) {
    var turned = new ArrayList<>(words);
    int clock = -1;
    int year = -1;
    for (int i = 0; i < words.size(); i++) {
      clock = clock < 0 && words.get(i).indexOf(':') > 0 ? i : clock;
      year = year < 0 && isYear(words.get(i)) ? i : year;
    }
    if (year == 0 && words.size() > 2) {
      turned.add(2, turned.remove(0)); // 2031 March 4
      turned.add(2, turned.remove(0));
      turned.add(2, turned.remove(1));
    } else if (clock == 0 && words.size() > 1) {
      turned.add(1, turned.remove(0)); // 09:30 04.03.2031
    } else if (clock >= 2 && year > clock) {
      turned.add(clock, turned.remove(year));
    } else {
      return null;
    }
    return String.join(" ", turned);
  }

  private static boolean isYear(String word) {
    return word.length() == 4 && isDigits(word);
  }

  private static boolean isDigits(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String dayLater(String iso) {
    return LocalDate.parse(iso.substring(0, 10)).plusDays(1) + iso.substring(10);
  }

  private static int firstDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** {@code 2031년 03월 04일 오후 09:30:00} and {@code 2031年3月4日 下午9:30} in figures alone. */
  private static String inFigures(String text) {
    boolean east = text.chars().anyMatch(c -> "년年오上下午".indexOf(c) >= 0);
    if (!east) {
      return text;
    }
    boolean late = text.contains("오후") || text.contains("下午") || text.contains("午後");
    boolean early = text.contains("오전") || text.contains("上午") || text.contains("午前");
    var figures = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("년年월月".indexOf(c) >= 0) {
        figures.append('-');
      } else if (c == '시' || c == '時' || c == '点') {
        figures.append(':');
      } else {
        figures.append(c >= 0x2E80 ? ' ' : c);
      }
    }
    String joined = figures.toString().replace("- ", "-").replace(": ", ":");
    return joined.strip() + (late ? " PM" : early ? " AM" : "");
  }
}

package dev.annals.capture;

import dev.annals.text.TimeZones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a date as feeds, crawlers and pages state it to ISO 8601 without adding to it: day, minute
 * or second precision as stated, an offset only where one is stated.
 *
 * <pre>{@code
 * StatedTime.iso("Tue, 04 Mar 2031 09:30:00 GMT")  // 2031-03-04T09:30:00Z
 * StatedTime.iso("2031-03-04 09:30:00+02:00")      // 2031-03-04T09:30:00+02:00
 * StatedTime.iso("March 4, 2031 9.30 p.m.")        // null: no such time is read
 * StatedTime.iso("04/03/2031")                     // null: day and month cannot be told apart
 * }</pre>
 */
public final class StatedTime {

  /** Longer strings are no dates. */
  private static final int LONGEST = 80;

  private static final Map<String, Integer> MONTHS = months();

  private final List<String> parts;
  private int at;
  private @Nullable LocalDate date;
  private int hour = -1;
  private int minute;
  private int second = -1;
  private @Nullable String offset;

  private StatedTime(List<String> parts) {
    this.parts = parts;
  }

  /** The time as ISO 8601, or null when the string is no date that can be read for certain. */
  public static @Nullable String iso(@Nullable String stated) {
    if (stated == null || stated.length() > LONGEST) {
      return null;
    }
    String text = stated.strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (text.chars().allMatch(StatedTime::isDigit)) {
        return digits(text);
      }
      var time = new StatedTime(split(text));
      return time.read() ? time.toString() : null;
    } catch (DateTimeException | NumberFormatException e) {
      return null; // 30 February
    }
  }

  /** Year 1 to 9999 as people mean it: what is out of 1800–2200 is a number of something else. */
  private static LocalDate day(int year, int month, int day) {
    if (year < 1800 || year > 2200) {
      throw new DateTimeException("year " + year);
    }
    return LocalDate.of(year, month, day);
  }

  private static @Nullable String digits(String text) {
    if (text.length() == 8 || text.length() == 12 || text.length() == 14) {
      int year = Integer.parseInt(text.substring(0, 4));
      int month = Integer.parseInt(text.substring(4, 6));
      var date = day(year, month, Integer.parseInt(text.substring(6, 8)));
      var time = new StatedTime(List.of());
      time.date = date;
      if (text.length() > 8) {
        time.hour = Integer.parseInt(text.substring(8, 10));
        time.minute = Integer.parseInt(text.substring(10, 12));
        time.second = text.length() == 14 ? Integer.parseInt(text.substring(12)) : -1;
      }
      return time.toString();
    }
    if (text.length() == 10 || text.length() == 13) {
      long number = Long.parseLong(text);
      var instant =
          text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
      return String.format(
          Locale.ROOT,
          "%sT%s:%02dZ",
          time.toLocalDate(),
          time.toLocalTime().toString().substring(0, 5),
          time.getSecond());
    }
    return null;
  }

  /**
   * Runs of digits, runs of letters, single other characters; a run of white space is one space.
   */
  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int kind = kind(text.charAt(from));
      int to = from + 1;
      while (kind > 0 && to < text.length() && kind(text.charAt(to)) == kind) {
        to++;
      }
      parts.add(kind == 3 ? " " : text.substring(from, to));
      from = to;
    }
    return parts;
  }

  private static int kind(char c) {
    if (isDigit(c)) {
      return 1;
    }
    if (Character.isLetter(c)) {
      return 2;
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) ? 3 : 0;
  }

  private boolean read() {
    if (!readNumericDate() && !readWrittenDate()) {
      return false;
    }
    return readTime();
  }

  /**
   * {@code 2031-03-04}, {@code 2031/3/4}, {@code 20310304T…}, {@code 4.3.2031}, {@code 31/3/2031}.
   */
  private boolean readNumericDate() {
    String first = part(0);
    if (first.length() == 8 && isNumber(first)) {
      date =
          day(
              Integer.parseInt(first.substring(0, 4)),
              Integer.parseInt(first.substring(4, 6)),
              Integer.parseInt(first.substring(6)));
      at = 1;
      return true;
    }
    String mark = part(1);
    boolean three = isNumber(first) && isNumber(part(2)) && isNumber(part(4));
    if (!three
        || !mark.equals(part(3))
        || !(mark.equals("-") || mark.equals("/") || mark.equals("."))) {
      return false;
    }
    int one = Integer.parseInt(first);
    int two = Integer.parseInt(part(2));
    int three3 = Integer.parseInt(part(4));
    at = 5;
    if (first.length() == 4) {
      date = day(one, two, three3);
      return true;
    }
    if (part(4).length() != 4) {
      return false;
    }
    if (mark.equals(".") || one > 12 || one == two) {
      date = day(three3, two, one);
      return true;
    }
    if (two > 12) {
      date = day(three3, one, two);
      return true;
    }
    return false; // 04/03/2031: April or March?
  }

  /** {@code Tue, 04 Mar 2031}, {@code March 4th, 2031}, {@code 4 March 2031}. */
  private boolean readWrittenDate() {
    int month = 0;
    int day = 0;
    int year = 0;
    int index = 0;
    for (; index < parts.size() && year == 0; index++) {
      String part = parts.get(index);
      if (isNumber(part)) {
        boolean clock = part(index + 1).equals(":");
        if (clock) {
          return false; // a time before the date is not read
        } else if (part.length() <= 2 && day == 0) {
          day = Integer.parseInt(part);
        } else if (part.length() == 4 || part.length() == 2 && day > 0 && month > 0) {
          year = Integer.parseInt(part);
          year += part.length() == 2 ? (year < 70 ? 2000 : 1900) : 0;
        } else {
          return false;
        }
      } else if (Character.isLetter(part.charAt(0)) && month == 0) {
        month = MONTHS.getOrDefault(part.toLowerCase(Locale.ROOT), 0);
      }
    }
    if (month == 0 || day == 0 || year == 0) {
      return false;
    }
    date = day(year, month, day);
    at = index;
    return true;
  }

  /**
   * Whatever follows the date. False when there is something that looks like a time but is none.
   */
  private boolean readTime() {
    while (at < parts.size() && !isNumber(part(at))) {
      at++;
    }
    if (at == parts.size()) {
      return true;
    }
    String hours = part(at);
    if (hours.length() == 6 || hours.length() == 4) {
      // 20310304T093000Z
      hour = Integer.parseInt(hours.substring(0, 2));
      minute = Integer.parseInt(hours.substring(2, 4));
      second = hours.length() == 6 ? Integer.parseInt(hours.substring(4)) : -1;
      at++;
    } else if (hours.length() <= 2 && part(at + 1).equals(":") && part(at + 2).length() == 2) {
      hour = Integer.parseInt(hours);
      minute = Integer.parseInt(part(at + 2));
      at += 3;
      if (part(at).equals(":") && part(at + 1).length() == 2 && isNumber(part(at + 1))) {
        second = Math.min(59, Integer.parseInt(part(at + 1))); // a leap second
        at += 2;
        if ((part(at).equals(".") || part(at).equals(",")) && isNumber(part(at + 1))) {
          at += 2; // fractions of a second are more than anybody means
        }
      }
    } else {
      return false;
    }
    readHalfOfDay();
    readOffset();
    return hour < 24 && minute < 60 && second < 60;
  }

  private void readHalfOfDay() {
    int mark = part(at).equals(" ") ? at + 1 : at;
    String half = part(mark).toLowerCase(Locale.ROOT);
    if (half.length() == 1 && part(mark + 1).equals(".")) {
      half += part(mark + 2).toLowerCase(Locale.ROOT); // p.m.
      mark += 3;
    }
    if (half.equals("pm") && hour < 12) {
      hour += 12;
    } else if (half.equals("am") && hour == 12) {
      hour = 0;
    } else if (!half.equals("am") && !half.equals("pm")) {
      return;
    }
    at = mark + 1;
  }

  private void readOffset() {
    while (part(at).equals(" ") || part(at).equals(".") || part(at).equals("(")) {
      at++;
    }
    String sign = part(at);
    boolean universal = sign.equals("GMT") || sign.equals("UTC");
    if (universal && (part(at + 1).equals("+") || part(at + 1).equals("-"))) {
      at++; // GMT+01:00
      sign = part(at);
    }
    if (sign.equals("+") || sign.equals("-") || sign.equals("\u2212")) {
      String digits = part(at + 1);
      if (part(at + 2).equals(":")) {
        digits += part(at + 3);
      }
      digits = digits.length() == 1 || digits.length() == 3 ? "0" + digits : digits; // +1:00
      if (isNumber(digits) && (digits.length() == 2 || digits.length() == 4)) {
        String minutes = digits.length() == 2 ? "00" : digits.substring(2);
        offset = (sign.equals("+") ? "+" : "-") + digits.substring(0, 2) + ":" + minutes;
        ZoneOffset.of(offset);
      }
      return;
    }
    var zone = zone(sign.toUpperCase(Locale.ROOT));
    if (zone != null) {
      offset = zone.getId();
    }
  }

  private @Nullable ZoneOffset zone(String name) {
    return date == null || hour > 23 || minute > 59
        ? null
        : TimeZones.offset(name, date.atTime(hour, minute));
  }

  @Override
  public String toString() {
    var iso = new StringBuilder().append(date);
    if (hour >= 0) {
      two(iso.append('T'), hour);
      two(iso.append(':'), minute);
      if (second >= 0) {
        two(iso.append(':'), second);
      }
      iso.append(offset == null ? "" : offset);
    }
    return iso.toString();
  }

  private static void two(StringBuilder iso, int number) {
    iso.append(number < 10 ? "0" : "").append(number);
  }

  private String part(int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && isDigit(part.charAt(0));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (Month month : Month.values()) {
      String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      months.put(name, month.getValue());
      months.put(name.substring(0, 3), month.getValue());
    }
    months.put("sept", 9);
    return Map.copyOf(months);
  }
}

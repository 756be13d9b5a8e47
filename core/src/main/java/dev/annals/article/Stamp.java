package dev.annals.article;

import dev.annals.text.TimeZones;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date with clocks as outlets stamp them on their pages: {@code Tuesday, 04 March 2031 KSA 01:26
 * - GMT 22:26}, {@code 4 Mar 2031 10:26 PM IST}, {@code 10:26 p.m. ET, March 4, 2031}.
 */
final class Stamp {

  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> FILLERS = Words.load("stamp-words.en.txt");

  private @Nullable LocalDate date;
  private final List<LocalTime> clocks = new ArrayList<>();
  private final List<String> zones = new ArrayList<>();
  private boolean zoneFirst;
  private int otherWords;

  private Stamp() {}

  /** The stamp that a line holds, or null when there is no date in it. */
  static @Nullable Stamp of(String line) {
    var stamp = new Stamp();
    try {
      stamp.read(split(line));
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
    return stamp.date == null ? null : stamp;
  }

  /** Words that belong to no date: a stamp has next to none. */
  int otherWords() {
    return otherWords;
  }

  /**
   * ISO 8601: the day alone, or with the first clock. Of two clocks the one in GMT is given; the
   * day goes with the clock that is named first, so the other may stand on the day before or after.
   */
  String iso() {
    if (clocks.isEmpty()) {
      return String.valueOf(date);
    }
    var first = date.atTime(clocks.get(0));
    for (int i = 1; i < clocks.size(); i++) {
      if (isGmt(zone(i)) && !isGmt(zone(0))) {
        return universal(first, zone(0), clocks.get(i));
      }
    }
    var offset = zone(0) == null ? null : TimeZones.offset(zone(0), first);
    return first + (offset == null ? "" : offset.getId());
  }

  private @Nullable String zone(int clock) {
    return clock < zones.size() ? zones.get(clock) : null;
  }

  private static boolean isGmt(@Nullable String zone) {
    return "GMT".equals(zone) || "UTC".equals(zone);
  }

  /** The instant of a local time whose GMT clock is given too: only the day has to be found. */
  private static String universal(LocalDateTime local, @Nullable String zone, LocalTime gmt) {
    var known = zone == null ? null : TimeZones.offset(zone, local);
    int wanted = known == null ? 1 : known.getTotalSeconds() / 60;
    LocalDateTime best = local.toLocalDate().atTime(gmt);
    int bestMiss = Integer.MAX_VALUE;
    for (int days = -1; days <= 1; days++) {
      var instant = local.toLocalDate().plusDays(days).atTime(gmt);
      int ahead = (int) java.time.Duration.between(instant, local).toMinutes();
      // offsets reach from -12 to +14 hours; of two that fit the smaller is meant
      int miss = Math.abs(ahead - wanted);
      if (miss < bestMiss) {
        best = instant;
        bestMiss = miss;
      }
    }
    return best + ZoneOffset.UTC.getId();
  }

  private void read(List<String> parts) {
    int day = 0;
    int month = 0;
    int year = 0;
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      String next = i + 1 < parts.size() ? parts.get(i + 1) : "";
      if (Character.isDigit(part.charAt(0))) {
        boolean yearFirst = part.length() == 4 && month > 0 && day > 0 && year == 0 && isYear(part);
        int clock = yearFirst ? 0 : clock(parts, i);
        if (yearFirst) {
          year = Integer.parseInt(part);
        } else if (clock > 0) {
          i += clock - 1;
        } else if (part.length() == 4 && isMark(next) && i + 4 < parts.size() && date == null) {
          date =
              LocalDate.of(
                  Integer.parseInt(part),
                  Integer.parseInt(parts.get(i + 2)),
                  Integer.parseInt(parts.get(i + 4)));
          i += 4;
        } else if (part.length() <= 2
            && isMark(next)
            && i + 4 < parts.size()
            && date == null
            && parts.get(i + 4).length() == 4) {
          int one = Integer.parseInt(part);
          int two = Integer.parseInt(parts.get(i + 2));
          boolean dayFirst = one > 12 || next.equals(".") || one == two;
          if (dayFirst || two > 12) {
            date =
                LocalDate.of(
                    Integer.parseInt(parts.get(i + 4)), dayFirst ? two : one, dayFirst ? one : two);
          }
          i += 4;
        } else if (part.length() == 4 && isYear(part)) {
          year = Integer.parseInt(part);
        } else if (part.length() <= 2 && day == 0) {
          day = Integer.parseInt(part);
        } else {
          otherWords++;
        }
      } else if (Character.isLetter(part.charAt(0))) {
        Integer named = MONTHS.get(Words.lower(part));
        if (named != null && named > 0) {
          month = named;
        } else if (named == null && !isZone(part) && !FILLERS.contains(Words.lower(part))) {
          otherWords++;
        }
      }
    }
    if (date == null && day > 0 && month > 0 && year > 0) {
      date = LocalDate.of(year, month, day);
    }
  }

  private boolean isZone(String part) {
    boolean capitals =
        part.length() >= 2 && part.length() <= 5 && part.equals(part.toUpperCase(Locale.ROOT));
    boolean known = TimeZones.offset(part, LocalDateTime.MIN.withYear(2000)) != null;
    if (!capitals || !known && part.length() < 3) {
      return false;
    }
    if (zones.isEmpty()) {
      zoneFirst = clocks.isEmpty();
    }
    int paired = zoneFirst ? zones.size() : clocks.size() - 1;
    while (zones.size() < paired) {
      zones.add("");
    }
    zones.add(part);
    return true;
  }

  /**
   * Reads a clock and gives the number of parts it takes: 01:26, 1.26pm, 10:26 p.m., 10pm, 2226
   * GMT.
   */
  private int clock(List<String> parts, int at) {
    String hours = parts.get(at);
    int used = 1;
    int minute = 0;
    boolean minutes = false;
    if (at + 2 < parts.size()
        && (parts.get(at + 1).equals(":") || parts.get(at + 1).equals("."))
        && hours.length() <= 2
        && parts.get(at + 2).length() == 2
        && Character.isDigit(parts.get(at + 2).charAt(0))) {
      boolean numericDate =
          at + 4 < parts.size()
              && parts.get(at + 3).equals(".")
              && Character.isDigit(parts.get(at + 4).charAt(0));
      if (numericDate) {
        return 0;
      }
      minute = Integer.parseInt(parts.get(at + 2));
      minutes = true;
      used = 3;
      if (at + 4 < parts.size()
          && parts.get(at + 3).equals(":")
          && parts.get(at + 4).length() == 2) {
        used = 5;
      }
    }
    String half = at + used < parts.size() ? Words.lower(parts.get(at + used)) : "";
    int halfParts = 1;
    if (half.length() == 1
        && at + used + 2 < parts.size()
        && parts.get(at + used + 1).equals(".")) {
      half += Words.lower(parts.get(at + used + 2));
      halfParts = 3;
    }
    boolean halved = half.equals("am") || half.equals("pm");
    if (hours.length() == 4
        && !halved
        && at + 1 < parts.size()
        && (parts.get(at + 1).equals("GMT") || parts.get(at + 1).equals("UTC"))) {
      clocks.add(
          LocalTime.of(
              Integer.parseInt(hours.substring(0, 2)), Integer.parseInt(hours.substring(2))));
      return 1;
    }
    if (!minutes && !halved || hours.length() > 2) {
      return 0;
    }
    int hour = Integer.parseInt(hours);
    if (halved) {
      used += halfParts;
      hour =
          half.equals("pm") && hour < 12 ? hour + 12 : half.equals("am") && hour == 12 ? 0 : hour;
    }
    clocks.add(LocalTime.of(hour, minute));
    return used;
  }

  private static boolean isMark(String part) {
    return part.equals("-") || part.equals("/") || part.equals(".");
  }

  private static boolean isYear(String part) {
    int year = Integer.parseInt(part);
    return year > 1800 && year < 2200;
  }

  /** Runs of digits, runs of letters, single other characters. */
  private static List<String> split(String line) {
    var parts = new ArrayList<String>();
    int from = 0;
    while (from < line.length()) {
      char c = line.charAt(from);
      int to = from + 1;
      if (c >= '0' && c <= '9') {
        while (to < line.length() && line.charAt(to) >= '0' && line.charAt(to) <= '9') {
          to++;
        }
      } else if (Character.isLetter(c)) {
        while (to < line.length() && Character.isLetter(line.charAt(to))) {
          to++;
        }
      }
      boolean foreignDigit = Character.isDigit(c) && (c < '0' || c > '9');
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !foreignDigit) {
        parts.add(line.substring(from, to));
      }
      from = to;
    }
    return parts;
  }

  /** Months by number; weekdays by 0, for they are no other words. */
  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (Month month : Month.values()) {
      String name = Words.lower(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      months.put(name, month.getValue());
      months.put(name.substring(0, 3), month.getValue());
    }
    months.put("sept", 9);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = Words.lower(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      months.put(name, 0);
      months.put(name.substring(0, 3), 0);
    }
    return Map.copyOf(months);
  }
}

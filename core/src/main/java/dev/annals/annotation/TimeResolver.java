package dev.annals.annotation;

import dev.annals.annotation.TimeForm.Anchor;
import dev.annals.text.TimeZones;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Gives read time expressions their values, one after the other as the text tells them. */
final class TimeResolver {

  // "declared a dividend payable Nov. 15": a day against the direction of the verb must be this
  // many
  // times nearer than the one in its direction
  private static final int AGAINST_PAST = 6;
  private static final int AGAINST_FUTURE = 4;
  private static final int AGAINST_UNKNOWN = 2;
  private static final int LAST_YEAR = 9999;
  // words between the two clocks of a stamp
  private static final int STAMP_GAP = 4;

  private @Nullable LocalDate published;
  // what the text told of last
  private @Nullable LocalDate day;
  private String unit = "D";
  private int lastQuarter;
  private @Nullable OffsetDateTime stamp;
  private int stampEnd;
  private int lastQuarterYear;

  TimeResolver(@Nullable LocalDate published) {
    this.published = published;
    this.day = published;
  }

  /** Forgets the day told of, as where another text begins. */
  void restart() {
    day = published;
    unit = "D";
  }

  /** Counts from another day from here on, as where the next entry of a live blog begins. */
  void publish(@Nullable LocalDate day) {
    if (day != null && !day.equals(published)) {
      published = day;
      restart();
    }
  }

  /**
   * The value of a form.
   *
   * @param tense where its verb points: -1, 0 or +1
   */
  String value(TimeForm form, int tense) {
    if (form.value != null) {
      return form.value;
    }
    try {
      String date = beside(date(form, tense), form.dayShift);
      if (form.hour >= 0) {
        date = inZone(form, date);
        return (date.length() == 10 ? date : "XXXX-XX-XX") + clock(form);
      }
      return form.daypart == null ? date : date + "T" + form.daypart;
    } catch (DateTimeException e) {
      // "Feb. 30"
      return (form.year > 0 ? Integer.toString(form.year) : "XXXX")
          + (form.month > 0 ? "-" + DurationValues.two(form.month) : "");
    }
  }

  /** The day before or after a day; of one that is not known the same is said as of it. */
  private String beside(String date, int shift) {
    LocalDate told = shift == 0 ? null : TimeFinder.day(date);
    return told == null ? date : tell(told.plusDays(shift), "D");
  }

  /**
   * "01:26 KSA - 22:26 GMT": the second clock of a stamp shows the same moment, which may be on
   * another day; a day written with it stays.
   */
  private String inZone(TimeForm form, String date) {
    LocalDate told = TimeFinder.day(date);
    if (told == null || form.zone == null || form.hour > 23) {
      return date;
    }
    LocalDateTime time = told.atTime(form.hour, form.minute);
    ZoneOffset offset = TimeZones.offset(form.zone, time);
    if (offset == null) {
      return date;
    }
    OffsetDateTime before = stamp;
    boolean near = form.first - stampEnd <= STAMP_GAP;
    stamp = time.atOffset(offset);
    stampEnd = form.end;
    if (before != null && near && form.rule.equals("clock")) {
      OffsetDateTime same = before.withOffsetSameInstant(offset);
      if (same.getHour() == form.hour && same.getMinute() == form.minute) {
        stamp = same;
        return same.toLocalDate().toString();
      }
    }
    return date;
  }

  private static String clock(TimeForm form) {
    return "T" + DurationValues.two(form.hour) + ":" + DurationValues.two(Math.max(0, form.minute));
  }

  private String date(TimeForm form, int tense) {
    int direction = form.direction != 0 ? form.direction : tense;
    if (form.holiday != null) {
      return holiday(form, form.holiday, direction);
    }
    if (form.quarter != 0 || form.half != 0) {
      return quarter(form);
    }
    if (form.season != null) {
      return season(form, form.season, direction);
    }
    if (form.month > 0) {
      return month(form, direction);
    }
    if (form.weekday > 0) {
      return weekday(form, direction);
    }
    if (form.year > 0) {
      day = LocalDate.of(form.year, 1, 1);
      unit = "Y";
      return DurationValues.two(form.year);
    }
    return shift(form, direction);
  }

  private String tell(LocalDate told, String granularity) {
    if (told.getYear() > LAST_YEAR || told.getYear() < 1) {
      return "XXXX";
    }
    day = told;
    unit = granularity;
    return CalendarValues.format(told, granularity);
  }

  private String holiday(TimeForm form, String name, int direction) {
    if (form.year > 0) {
      LocalDate told = Holidays.in(name, form.year);
      return told == null ? CalendarValues.year(form.year) : tell(told, "D");
    }
    String granularity = form.unit.isEmpty() ? "D" : form.unit;
    if (published == null) {
      LocalDate any = Holidays.in(name, 2001);
      return any == null ? "XXXX" : "XXXX-" + DurationValues.two(any.getMonthValue());
    }
    LocalDate best = null;
    for (int year = published.getYear() - 1; year <= published.getYear() + 1; year++) {
      LocalDate told = Holidays.in(name, year);
      if (told == null) {
        continue;
      }
      boolean fits =
          !form.strict
              || direction == 0
              || direction < 0 && told.isBefore(published)
              || direction > 0 && told.isAfter(published);
      if (fits && (best == null || cost(told, direction) < cost(best, direction))) {
        best = told;
      }
    }
    if (best == null) {
      return "XXXX";
    }
    // the weekend of a Monday is the one before it
    boolean before = granularity.equals("E") && best.getDayOfWeek().getValue() <= 2;
    return tell(before ? best.minusWeeks(1) : best, granularity);
  }

  /** How far a day is from that of publication; against the direction of the verb it is further. */
  private long cost(LocalDate told, int direction) {
    long days = published == null ? 0 : told.toEpochDay() - published.toEpochDay();
    if (days > 0) {
      return days * (direction < 0 ? AGAINST_PAST : direction > 0 ? 1 : AGAINST_UNKNOWN);
    }
    return -days * (direction > 0 ? AGAINST_FUTURE : 1);
  }

  private String quarter(TimeForm form) {
    int year = form.year;
    if (year < 0) {
      if (published == null) {
        return "XXXX-" + (form.half > 0 ? "H" + form.half : "Q" + form.quarter);
      }
      int base = published.getYear();
      if (form.yearShift != null) {
        year = base + form.yearShift;
      } else {
        year = base;
        // a quarter that has not begun by the middle of it was last year's
        if (form.quarter > 0
            && (form.quarter - 1) * 3 + 1 > published.getMonthValue()
            && form.quarter - 1 >= published.get(IsoFields.QUARTER_OF_YEAR) + 1) {
          year--;
        }
      }
    }
    if (form.half > 0) {
      return CalendarValues.year(year) + "-H" + form.half;
    }
    int quarter = form.quarter;
    if (quarter < 0) {
      quarter = lastQuarter;
    }
    if (quarter < 1) {
      return CalendarValues.year(year) + "-QX";
    }
    lastQuarter = quarter;
    lastQuarterYear = year;
    return tell(LocalDate.of(year, quarter * 3 - 2, 1), "Q");
  }

  private String season(TimeForm form, String season, int direction) {
    if (form.year > 0) {
      return CalendarValues.year(form.year) + "-" + season;
    }
    if (published == null) {
      return "XXXX-" + season;
    }
    int year = published.getYear();
    // the month in which it begins
    int begins =
        switch (season) {
          case "SP" -> 3;
          case "SU" -> 6;
          case "FA" -> 9;
          default -> 12;
        };
    int month = published.getMonthValue();
    boolean running =
        begins == 12 ? month == 12 || month <= 2 : month >= begins && month < begins + 3;
    if (form.yearShift != null) {
      year += form.yearShift;
    } else if (form.strict && form.direction == 0 && begins != 12) {
      year += 0;
    } else if (begins == 12 && month <= 2) {
      year -= direction > 0 && form.strict ? 0 : 1;
    } else if (form.strict && direction < 0) {
      year -= begins < month && !running ? 0 : 1;
    } else if (form.strict && direction > 0) {
      year += begins > month ? 0 : 1;
    } else if (direction < 0 && begins > month) {
      year -= 1;
    } else if (direction > 0 && begins + 2 < month) {
      year += 1;
    }
    return CalendarValues.year(year) + "-" + season;
  }

  private String month(TimeForm form, int direction) {
    int year = form.year;
    if (year < 0 && form.yearShift != null && published != null) {
      year = published.getYear() + form.yearShift;
    }
    String granularity = form.day > 0 ? form.unit.equals("W") ? "W" : "D" : "M";
    if (year < 0) {
      if (published == null) {
        String open = "XXXX-" + DurationValues.two(form.month);
        return form.day > 0 ? open + "-" + DurationValues.two(form.day) : open;
      }
      year =
          form.day > 0
              ? yearOfDay(form, published, direction)
              : yearOfMonth(form, published, direction);
    }
    return tell(LocalDate.of(year, form.month, Math.max(1, form.day)), granularity);
  }

  private int yearOfMonth(TimeForm form, LocalDate published, int direction) {
    int year = published.getYear();
    int month = published.getMonthValue();
    if (form.strict && form.direction != 0) {
      if (form.direction < 0) {
        return form.month < month ? year : year - 1;
      }
      return form.month > month ? year : year + 1;
    }
    if (form.strict) {
      return year;
    }
    int best = year;
    long least = Long.MAX_VALUE;
    for (int candidate = year - 1; candidate <= year + 1; candidate++) {
      LocalDate middle = LocalDate.of(candidate, form.month, 15);
      long cost = candidate == year && form.month == month ? 0 : cost(middle, direction);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    return best;
  }

  private int yearOfDay(TimeForm form, LocalDate published, int direction) {
    int best = published.getYear();
    long distance = Long.MAX_VALUE;
    for (int year = published.getYear() - 1; year <= published.getYear() + 1; year++) {
      if (form.day > java.time.YearMonth.of(year, form.month).lengthOfMonth()) {
        continue;
      }
      LocalDate told = LocalDate.of(year, form.month, form.day);
      if (form.weekday > 0 && told.getDayOfWeek().getValue() == form.weekday) {
        return year;
      }
      long cost = cost(told, direction);
      if (cost < distance) {
        distance = cost;
        best = year;
      }
    }
    return best;
  }

  private String weekday(TimeForm form, int direction) {
    LocalDate base = form.anchor == Anchor.NARRATED && day != null ? day : published;
    if (base == null) {
      return "XXXX-WXX-" + form.weekday;
    }
    DayOfWeek weekday = DayOfWeek.of(form.weekday);
    if (form.weekShift != 0 || form.strict && form.direction == 0) {
      return tell(base.plusWeeks(form.weekShift).with(weekday), "D");
    }
    LocalDate told;
    if (form.strict) {
      told =
          form.direction < 0
              ? base.with(TemporalAdjusters.previous(weekday))
              : base.with(TemporalAdjusters.next(weekday));
    } else {
      told =
          direction > 0
              ? base.with(TemporalAdjusters.nextOrSame(weekday))
              : base.with(TemporalAdjusters.previousOrSame(weekday));
    }
    return tell(told, "D");
  }

  private String shift(TimeForm form, int direction) {
    boolean narrated = form.anchor == Anchor.NARRATED;
    LocalDate base = narrated ? day : published;
    if ((form.hour >= 0 || form.daypart != null) && !unit.equals("D")) {
      base = published;
    }
    if (base == null) {
      return CalendarValues.open(form.unit);
    }
    if (form.rule.equals("year-earlier-quarter") && lastQuarter > 0) {
      return CalendarValues.format(quarterDay().minusYears(1), "Q");
    }
    boolean pointed = form.rule.equals("that-unit");
    if (form.rule.startsWith("year-earlier") && published != null) {
      // in accounts: a year before those that are told of now
      base = published;
    }
    if (narrated && form.amount == 0 && published != null && !pointed && isFar(base)) {
      base = published;
    }
    if (form.amount == 0
        && form.unit.equals("E")
        && base.equals(published)
        && direction <= 0
        && base.getDayOfWeek().getValue() <= 4) {
      // "over the weekend", written on Monday
      base = base.minusWeeks(1);
    }
    if (narrated && form.amount == 0 && form.unit.equals("Q") && lastQuarter == 0) {
      // the one that has ended
      return CalendarValues.format(base.minusMonths(3), "Q");
    }
    if (narrated
        && (form.unit.equals("Q") || form.unit.equals("P"))
        && form.amount == 0
        && lastQuarter > 0) {
      boolean ended = published == null || !quarterDay().plusMonths(3).isAfter(published);
      if (!ended && form.rule.equals("relative-unit")) {
        // "the latest quarter", where the next one was told of
        return CalendarValues.format(base.minusMonths(3), "Q");
      }
      return tell(quarterDay(), "Q");
    }
    if (form.unit.equals("P")) {
      return CalendarValues.format(base, unit);
    }
    // "a year earlier" than a quarter is a quarter
    if (form.unit.equals("Y")
        && form.amount == -1
        && unit.equals("Q")
        && day != null
        && (narrated || form.rule.equals("shift"))) {
      return CalendarValues.format(quarterDay().minusYears(1), "Q");
    }
    if (narrated
        && form.unit.equals("Y")
        && form.amount == -1
        && !form.rule.equals("relative-unit")
        && !pointed) {
      // a comparison does not move the story back
      return CalendarValues.format(base.minusYears(1), "Y");
    }
    if (narrated
        && (form.unit.equals("D") || form.unit.equals("W"))
        && isWide(unit)
        && base.equals(day)) {
      return CalendarValues.open(form.unit); // "the same day", where a year was told of
    }
    if (form.rule.equals("relative-unit")
        && form.unit.equals("W")
        && form.amount == -1
        && !narrated
        && base.getDayOfWeek() == DayOfWeek.SUNDAY) {
      // "last week", written on a Sunday, is the week that ends with it
      return tell(base, "W");
    }
    LocalDate told = CalendarValues.plus(base, form.unit, form.amount);
    boolean compares = form.unit.equals("Y") && form.amount == -1 && form.rule.equals("shift");
    if (form.amount == 0 && narrated || compares) {
      return CalendarValues.format(told, form.unit);
    }
    return tell(told, form.unit);
  }

  /** Whether a time is a quarter or a year, so that no day can be counted from it. */
  private static boolean isWide(String unit) {
    return unit.equals("Y") || unit.equals("Q");
  }

  /** Whether a time told of is so long past that "the week" cannot be counted from it. */
  private boolean isFar(LocalDate base) {
    return published != null
        && Math.abs(base.toEpochDay() - published.toEpochDay()) > 60
        && !unit.equals("D");
  }

  private LocalDate quarterDay() {
    return LocalDate.of(lastQuarterYear, Math.max(1, lastQuarter) * 3 - 2, 1);
  }
}

package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/** A time expression as read, before it is resolved: what the words say and no more. */
final class TimeForm {

  /** What a form counts from. */
  enum Anchor {
    /** The calendar: "March 5", "1998", "Friday". */
    CALENDAR,
    /** The day of publication: "last week", "two years ago". */
    PUBLICATION,
    /** The time told of last: "the following day", "a year earlier". */
    NARRATED,
    /** None: a duration, a set, a vague reference. */
    NONE
  }

  final int first;
  int end;
  String rule;
  TimeType type = TimeType.DATE;
  Anchor anchor = Anchor.CALENDAR;
  // a value that needs no resolving
  @Nullable String value;
  // TD, TH for parts of the day; D, W, E (weekend), M, Q, Y, T (decade), C (century)
  String unit = "";
  int amount;
  int year = -1;
  // years from that of publication, or null
  @Nullable Integer yearShift;
  boolean narratedYear;
  int month;
  int day;
  int weekday;
  int weekShift;
  // "the day before Easter"
  int dayShift;
  int quarter;
  int half;
  @Nullable String season;
  @Nullable String holiday;
  @Nullable String daypart;
  int hour = -1;
  int minute = -1;
  // the zone written with the clock time, or null
  @Nullable String zone;
  // -1 "last", +1 "next", 0 left to the tense
  int direction;
  boolean strict;

  TimeForm(int first, int end, String rule) {
    this.first = first;
    this.end = end;
    this.rule = rule;
  }

  /** Whether it stands for a day or a longer stretch of the calendar. */
  boolean isDate() {
    return type == TimeType.DATE && value == null;
  }

  /** Whether it stands for one day. */
  boolean isDay() {
    return isDate()
        && hour < 0
        && daypart == null
        && (day > 0 || weekday > 0 || holiday != null && unit.isEmpty() || unit.equals("D"));
  }

  /** Whether a day is named and not only a part of one. */
  boolean names() {
    return day > 0 || weekday > 0 || holiday != null || anchor == Anchor.PUBLICATION;
  }

  static TimeForm fixed(int first, int end, String rule, TimeType type, String value) {
    var form = new TimeForm(first, end, rule);
    form.type = type;
    form.anchor = Anchor.NONE;
    form.value = value;
    return form;
  }
}

package dev.annals.annotation;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Writes stretches of the calendar as TIMEX3 has them, and counts in its units. */
final class CalendarValues {

  private CalendarValues() {}

  /** A day in the coarseness of a unit: "2031-Q1", "2031-W10". */
  static String format(LocalDate told, String granularity) {
    switch (granularity) {
      case "Y" -> {
        return year(told.getYear());
      }
      case "Q" -> {
        return year(told.getYear()) + "-Q" + told.get(IsoFields.QUARTER_OF_YEAR);
      }
      case "M" -> {
        return year(told.getYear()) + "-" + DurationValues.two(told.getMonthValue());
      }
      case "W", "F" -> {
        return week(told);
      }
      case "E" -> {
        return week(told) + "-WE";
      }
      case "T" -> {
        return year(told.getYear()).substring(0, 3);
      }
      case "C" -> {
        return year(told.getYear()).substring(0, 2);
      }
      default -> {
        return told.toString();
      }
    }
  }

  /** Four digits at least. */
  static String year(int year) {
    String digits = Integer.toString(year);
    return "0000".substring(Math.min(4, digits.length())) + digits;
  }

  private static String week(LocalDate told) {
    return year(told.get(IsoFields.WEEK_BASED_YEAR))
        + "-W"
        + DurationValues.two(told.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** A day moved by an amount of units. */
  static LocalDate plus(LocalDate base, String unit, int amount) {
    switch (unit) {
      case "Y" -> {
        return base.plusYears(amount);
      }
      case "Q" -> {
        return base.plusMonths(3L * amount);
      }
      case "M" -> {
        return base.plusMonths(amount);
      }
      case "W", "E" -> {
        return base.plusWeeks(amount);
      }
      case "F" -> {
        return base.plusWeeks(2L * amount);
      }
      case "T" -> {
        return base.plusYears(10L * amount);
      }
      case "C" -> {
        return base.plusYears(100L * amount);
      }
      default -> {
        return base.plusDays(amount);
      }
    }
  }

  /** The value of a time of which only the coarseness is known. */
  static String open(String unit) {
    switch (unit) {
      case "D" -> {
        return "XXXX-XX-XX";
      }
      case "W", "F" -> {
        return "XXXX-WXX";
      }
      case "E" -> {
        return "XXXX-WXX-WE";
      }
      case "M" -> {
        return "XXXX-XX";
      }
      case "Q" -> {
        return "XXXX-QX";
      }
      default -> {
        return "XXXX";
      }
    }
  }
}

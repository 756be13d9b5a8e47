package dev.annals.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as people write them; what is no whole day stays as it is. */
final class DayNames {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  private DayNames() {}

  /** {@code 5 March 2031}, {@code 5 March 2031 evening}. */
  static String day(@Nullable String date) {
    return name(date, DAY);
  }

  /** {@code Wednesday 5 March 2031}. */
  static String weekday(@Nullable String date) {
    return name(date, WEEKDAY);
  }

  private static String name(@Nullable String date, DateTimeFormatter format) {
    if (date == null) {
      return "";
    }
    if (date.length() < 10) {
      return date;
    }
    try {
      String day = LocalDate.parse(date.substring(0, 10)).format(format);
      return date.length() > 10 ? day + " " + clock(date) : day;
    } catch (DateTimeException e) {
      return date;
    }
  }

  private static String clock(String date) {
    return switch (date.substring(10)) {
      case "TMO" -> "morning";
      case "TAF" -> "afternoon";
      case "TEV" -> "evening";
      case "TNI" -> "night";
      case "TDT" -> "daytime";
      default -> date.charAt(10) == 'T' ? date.substring(11) : date.substring(10);
    };
  }
}

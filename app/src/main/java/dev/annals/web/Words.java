package dev.annals.web;

import dev.annals.article.Role;
import dev.annals.record.StoryRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates, counts and long texts as the pages word them. */
final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Words() {}

  /** Where in an article a sentence stands, null for its running text. */
  static @Nullable String where(Role role) {
    return switch (role) {
      case PARAGRAPH, LIST -> null;
      case RELATED -> "in a link to another report";
      case PROMOTION -> "in a promotion";
      case UPDATE -> "in a note on an update";
      case OTHER -> "beside the text";
      default -> "in a " + role.label();
    };
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** {@code 5 Mar 2031, 18:30} of a stated time, its zone left out. */
  static String moment(String stated) {
    return when(stated, stated.length() >= 16 ? stated.substring(11, 16) : null);
  }

  /** {@code 5 Mar 2031, 18:30 +01:00}: as stated, without seconds. */
  static String zoned(String stated) {
    String zone = "";
    for (int i = 16; i < stated.length(); i++) {
      if ("+-Z".indexOf(stated.charAt(i)) >= 0) {
        zone = " " + (stated.charAt(i) == 'Z' ? "UTC" : shorten(stated.substring(i), 6));
        break;
      }
    }
    return moment(stated) + zone;
  }

  /** {@code 5 Mar 2031, 18:30} of minutes from 1970. */
  static String minute(long minute) {
    return moment(LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC).toString());
  }

  static String days(@Nullable String start, @Nullable String end) {
    if (start == null || end == null) {
      return "day not stated";
    }
    return start.equals(end) ? date(start) : date(start) + " – " + date(end);
  }

  /** {@code 5 Mar 2031}, {@code March 2031}, {@code week of 3 Mar 2031}; others as they are. */
  static String date(String value) {
    LocalDate day = parse(value);
    return day == null ? longer(value) : SHORT.format(day);
  }

  /** {@code Wednesday 5 March 2031}; weeks and months as above. */
  static String day(String value) {
    if (value.isEmpty()) {
      return "Day not stated";
    }
    LocalDate day = parse(value);
    return day == null ? longer(value) : DAY.format(day);
  }

  private static String longer(String value) {
    try {
      if (value.length() == 7 && value.charAt(4) == '-') {
        return MONTH.format(LocalDate.parse(value + "-01"));
      }
      if (value.length() == 8 && value.startsWith("-W", 4)) {
        var monday = LocalDate.parse(value + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        return "week of " + SHORT.format(monday);
      }
    } catch (DateTimeException e) {
      return value;
    }
    return value;
  }

  /** The name of a language in English; a code that nobody knows as it is. */
  static String language(String code) {
    String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    return code.equals("und") ? "language unknown" : name.isEmpty() ? code : name;
  }

  /** The words of a quote without the comma that leads on to who says them. */
  static String quoted(String words) {
    String line = harmless(words);
    return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
  }

  static String when(@Nullable String date, @Nullable String time) {
    String day = date == null ? "day not stated" : date(date);
    return time == null ? day : day + ", " + time;
  }

  /** A stated time without the T of ISO 8601. */
  static String stamp(String stated) {
    return stated.length() > 10 && stated.charAt(10) == 'T'
        ? stated.substring(0, 10) + " " + stated.substring(11)
        : stated;
  }

  /**
   * The text without signs that nobody sees, or that turn the direction of all that follows, and
   * without halves of letters.
   */
  static String visible(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t')
        .filter(c -> !(c >= 0x7f && c < 0xa0) && c != 0xfffe && c != 0xffff)
        .filter(c -> !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069))
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The text letter by letter, signs that turn the direction of writing made visible. */
  static String harmless(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, '\uFFFD');
      }
    }
    return out == null ? text : out.toString();
  }

  /** What a record notes of an article, as a sentence. */
  static @Nullable String notice(@Nullable String notice) {
    if (notice == null) {
      return null;
    }
    return switch (notice) {
      case StoryRecord.RETRACTED -> "Taken back by its outlet.";
      case StoryRecord.CORRECTED -> "Corrected by its outlet.";
      case StoryRecord.GONE -> "Not at its address any more; kept as it was.";
      default -> notice;
    };
  }

  /** On one line, visible, cut at a blank where it is too long. */
  static String shorten(String text, int length) {
    // a title of megabytes is not looked through for what will not be shown
    String start = text.length() > 4 * length + 100 ? text.substring(0, 4 * length + 100) : text;
    String line = visible(start).strip();
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

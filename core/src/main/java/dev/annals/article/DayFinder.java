package dev.annals.article;

import dev.annals.text.MonthNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first full day written in a line, in figures or with a month's name of several
 * languages: {@code 4. März 2031}, {@code March 4, 2031}, {@code 04.03.2031}, {@code 2031/3/4}.
 */
final class DayFinder {

  private static final int LONGEST = 2000;

  private DayFinder() {}

  /** A day and where in the line it begins. */
  record Found(LocalDate day, int start) {}

  /**
   * The first day, or null.
   *
   * @param monthFirst whether 3/4/2031 is the fourth of March, as Americans write
   */
  static @Nullable LocalDate find(String line, boolean monthFirst) {
    List<Found> found = findAll(line, monthFirst, 1);
    return found.isEmpty() ? null : found.get(0).day();
  }

  /** The first days of a line, at most so many, in its order. */
  static List<Found> findAll(String line, boolean monthFirst, int most) {
    Parts parts = new Parts(line);
    var found = new ArrayList<Found>();
    for (int i = 0; i < parts.size() && found.size() < most; i++) {
      LocalDate day = parts.mayBegin(i) ? at(parts, i, monthFirst) : null;
      if (day == null) {
        continue;
      }
      int start = parts.start(i);
      boolean again = !found.isEmpty() && start - found.get(found.size() - 1).start() < 6;
      if (!again && (i == 0 || !joined(parts, i))) {
        found.add(new Found(day, start));
      }
    }
    return found;
  }

  /** A number that is the end of a longer one: 10.4.3.2031 is a version and no day. */
  private static boolean joined(Parts parts, int i) {
    return i >= 2
        && isNumber(parts.get(i))
        && isNumber(parts.get(i - 2))
        && ".-".contains(parts.get(i - 1));
  }

  private static @Nullable LocalDate at(Parts parts, int i, boolean monthFirst) {
    try {
      int first = number(parts, i);
      if (first < 0) {
        Integer month = month(parts, i);
        if (month == null) {
          return null;
        }
        int next = skip(parts, i + 1, ". ");
        int day = number(parts, next);
        int year = number(parts, skip(parts, next + 1, ",. stndrh"));
        return day >= 1 && day <= 31 && isYear(year) ? LocalDate.of(year, month, day) : null;
      }
      int next = skip(parts, i + 1, " ");
      String mark = next < parts.size() ? parts.get(next) : "";
      int after = skip(parts, next + 1, " ");
      int second = number(parts, after);
      int closing = skip(parts, after + 1, " ");
      int third = number(parts, skip(parts, closing + 1, " "));
      boolean same = closing < parts.size() && parts.get(closing).equals(mark);
      if (isYear(first) && parts.get(i).length() == 4) {
        boolean east = mark.equals("年") || mark.equals("년");
        boolean figures = same && (mark.equals("-") || mark.equals("/") || mark.equals("."));
        return (east || figures) && second > 0 && third > 0
            ? LocalDate.of(first, second, third)
            : null;
      }
      if (first < 1 || first > 31) {
        return null;
      }
      boolean separators = same && (mark.length() == 1 && "./-|".contains(mark));
      if (separators && second > 0 && isYear(third)) {
        boolean american = monthFirst && mark.equals("/") && first <= 12 || second > 12;
        return american ? LocalDate.of(third, first, second) : LocalDate.of(third, second, first);
      }
      int at = skip(parts, i + 1, ". -stndrhº");
      Integer month = month(parts, at);
      if (month == null && at < parts.size() && parts.get(at).equals("de")) {
        at = skip(parts, at + 1, " ");
        month = month(parts, at);
      }
      if (month == null) {
        return null;
      }
      int yearAt = skip(parts, at + 1, ",. -");
      if (yearAt < parts.size() && parts.get(yearAt).equals("de")) {
        yearAt = skip(parts, yearAt + 1, " ");
      }
      int year = number(parts, yearAt);
      return isYear(year) ? LocalDate.of(year, month, first) : null;
    } catch (DateTimeException e) {
      return null; // 30 February
    }
  }

  private static boolean isYear(int year) {
    return year >= 1990 && year < 2100;
  }

  private static int skip(Parts parts, int from, String marks) {
    int at = from;
    while (at < parts.size() && marks.contains(parts.get(at)) && at < from + 4) {
      at++;
    }
    return at;
  }

  private static @Nullable Integer month(Parts parts, int at) {
    int number = at < parts.size() ? MonthNames.number(parts.get(at)) : 0;
    return number == 0 ? null : number;
  }

  private static int number(Parts parts, int at) {
    if (at >= parts.size() || !isNumber(parts.get(at)) || parts.get(at).length() > 4) {
      return -1;
    }
    return Integer.parseInt(parts.get(at));
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }

  /**
   * Runs of figures, runs of letters in lower case, other characters, white space as one space;
   * each cut out when it is asked for.
   */
  private static final class Parts {

    private final String line;

    /** Where each begins, and where the last one ends. */
    private final int[] starts;

    private final byte[] kinds;
    private final @Nullable String[] words;
    private int size;

    Parts(String line) {
      this.line = line;
      int length = Math.min(line.length(), LONGEST);
      starts = new int[length + 1];
      kinds = new byte[length];
      int from = 0;
      while (from < length) {
        int kind = kind(line.charAt(from));
        int to = from + 1;
        while (kind > 0 && to < length && kind(line.charAt(to)) == kind) {
          to++;
        }
        kinds[size] = (byte) kind;
        starts[size++] = from;
        from = to;
      }
      starts[size] = length;
      words = new String[size];
    }

    int size() {
      return size;
    }

    int start(int i) {
      return starts[i];
    }

    /** Whether a day may begin with a part: it is a number, or a word before one. */
    boolean mayBegin(int i) {
      int after = i + 1;
      while (kinds[i] == 2
          && after < size
          && kinds[after] != 1
          && kinds[after] != 2
          && after < i + 5) {
        after++;
      }
      return kinds[i] == 1 || kinds[i] == 2 && after < size && kinds[after] == 1;
    }

    String get(int i) {
      String known = words[i];
      if (known == null) {
        int from = starts[i];
        int to = starts[i + 1];
        known =
            switch (kinds[i]) {
              case 1 -> figures(line, from, to);
              case 3 -> " ";
              default -> lower(line, from, to);
            };
        words[i] = known;
      }
      return known;
    }
  }

  /** In lower case where that is as long, so that offsets stay what they are. */
  private static String lower(String line, int from, int to) {
    String word = line.substring(from, to);
    String lower = Words.lower(word);
    return lower.length() == word.length() ? lower : word;
  }

  /** Figures of any script as the usual ones. */
  private static String figures(String line, int from, int to) {
    var figures = new StringBuilder();
    for (int i = from; i < to; i++) {
      figures.append((char) ('0' + Character.digit(line.charAt(i), 10)));
    }
    return figures.toString();
  }

  private static int kind(char c) {
    if (c < 128) {
      return c >= '0' && c <= '9' ? 1 : Words.isAsciiWord(c) ? 2 : Words.isSpace(c) ? 3 : 0;
    }
    if (Character.isDigit(c)) {
      return 1;
    }
    if (c == '年' || c == '月' || c == '日' || c == '년' || c == '월') {
      return 0;
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return Character.isLetter(c) || mark ? 2 : Character.isWhitespace(c) || c == '\u00A0' ? 3 : 0;
  }
}

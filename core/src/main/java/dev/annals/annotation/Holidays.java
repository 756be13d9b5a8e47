package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days that are known by a name: "Thanksgiving", "Good Friday". */
final class Holidays {

  private static final Map<String, String> DAYS = load();
  private static final Set<String> FIRST_WORDS = firstWords();
  // words of the longest name
  private static final int LONGEST = 4;

  private Holidays() {}

  private static Map<String, String> load() {
    var days = new HashMap<String, String>();
    for (String line : TextResources.lines(Holidays.class, "holidays.en.txt")) {
      int sign = line.indexOf(" = ");
      days.put(line.substring(0, sign), line.substring(sign + 3));
    }
    return Map.copyOf(days);
  }

  private static Set<String> firstWords() {
    var words = new HashSet<String>();
    for (String name : DAYS.keySet()) {
      int blank = name.indexOf(' ');
      String word = blank < 0 ? name : name.substring(0, blank);
      words.add(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
    }
    return Set.copyOf(words);
  }

  /** The atom after the longest name that begins here, or -1. */
  static int match(TimeAtoms atoms, int at, int limit) {
    if (at >= limit
        || !atoms.isCapital(at)
        || !FIRST_WORDS.contains(atoms.word(at).toLowerCase(Locale.ROOT))) {
      return -1;
    }
    for (int end = Math.min(limit, at + LONGEST); end > at; end--) {
      if (DAYS.containsKey(name(atoms, at, end))) {
        return end;
      }
    }
    return -1;
  }

  static String name(TimeAtoms atoms, int at, int end) {
    var name = new StringBuilder();
    for (int i = at; i < end; i++) {
      if (i > at && atoms.start(i) > atoms.end(i - 1)) {
        name.append(' ');
      }
      name.append(atoms.word(i).toLowerCase(Locale.ROOT).replace('’', '\''));
    }
    return name.toString();
  }

  /** The day of a holiday in a year. */
  static @Nullable LocalDate in(String holiday, int year) {
    String rule = DAYS.get(holiday);
    if (rule == null) {
      return null;
    }
    if (rule.equals("election")) {
      return LocalDate.of(year, 11, 1)
          .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
          .plusDays(1);
    }
    String[] parts = rule.split(" ");
    if (parts[0].equals("easter")) {
      return easter(year).plusDays(Integer.parseInt(parts[1]));
    }
    if (parts.length == 1) {
      return LocalDate.of(
          year, Integer.parseInt(rule.substring(0, 2)), Integer.parseInt(rule.substring(3)));
    }
    return LocalDate.of(year, Integer.parseInt(parts[0]), 1)
        .with(
            TemporalAdjusters.dayOfWeekInMonth(
                Integer.parseInt(parts[1]), DayOfWeek.of(Integer.parseInt(parts[2]))));
  }

  /** Western Easter, by the anonymous Gregorian rule. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}

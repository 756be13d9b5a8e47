package dev.annals.text;

import java.util.HashMap;
import java.util.Map;

/** Names of months and their short forms in many languages, small letters without a full stop. */
public final class MonthNames {

  private static final Map<String, Integer> NUMBERS = load();

  private MonthNames() {}

  /** 1 to 12, or 0 when the word names no month. */
  public static int number(String word) {
    return NUMBERS.getOrDefault(word, 0);
  }

  private static Map<String, Integer> load() {
    var months = new HashMap<String, Integer>();
    for (String line : TextResources.lines(MonthNames.class, "month-names.txt")) {
      int equals = line.indexOf(" = ");
      for (String name : line.substring(equals + 3).split(" ")) {
        months.put(name, Integer.parseInt(line.substring(0, equals)));
      }
    }
    return Map.copyOf(months);
  }
}

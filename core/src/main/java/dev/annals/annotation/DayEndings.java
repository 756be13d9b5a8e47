package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endings written together with the number before them: "5th", "5:30pm". */
final class DayEndings {

  private static final Map<String, String> ENDINGS = load();

  private DayEndings() {}

  private static Map<String, String> load() {
    var endings = new HashMap<String, String>();
    for (String line : TextResources.lines(DayEndings.class, "time-endings.en.txt")) {
      int blank = line.indexOf(' ');
      endings.put(line.substring(0, blank), line.substring(blank + 1));
    }
    return Map.copyOf(endings);
  }

  static boolean contains(String ending) {
    return "ordinal".equals(ENDINGS.get(lower(ending)));
  }

  /** Hours to add for "am" and "pm", or null for other endings. */
  static @Nullable Integer halfOfDay(String ending) {
    String value = ENDINGS.get(ending);
    return value == null || value.equals("ordinal") ? null : Integer.valueOf(value);
  }

  static String lower(String ending) {
    return ending.toLowerCase(Locale.ROOT).replace(".", "");
  }
}

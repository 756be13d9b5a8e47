package dev.annals.text;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of time zones as news writes them: {@code GMT}, {@code EST}, {@code KSA}. */
public final class TimeZones {

  private static final Map<String, ZoneOffset> OFFSETS = load();

  private TimeZones() {}

  /** The offset that a name in capitals stands for, or null when it is no zone that is known. */
  public static @Nullable ZoneOffset offset(String name) {
    return OFFSETS.get(name);
  }

  private static Map<String, ZoneOffset> load() {
    var offsets = new HashMap<String, ZoneOffset>();
    for (String line : TextResources.lines(TimeZones.class, "time-zones.en.txt")) {
      int space = line.indexOf(' ');
      offsets.put(line.substring(0, space), ZoneOffset.of(line.substring(space + 1).strip()));
    }
    return Map.copyOf(offsets);
  }
}

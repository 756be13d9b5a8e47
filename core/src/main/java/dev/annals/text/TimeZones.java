package dev.annals.text;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of time zones as news writes them: {@code GMT}, {@code EST}, {@code KSA}. */
public final class TimeZones {

  private static final Map<String, ZoneId> ZONES = load();

  private TimeZones() {}

  /**
   * The offset that a name stands for at a time, or null when it is no zone that is known.
   *
   * @param name in capitals
   */
  public static @Nullable ZoneOffset offset(String name, LocalDateTime time) {
    ZoneId zone = ZONES.get(name);
    return zone == null ? null : zone.getRules().getOffset(time);
  }

  private static Map<String, ZoneId> load() {
    var zones = new HashMap<String, ZoneId>();
    for (String line : TextResources.lines(TimeZones.class, "time-zones.en.txt")) {
      int space = line.indexOf(' ');
      zones.put(line.substring(0, space), ZoneId.of(line.substring(space + 1).strip()));
    }
    return Map.copyOf(zones);
  }
}

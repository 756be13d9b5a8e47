package dev.annals.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ratios that must not fall. Set well below what is measured, so that a noisy machine does not fail
 * and something done twice does.
 */
public final class SpeedFloors {

  private final Map<String, Double> floors;

  private SpeedFloors(Map<String, Double> floors) {
    this.floors = floors;
  }

  /** Reads {@code {"ratio": 0.5}}. */
  public static SpeedFloors of(Path file) throws IOException {
    var floors = new java.util.TreeMap<String, Double>();
    new ObjectMapper()
        .readTree(file.toFile())
        .properties()
        .forEach(entry -> floors.put(entry.getKey(), entry.getValue().asDouble()));
    return new SpeedFloors(floors);
  }

  /** What lies below its floor, in words; a ratio that was not measured is not looked at. */
  public List<String> fallen(Map<String, Double> ratios) {
    var fallen = new ArrayList<String>();
    floors.forEach(
        (name, floor) -> {
          Double ratio = ratios.get(name);
          if (ratio != null && ratio < floor) {
            fallen.add(String.format(Locale.ROOT, "%s: %.3f < %.3f", name, ratio, floor));
          }
        });
    return fallen;
  }
}

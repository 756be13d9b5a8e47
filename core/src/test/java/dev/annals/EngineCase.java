package dev.annals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine and a story of two reports to try it with. */
abstract class EngineCase {

  static final String BRIDGE =
      "{\"id\":\"%s\",\"source\":\"%s\",\"title\":\"Old bridge of Tarn closes\","
          + "\"published\":\"2031-05-0%dT08:00:00Z\",\"text\":\"%s\"}\n";

  @TempDir Path folder;
  Path news;
  private final Map<String, String> locations = new ConcurrentHashMap<>();

  @BeforeEach
  void write() throws IOException {
    news = folder.resolve("news");
    Files.createDirectories(news);
    Files.writeString(news.resolve("a.jsonl"), first("The bridge was closed on Monday."));
  }

  static String first(String text) {
    return BRIDGE.formatted(
            "a1",
            "Tarn Echo",
            6,
            "Engineers found cracks in the old bridge of Tarn. Mayor Ada Okoro said: 'It stays shut.' "
                + text)
        + BRIDGE.formatted(
            "a2",
            "River Post",
            7,
            "The old bridge of Tarn stays closed after engineers found cracks, mayor Ada Okoro said.");
  }

  final Engine open() throws IOException {
    return open("store");
  }

  final Engine open(String name) throws IOException {
    return Engine.open(location(name), Settings.defaults());
  }

  /** Where a store of this name lies. */
  final String location(String name) {
    return locations.computeIfAbsent(name, this::newLocation);
  }

  String newLocation(String name) {
    return folder.resolve(name).toString();
  }
}

package dev.annals.follow;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counts what following does, and writes it in the text form of Prometheus. Safe for use by several
 * threads.
 */
public final class FollowMetrics {

  private static final Map<String, String> HELP =
      Map.ofEntries(
          Map.entry("annals_requests_total", "Requests made, by what for and how answered."),
          Map.entry("annals_received_bytes_total", "Bytes of bodies that came over the network."),
          Map.entry("annals_fetch_problems_total", "Requests that gave no answer, by reason."),
          Map.entry("annals_articles_total", "New articles kept."),
          Map.entry("annals_versions_total", "New versions of articles kept."),
          Map.entry("annals_visits_total", "Articles looked at again."),
          Map.entry("annals_articles_gone_total", "Articles that went from their sites."),
          Map.entry("annals_robots_refusals_total", "Pages that robots.txt keeps us from."),
          Map.entry("annals_write_failures_total", "Batches that the store did not take at first."),
          Map.entry("annals_webhooks_total", "Webhooks posted, by how answered."));

  private final Map<String, LongAdder> counters = new ConcurrentSkipListMap<>();
  private final Map<String, LongSupplier> gauges = new ConcurrentSkipListMap<>();
  private final Map<String, String> gaugeHelp = new ConcurrentSkipListMap<>();

  /** Counts one. */
  void count(String name) {
    add(name, "", 1);
  }

  /** Counts one of a kind: {@code reason="time"}. */
  void count(String name, String labels) {
    add(name, labels, 1);
  }

  void add(String name, String labels, long number) {
    String key = labels.isEmpty() ? name : name + "{" + labels + "}";
    counters.computeIfAbsent(key, k -> new LongAdder()).add(number);
  }

  /** Something that goes up and down. */
  void gauge(String name, String help, LongSupplier value) {
    gauges.put(name, value);
    gaugeHelp.put(name, help);
  }

  /** A counter as it stands, over all its labels. */
  public long total(String name) {
    long total = 0;
    for (var counter : counters.entrySet()) {
      if (family(counter.getKey()).equals(name)) {
        total += counter.getValue().sum();
      }
    }
    return total;
  }

  private static String family(String key) {
    int brace = key.indexOf('{');
    return brace < 0 ? key : key.substring(0, brace);
  }

  /** All of it in the text form of Prometheus. */
  public String text() {
    var families = new TreeMap<String, StringBuilder>();
    counters.forEach(
        (key, value) ->
            families
                .computeIfAbsent(family(key), f -> head(f, HELP.getOrDefault(f, ""), "counter"))
                .append(key)
                .append(' ')
                .append(value.sum())
                .append('\n'));
    gauges.forEach(
        (key, value) ->
            families
                .computeIfAbsent(key, f -> head(f, gaugeHelp.getOrDefault(f, ""), "gauge"))
                .append(key)
                .append(' ')
                .append(value.getAsLong())
                .append('\n'));
    var text = new StringBuilder();
    families.values().forEach(text::append);
    return text.toString();
  }

  private static StringBuilder head(String name, String help, String type) {
    return new StringBuilder("# HELP ")
        .append(name)
        .append(' ')
        .append(help)
        .append("\n# TYPE ")
        .append(name)
        .append(' ')
        .append(type)
        .append('\n');
  }
}

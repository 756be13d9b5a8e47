package dev.annals.search;

import java.util.List;
import java.util.Map;

/**
 * One page of what matches.
 *
 * @param total how many match in all
 * @param kinds how many of each kind, most frequent first
 * @param outlets how many of each outlet, most frequent first, ten at the most
 * @param languages how many of each language, most frequent first
 * @param hits this page, best first
 */
public record Hits(
    long total, List<Count> kinds, List<Count> outlets, List<Count> languages, List<Hit> hits) {

  /** Copies the lists. */
  public Hits {
    kinds = List.copyOf(kinds);
    outlets = List.copyOf(outlets);
    languages = List.copyOf(languages);
    hits = List.copyOf(hits);
  }

  /** How often a value occurs among what matches. */
  public record Count(String value, int count) {}

  /** The most frequent values, of those as frequent the first by name. */
  static List<Count> most(Map<String, Integer> counts, int size) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(size)
        .map(e -> new Count(e.getKey(), e.getValue()))
        .toList();
  }
}

package dev.annals.search;

import java.util.List;

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
}

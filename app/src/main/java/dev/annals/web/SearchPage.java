package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the search page shows. */
public record SearchPage(
    String query,
    String heading,
    @Nullable String error,
    List<Facet> facets,
    List<Hit> hits,
    @Nullable String next) {

  /** A way to narrow the search. */
  public record Facet(String name, int count, String link) {}

  /** Something found. */
  public record Hit(String kind, String title, String link, List<Run> snippet, String meta) {}
}

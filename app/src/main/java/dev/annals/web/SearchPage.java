package dev.annals.web;

import dev.annals.search.SearchFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the search page shows. */
public record SearchPage(
    String query,
    SearchFilter filter,
    String heading,
    @Nullable String error,
    List<Group> groups,
    List<Hit> hits,
    @Nullable String previous,
    @Nullable String next) {

  /** Ways to narrow the search by one field. */
  public record Group(String name, List<Facet> facets) {}

  /** One of them; without a count it takes the narrowing back. */
  public record Facet(String name, @Nullable Integer count, String link, boolean chosen) {}

  /** Something found; {@code story} leads to the story it is in, where it is not one itself. */
  public record Hit(
      String kind,
      String title,
      String link,
      List<Run> snippet,
      String meta,
      @Nullable String story) {}
}

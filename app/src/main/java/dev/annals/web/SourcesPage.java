package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is followed, and how it goes.
 *
 * @param trouble why nothing goes on, or null
 * @param following whether this server follows the sources itself
 * @param writable whether sources can be added here
 */
public record SourcesPage(
    List<Row> rows, @Nullable String trouble, boolean following, boolean writable) {

  /** Copies the list. */
  public SourcesPage {
    rows = List.copyOf(rows);
  }

  /**
   * A source.
   *
   * @param error why the last look failed, or null
   */
  public record Row(
      String id,
      String name,
      String url,
      String state,
      String interval,
      String lastSuccess,
      String articles,
      String perDay,
      @Nullable String error) {}
}

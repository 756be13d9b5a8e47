package dev.annals.search;

import dev.annals.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that matches a query.
 *
 * @param kind {@code article}, {@code quote}, {@code person} or {@code story}
 * @param story id of the story it belongs to
 * @param article id of the article it stands in, or null for a story or person
 * @param start offset in the article's text of a quote, 0 otherwise
 * @param end offset after it
 * @param title headline, speaker or name
 * @param outlet the publisher, or null when unknown
 * @param date the day, or null when unknown
 * @param snippet words around the match
 * @param highlights where the matching words stand in {@code snippet}
 * @param score how well it matches; only the order means something
 */
public record Hit(
    String kind,
    String story,
    @Nullable String article,
    int start,
    int end,
    String title,
    @Nullable String outlet,
    @Nullable String date,
    String snippet,
    List<Span> highlights,
    float score) {

  /** Copies the list. */
  public Hit {
    highlights = List.copyOf(highlights);
  }
}

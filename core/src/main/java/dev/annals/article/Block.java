package dev.annals.article;

import dev.annals.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, heading, caption or other unit of an article's text.
 *
 * @param role what it is for
 * @param start offset in {@link Article#text()}, UTF-16, inclusive
 * @param end offset after it, exclusive
 * @param time the time that an entry of a live blog carries, ISO 8601 as stated; null for all other
 *     blocks
 */
public record Block(Role role, int start, int end, @Nullable String time) {

  /** A block without a time of its own. */
  public Block(Role role, int start, int end) {
    this(role, start, end, null);
  }

  /** Where it stands. */
  public Span span() {
    return new Span(start, end);
  }
}

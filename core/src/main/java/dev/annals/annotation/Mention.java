package dev.annals.annotation;

import dev.annals.text.Span;

/**
 * A name in the text.
 *
 * @param start offset of the name, without title and possessive mark
 * @param end offset after it
 * @param type what it names
 * @param name the fullest form of the name in this article: {@code Ada Okoro} for a bare {@code
 *     Okoro}
 * @param rule the rule or model that found it
 */
public record Mention(int start, int end, MentionType type, String name, String rule) {

  /** Where it stands. */
  public Span span() {
    return new Span(start, end);
  }
}

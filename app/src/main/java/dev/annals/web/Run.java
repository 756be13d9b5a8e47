package dev.annals.web;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text shown in one way.
 *
 * @param text the words
 * @param style CSS class of the mark, or null for plain text
 * @param title what the mark says of the words
 * @param target whether it is the stretch that a cite points to first
 */
public record Run(String text, @Nullable String style, String title, boolean target) {

  /** Shows signs that turn the direction of writing as what they are: something odd. */
  public Run {
    text = Words.harmless(text);
  }
}

package dev.annals.annotation;

import dev.annals.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks a quote.
 *
 * @param start offset of the mention that the cue uses: a name, a pronoun, a common noun
 * @param end offset after it
 * @param name whom it means: the fullest form of the name, or the common noun itself
 * @param role the role given at this place, or null
 * @param type what kind of mention it is
 */
public record Speaker(int start, int end, String name, @Nullable String role, SpeakerType type) {

  /** Where the mention stands. */
  public Span span() {
    return new Span(start, end);
  }
}

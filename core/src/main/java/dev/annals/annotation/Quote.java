package dev.annals.annotation;

import dev.annals.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words of another, in the terms of PARC: speaker (source), cue, content.
 *
 * @param content what was said, without quotation marks
 * @param kind direct, partial or indirect
 * @param continues whether it goes on from the quote before it, by the same speaker
 * @param speaker who said it, or null when unknown: never a guess
 * @param cue the words that report it ("said"), or null when there are none
 * @param venue where it was said ("a letter to the council", a network), or null when not given
 * @param rule what attributed the speaker, or found the quote where there is no speaker
 */
public record Quote(
    Span content,
    QuoteKind kind,
    boolean continues,
    @Nullable Speaker speaker,
    @Nullable Span cue,
    @Nullable String venue,
    String rule) {

  /** The rule of what stands in marks within a report because something is called so. */
  public static final String TITLE = "title";

  /** The rule of words in marks that stand in a question which the report tells of. */
  public static final String QUESTION = "question";
}

package dev.annals.annotation;

import dev.annals.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A change of state of a thing: a session postponed, an account locked, a building evacuated.
 *
 * @param subject what changed, in the words of the text
 * @param subjectSpan where these words stand, or null when the subject is only understood from the
 *     context
 * @param track the class of thing that the lexicon assigns ({@code proceeding}, {@code building},
 *     {@code account} …): states of one subject and class make one track
 * @param state the state it changed to, from the lexicon: {@code postponed}
 * @param modality whether it is told as fact, plan, condition, denial or end
 * @param start offset of the words that tell it
 * @param end offset after them
 * @param time TIMEX3 value of when, or null when unknown
 * @param rule the rule that found it
 */
public record Change(
    String subject,
    @Nullable Span subjectSpan,
    String track,
    String state,
    Modality modality,
    int start,
    int end,
    @Nullable String time,
    String rule) {

  /** The rule of what goes on as it was: "remained closed". */
  public static final String CONTINUING = "continuing";
}

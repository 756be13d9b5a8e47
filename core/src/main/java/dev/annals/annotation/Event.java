package dev.annals.annotation;

import dev.annals.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An event told in one sentence: who did what to whom, when, where (subject–verb–object as in
 * ReVerb, with passives and nominalisations).
 *
 * @param sentence where the sentence stands
 * @param predicate the verb or noun that names the event
 * @param lemma its dictionary form
 * @param kind the class of the event lexicon ({@code storm}, {@code evacuate} …), or the lemma when
 *     the lexicon has none
 * @param subject who did it, or null
 * @param object whom or what it was done to, or null
 * @param place the name of where, or null
 * @param time TIMEX3 value of when, or null when unknown
 * @param timeRule where the time comes from: {@code stated} in the sentence, {@code narrated}
 *     before it, {@code dateline}; null when unknown
 * @param modality fact, plan, condition, denial or end
 * @param background whether it is told as background ("the November election")
 * @param rule the rule that found it
 */
public record Event(
    Span sentence,
    Span predicate,
    String lemma,
    String kind,
    @Nullable Span subject,
    @Nullable Span object,
    @Nullable String place,
    @Nullable String time,
    @Nullable String timeRule,
    Modality modality,
    boolean background,
    String rule) {}

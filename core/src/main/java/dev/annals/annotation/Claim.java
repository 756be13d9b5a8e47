package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is reported to assert, deny, dispute or withdraw.
 *
 * @param start offset of the words that state the claim or the stance towards it
 * @param end offset after them
 * @param by whose stance it is: a resolved name, or null when it is the reporter's own
 * @param stance asserts, denies, disputes or withdraws
 * @param about the resolved name of whose claim is denied or disputed, or null
 * @param marker the words that show the stance: {@code false claims}; null when there are none
 * @param rule the rule that found it
 */
public record Claim(
    int start,
    int end,
    @Nullable String by,
    Stance stance,
    @Nullable String about,
    @Nullable String marker,
    String rule) {}

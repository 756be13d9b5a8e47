package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/**
 * A counted or measured thing: "at least 12 people were killed".
 *
 * @param start offset of the number's words
 * @param end offset after them
 * @param low least value meant
 * @param high greatest value meant; infinite for "at least"
 * @param thing what is counted, by its head noun: {@code people}
 * @param state what is said of it ({@code killed}, {@code arrested}); null when nothing is
 * @param unit currency or measure, or null for a plain count
 * @param time TIMEX3 value of when, or null when unknown
 * @param rule the rule that read it
 */
public record Figure(
    int start,
    int end,
    double low,
    double high,
    String thing,
    @Nullable String state,
    @Nullable String unit,
    @Nullable String time,
    String rule) {}

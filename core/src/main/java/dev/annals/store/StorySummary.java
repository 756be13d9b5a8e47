package dev.annals.store;

import org.jspecify.annotations.Nullable;

/**
 * A story in a list.
 *
 * @param id the story's id
 * @param title its headline
 * @param start first day, or null when unknown
 * @param end last day, or null when unknown
 * @param articles number of articles
 * @param sources number of independent sources
 * @param changed the state of the store that changed it last: greater is later
 */
public record StorySummary(
    String id,
    String title,
    @Nullable String start,
    @Nullable String end,
    int articles,
    int sources,
    long changed) {}

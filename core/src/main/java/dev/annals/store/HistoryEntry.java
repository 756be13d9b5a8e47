package dev.annals.store;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a story.
 *
 * @param number counts all that happened in the store
 * @param kind opened, joined, moved, merged, split, replaced, removed …
 * @param story the story it happened to
 * @param article the article that came, moved or left, or null
 * @param other the story it came from, or null
 * @param why in words a reader understands
 */
public record HistoryEntry(
    long number,
    String kind,
    String story,
    @Nullable String article,
    @Nullable String other,
    String why) {}

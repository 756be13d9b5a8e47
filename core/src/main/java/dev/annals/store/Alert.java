package dev.annals.store;

import org.jspecify.annotations.Nullable;

/**
 * A saved search, or a story, that somebody wants to hear of. Times are milliseconds since 1970.
 *
 * @param id short and lasting
 * @param kind {@code search} or {@code story}
 * @param query the words searched for, or the id of the story
 * @param webhook where new entries are posted to
 * @param secret signs what is posted
 * @param addedAt when it was added
 * @param nextAt when it is looked at next: later than now after a failure
 * @param toldAt when something was last told, or null
 * @param generation the state of the store up to which all was told; -1 before the first look
 * @param failures how often in a row the webhook did not take it
 * @param error why, or null
 */
public record Alert(
    String id,
    String kind,
    String query,
    String webhook,
    String secret,
    long addedAt,
    long nextAt,
    @Nullable Long toldAt,
    long generation,
    int failures,
    @Nullable String error) {}

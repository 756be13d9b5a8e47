package dev.annals.store;

import org.jspecify.annotations.Nullable;

/**
 * What a host asks of its guests.
 *
 * @param name host, with its port where it is not the usual one
 * @param robots the bytes of its robots.txt, or null when there is none
 * @param robotsStatus the status it was answered with; 0 when there was no answer
 * @param robotsUntil when it must be asked for again
 * @param waitUntil before which the host asked to be left alone
 */
public record FollowedHost(
    String name, byte @Nullable [] robots, int robotsStatus, long robotsUntil, long waitUntil) {}

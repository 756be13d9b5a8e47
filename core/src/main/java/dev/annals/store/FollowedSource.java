package dev.annals.store;

import org.jspecify.annotations.Nullable;

/**
 * Something that is followed. Times are milliseconds since 1970.
 *
 * @param id short and lasting
 * @param url as it was given
 * @param address where it is fetched now: another after a permanent redirect, or when a front page
 *     led to its feed
 * @param kind {@code unknown}, {@code feed}, {@code sitemap} or {@code page}
 * @param state {@code active}, {@code paused} or {@code gone}
 * @param title what it is called, or null
 * @param publisher whose it is, as its articles shall name it, or null
 * @param zone IANA time zone of its dates that state none, or null
 * @param language BCP 47 tag, or null
 * @param licence a note on what may be done with its texts, or null
 * @param addedAt when it was added
 * @param nextAt when it is looked at next
 * @param gap the interval between two looks, as it is now
 * @param triedAt when it was looked at last, or null
 * @param succeededAt when that last worked, or null
 * @param changedAt when there was last something new, or null
 * @param failures how often in a row it did not work
 * @param error why it did not, or null
 * @param etag entity tag of what was last read, or null
 * @param modified its Last-Modified, or null
 * @param digest of its bytes, or null
 * @param articles how many articles came from it
 */
public record FollowedSource(
    String id,
    String url,
    String address,
    String kind,
    String state,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable String zone,
    @Nullable String language,
    @Nullable String licence,
    long addedAt,
    long nextAt,
    long gap,
    @Nullable Long triedAt,
    @Nullable Long succeededAt,
    @Nullable Long changedAt,
    int failures,
    @Nullable String error,
    @Nullable String etag,
    @Nullable String modified,
    @Nullable String digest,
    long articles) {}

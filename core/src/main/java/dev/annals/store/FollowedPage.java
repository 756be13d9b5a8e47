package dev.annals.store;

import org.jspecify.annotations.Nullable;

/**
 * A page that a source led to. Times are milliseconds since 1970.
 *
 * @param url as the source gives it
 * @param address where it is fetched now
 * @param host of the address
 * @param source id of the source that led to it first
 * @param state {@code waiting}, {@code kept}, {@code same} as another page, {@code refused} by
 *     robots.txt or because it is no article, {@code failed}, {@code gone}
 * @param nextAt when it is looked at next; null for never
 * @param foundAt when the source led to it
 * @param fetchedAt when it was last fetched, or null
 * @param goneAt when it was first missing after it had been kept, or null
 * @param visits how often it was fetched
 * @param failures how often in a row it could not be
 * @param error why, or null
 * @param etag entity tag of what was fetched, or null
 * @param modified its Last-Modified, or null
 * @param title headline that the source gives, or null
 * @param publisher whose it is, by the source, or null
 * @param language by the source, or null
 * @param published time of publication by the source, or null
 */
public record FollowedPage(
    String url,
    String address,
    String host,
    String source,
    String state,
    @Nullable Long nextAt,
    long foundAt,
    @Nullable Long fetchedAt,
    @Nullable Long goneAt,
    int visits,
    int failures,
    @Nullable String error,
    @Nullable String etag,
    @Nullable String modified,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable String language,
    @Nullable String published) {}

package dev.annals.follow;

import dev.annals.capture.FeedEntry;
import org.jspecify.annotations.Nullable;

/**
 * A page that a source leads to.
 *
 * @param url in its one form
 * @param title headline, or null
 * @param publisher whose it is, or null
 * @param language BCP 47 tag, or null
 * @param published ISO 8601, or null
 * @param inline the entry itself where it has no page of its own, else null
 * @param whole the entry where the feed has its whole text: for a page that robots.txt forbids;
 *     else null
 */
record FoundPage(
    String url,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable String language,
    @Nullable String published,
    @Nullable FeedEntry inline,
    @Nullable FeedEntry whole) {}

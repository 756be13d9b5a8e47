package dev.annals.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed.
 *
 * @param url the page it leads to, or null
 * @param id the feed's own name for it (guid, atom:id), or null
 * @param title the headline without markup, or null
 * @param source name of the publisher: the entry's source, else the feed's title; or null
 * @param byline the authors
 * @param language BCP 47 tag, or null
 * @param published ISO 8601 as stated, or null
 * @param modified ISO 8601 as stated, or null
 * @param content the longest text that the feed has of it; empty when it has none
 * @param html whether {@code content} is marked up
 * @param full whether the feed means it to be the whole text: a summary is not
 */
public record FeedEntry(
    @Nullable String url,
    @Nullable String id,
    @Nullable String title,
    @Nullable String source,
    List<String> byline,
    @Nullable String language,
    @Nullable String published,
    @Nullable String modified,
    String content,
    boolean html,
    boolean full) {

  /** Copies the list. */
  public FeedEntry {
    byline = List.copyOf(byline);
  }
}

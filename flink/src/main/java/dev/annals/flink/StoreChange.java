package dev.annals.flink;

import dev.annals.capture.Rejection;
import dev.annals.store.HistoryEntry;
import dev.annals.story.StoryChange;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the store must know. Kept in the order of its article or story.
 *
 * @param id the article's, or the story's for a record and for what happened to it, or the origin
 *     of what was rejected
 * @param version counts the changes of this kind to what the id stands for
 * @param content an article's text, or null
 * @param standing where the article stands, or null
 * @param record the packed record of a story, empty when it is no more; or null
 * @param happened what happened to a story, or null
 * @param rejection what could not be read, or null
 */
public record StoreChange(
    String id,
    long version,
    @Nullable Content content,
    @Nullable Standing standing,
    byte @Nullable [] record,
    @Nullable HistoryEntry happened,
    @Nullable Rejection rejection) {

  static StoreChange of(Content content) {
    return new StoreChange(content.article(), content.version(), content, null, null, null, null);
  }

  static StoreChange of(String article, Standing standing) {
    return new StoreChange(article, standing.version(), null, standing, null, null, null);
  }

  static StoreChange of(Outcome outcome) {
    return new StoreChange(
        outcome.story(), outcome.version(), null, null, outcome.record(), null, null);
  }

  /**
   * What happened to a story.
   *
   * @param number counts all that happened in the store
   */
  static StoreChange of(StoryChange change, long number) {
    var entry =
        new HistoryEntry(
            number,
            change.kind().name().toLowerCase(Locale.ROOT),
            change.story(),
            change.article(),
            change.other(),
            change.why());
    return new StoreChange(change.story(), number, null, null, null, entry, null);
  }

  static StoreChange of(Rejection rejection) {
    return new StoreChange(rejection.origin(), 0, null, null, null, null, rejection);
  }
}

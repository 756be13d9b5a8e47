package dev.annals.flink;

import org.jspecify.annotations.Nullable;

/**
 * Something the store must know. Kept in the order of its article or story.
 *
 * @param id the article's, or the story's for a record
 * @param version counts the changes of this kind to what the id stands for
 * @param content an article's text, or null
 * @param standing where the article stands, or null
 * @param record the packed record of a story, empty when it is no more; or null
 */
public record StoreChange(
    String id,
    long version,
    @Nullable Content content,
    @Nullable Standing standing,
    byte @Nullable [] record) {

  static StoreChange of(Content content) {
    return new StoreChange(content.article(), content.version(), content, null, null);
  }

  static StoreChange of(String article, Standing standing) {
    return new StoreChange(article, standing.version(), null, standing, null);
  }

  static StoreChange of(Outcome outcome) {
    return new StoreChange(outcome.story(), outcome.version(), null, null, outcome.record());
  }
}

package dev.annals.record;

import java.util.List;

/**
 * Compiles the record of a story from its articles. The same articles give the same record,
 * whatever their order. Immutable and safe for use by several threads.
 */
public final class RecordCompiler {

  /**
   * The record of a story.
   *
   * @param id the story's id
   * @param articles the articles of the story, in any order, at least one
   */
  public StoryRecord compile(String id, List<StoryArticle> articles) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("a story needs at least one article: " + id);
    }
    String title = articles.get(0).article().title();
    return new StoryRecord(
        id,
        title == null ? id : title,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

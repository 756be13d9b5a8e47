package dev.annals.made;

import java.util.List;

/**
 * An article about an event that never happened.
 *
 * @param published ISO 8601 with offset
 */
public record MadeArticle(
    String id,
    String url,
    String source,
    String title,
    String byline,
    String published,
    List<String> paragraphs) {

  /** Copies the list. */
  public MadeArticle {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The paragraphs with blank lines between them. */
  public String text() {
    return String.join("\n\n", paragraphs);
  }
}

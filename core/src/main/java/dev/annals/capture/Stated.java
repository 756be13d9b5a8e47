package dev.annals.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed entry, a JSON line or a WARC header states about the document beside the document
 * itself. Nothing in it is checked or altered.
 *
 * @param title the headline, or null when not stated
 * @param byline the authors as stated, empty when not stated
 * @param source the publisher, or null when not stated
 * @param language BCP 47 tag, or null when not stated
 * @param published time of publication as stated, ISO 8601 where it can be read, or null
 * @param modified time of the last change as stated, or null
 */
public record Stated(
    @Nullable String title,
    List<String> byline,
    @Nullable String source,
    @Nullable String language,
    @Nullable String published,
    @Nullable String modified) {

  /** Nothing stated. */
  public static final Stated NOTHING = new Stated(null, List.of(), null, null, null, null);

  /** Copies the list. */
  public Stated {
    byline = List.copyOf(byline);
  }
}

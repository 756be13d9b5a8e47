package dev.annals.flink;

import dev.annals.capture.Capture;
import dev.annals.capture.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What a source reads: a document, or word that there was one that could not be read.
 *
 * @param capture the document, or null
 * @param rejection what was wrong, or null
 */
public record Document(@Nullable Capture capture, @Nullable Rejection rejection) {

  static Document of(Capture capture) {
    return new Document(capture, null);
  }

  static Document of(Rejection rejection) {
    return new Document(null, rejection);
  }
}

package dev.annals.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** What was read ahead to tell a format, then the rest, which may have a gzip layer. */
final class LayeredInput extends SequenceInputStream {

  private final InputStream rest;

  LayeredInput(byte[] head, InputStream rest) {
    super(new ByteArrayInputStream(head), rest);
    this.rest = rest;
  }

  /**
   * Goes on behind a damage of the layer that was told as an exception.
   *
   * @return whether there is more
   */
  boolean resume() throws IOException {
    return rest instanceof GzipLayer layer && layer.resume();
  }
}

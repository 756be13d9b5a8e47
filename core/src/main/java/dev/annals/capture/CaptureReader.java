package dev.annals.capture;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads one format. Told by content: {@link #accepts} sees the first bytes, after any gzip layer
 * was taken off. Implementations hold no state and are safe for use by several threads.
 */
public interface CaptureReader {

  /** Name of the format, as in docs/formats.md. */
  String format();

  /**
   * Whether these bytes begin a document of this format.
   *
   * @param head up to 8 KiB from the start
   */
  boolean accepts(byte[] head);

  /**
   * Reads all documents of a source, one after the other.
   *
   * @param source the bytes with what is known of them; read once, from the start
   * @param captures takes each document that could be read
   * @param rejections takes a reason for each one that could not
   * @throws IOException when the surroundings are broken (disk, network), never for bad input
   */
  void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException;
}

package dev.annals.capture;

import java.io.InputStream;

/**
 * A stream of bytes to be read once.
 *
 * @param origin where the bytes come from, for messages: a path, or {@code -}
 * @param name the file name without folders and extensions: id of a document that has no other
 * @param bytes the bytes; {@link CaptureReaders} takes a gzip layer off before a reader sees them;
 *     closed by the caller
 */
public record Source(String origin, String name, InputStream bytes) {

  /**
   * A file, named after itself.
   *
   * @param path its path or URL
   */
  public static Source ofFile(String path, InputStream bytes) {
    return new Source(path, DocumentNames.of(path.substring(path.lastIndexOf('/') + 1)), bytes);
  }
}

package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one record in one format. Implementations hold no state and are safe for use by several
 * threads; the same record gives the same bytes.
 */
public interface Exporter {

  /** Name on the command line and in {@code ?format=}: {@code markdown}. */
  String name();

  /** Internet media type with its character set: {@code text/markdown;charset=utf-8}. */
  String mediaType();

  /** Ending of a file name, without the dot. */
  String extension();

  /**
   * Writes the record and leaves the stream open.
   *
   * @throws IOException when the stream cannot be written to
   */
  void write(StoryRecord record, OutputStream out) throws IOException;

  /**
   * Writes the record with what was captured; formats that carry no captures leave them out.
   *
   * @throws IOException when the stream cannot be written to
   */
  default void write(StoryRecord record, Evidence evidence, OutputStream out) throws IOException {
    write(record, out);
  }
}

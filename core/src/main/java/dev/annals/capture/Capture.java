package dev.annals.capture;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document as it was read: the bytes, where they came from, and what was stated about them.
 *
 * @param id the document's id: its {@code id} field, else the URL it was captured from, else its
 *     file name without folders and extensions
 * @param origin where it was read, for messages: {@code news.warc.gz@3120}, {@code week.jsonl:17}
 * @param url the URL it was captured from, or null when unknown; never a URL found inside the page
 * @param captured when it was captured, or null when unknown
 * @param kind what the bytes are
 * @param charset the character set that the transport named, or null when it named none
 * @param content the bytes; not copied, not to be changed
 * @param stated what was stated beside the bytes
 */
public record Capture(
    String id,
    String origin,
    @Nullable String url,
    @Nullable Instant captured,
    MediaKind kind,
    @Nullable String charset,
    byte[] content,
    Stated stated) {

  /** Checks that the required parts are there. */
  public Capture {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(stated, "stated");
  }
}

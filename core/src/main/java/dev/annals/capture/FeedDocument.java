package dev.annals.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds of any kind: RSS, Atom, JSON Feed, told by content. */
public final class FeedDocument {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FeedDocument() {}

  /**
   * The entries of a feed in its order, or null when the bytes are no feed.
   *
   * @param charset the character set that the transport named, or null
   */
  public static @Nullable List<FeedEntry> entries(byte[] bytes, @Nullable String charset) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Head.LENGTH));
    if (Head.binary(head)) {
      return null;
    }
    String start = Head.text(head);
    if (Head.first(start) == '{') {
      return json(bytes);
    }
    String root = Head.rootElement(start);
    return root.equals("rss") || root.equals("feed") || root.equals("rdf")
        ? Feeds.entries(bytes, charset)
        : null;
  }

  private static @Nullable List<FeedEntry> json(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      return node != null && node.isObject() && JsonFeed.is(node) ? JsonFeed.entries(node) : null;
    } catch (IOException e) {
      return null; // damaged: no feed that can be read
    }
  }

  /** An entry as a document, or null when it has no text. */
  public static @Nullable Capture capture(FeedEntry entry, String origin) {
    return entry.content().isBlank() ? null : FeedReader.capture(entry, origin, origin);
  }
}

package dev.annals.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Feeds of any kind: RSS, Atom, JSON Feed, told by content. */
public final class FeedDocument {

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
    return isFeed(start) ? Feeds.entries(bytes, charset) : null;
  }

  /** Whether a text begins as a feed in XML does. */
  static boolean isFeed(String head) {
    switch (XmlText.root(head)) {
      case "rss", "feed", "rdf":
        return true;
      case "entry": // a document of its own in Atom
        return head.contains("://www.w3.org/2005/Atom");
      case "channel": // RSS without its root, CDF
        return head.toLowerCase(Locale.ROOT).contains("<item");
      default:
        return false;
    }
  }

  private static @Nullable List<FeedEntry> json(byte[] bytes) {
    try {
      JsonNode node = JsonFeed.read(Charsets.decode(bytes, null, false).text());
      return node != null && JsonFeed.is(node) ? JsonFeed.entries(node) : null;
    } catch (IOException e) {
      return null; // damaged: no feed that can be read
    }
  }

  /** An entry as a document, or null when it has no text. */
  public static @Nullable Capture capture(FeedEntry entry, String origin) {
    return entry.content().isBlank() ? null : FeedReader.capture(entry, origin, origin);
  }
}

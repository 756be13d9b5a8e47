package dev.annals.capture;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the entries of RSS and Atom feeds: each is a document with the text that the feed has. */
final class FeedReader implements CaptureReader {

  @Override
  public String format() {
    return "RSS/Atom";
  }

  @Override
  public boolean accepts(byte[] head) {
    return !Head.binary(head) && FeedDocument.isFeed(Head.text(head));
  }

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException {
    var entries = Feeds.entries(Bounds.readDocument(source.bytes()), null);
    if (entries.isEmpty()) {
      throw new BadInputException("feed without entries");
    }
    int number = 0;
    for (FeedEntry entry : entries) {
      number++;
      String origin = source.origin() + ":" + number;
      take(entry, origin, source.name() + ":" + number, captures, rejections);
    }
  }

  /** An entry with its text, else with its headline alone. */
  static void take(
      FeedEntry entry,
      String origin,
      String name,
      Consumer<Capture> captures,
      Consumer<Rejection> rejections) {
    if (!entry.content().isBlank()) {
      captures.accept(capture(entry, origin, name));
    } else if (entry.title() != null) {
      captures.accept(capture(headline(entry), origin, name));
    } else {
      rejections.accept(new Rejection(origin, "feed entry without text"));
    }
  }

  /** Older feeds have headlines alone: what they say is still said. */
  private static FeedEntry headline(FeedEntry entry) {
    return new FeedEntry(
        entry.url(),
        entry.id(),
        entry.title(),
        entry.source(),
        entry.byline(),
        entry.language(),
        entry.published(),
        entry.modified(),
        entry.title() == null ? "" : entry.title(),
        false,
        false);
  }

  static Capture capture(FeedEntry entry, String origin, String name) {
    @Nullable String url = entry.url();
    @Nullable String id = url == null ? entry.id() : url;
    return new Capture(
        id == null ? name : id,
        origin,
        url,
        null,
        entry.html() ? MediaKind.HTML : MediaKind.PLAIN_TEXT,
        "UTF-8",
        JsonArticle.utf8(entry.content()),
        new Stated(
            entry.title(),
            entry.byline(),
            entry.source(),
            entry.language(),
            entry.published(),
            entry.modified()));
  }
}

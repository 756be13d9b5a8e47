package dev.annals.capture;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads a web page: one document a file. */
final class HtmlReader implements CaptureReader {

  @Override
  public String format() {
    return "HTML";
  }

  @Override
  public boolean accepts(byte[] head) {
    return !Head.binary(head) && looksLikeHtml(Head.text(head));
  }

  /** Whether a text is marked up: it starts with a tag, or has one that only web pages have. */
  static boolean looksLikeHtml(String text) {
    if (!Head.rootElement(text).isEmpty()) {
      return true;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("<!doctype html")
        || lower.contains("<html")
        || lower.contains("<body")
        || lower.contains("</p>");
  }

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException {
    byte[] content = Bounds.readDocument(source.bytes());
    captures.accept(
        new Capture(
            source.name(),
            source.origin(),
            null,
            null,
            MediaKind.HTML,
            null,
            content,
            Stated.NOTHING));
  }
}

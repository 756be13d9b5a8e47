package dev.annals.capture;

import java.io.IOException;
import java.util.function.Consumer;

/** Knows lists of feeds and of pages, and says what they are for. */
final class OpmlReader implements CaptureReader {

  @Override
  public String format() {
    return "OPML";
  }

  @Override
  public boolean accepts(byte[] head) {
    String root = Head.binary(head) ? "" : XmlText.root(Head.text(head));
    return root.equals("opml") || root.equals("urlset") || root.equals("sitemapindex");
  }

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException {
    byte[] head = source.bytes().readNBytes(Head.LENGTH);
    boolean feeds = XmlText.root(Head.text(head)).equals("opml");
    throw new BadInputException(
        (feeds ? "OPML lists feeds" : "a sitemap lists pages") + "; use annals follow");
  }
}

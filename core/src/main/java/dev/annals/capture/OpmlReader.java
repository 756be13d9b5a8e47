package dev.annals.capture;

import java.io.IOException;
import java.util.function.Consumer;

/** Knows lists of feeds, and says what they are for. */
final class OpmlReader implements CaptureReader {

  @Override
  public String format() {
    return "OPML";
  }

  @Override
  public boolean accepts(byte[] head) {
    return !Head.binary(head) && Head.rootElement(Head.text(head)).equals("opml");
  }

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException {
    throw new BadInputException("OPML lists feeds; use annals follow");
  }
}

package dev.annals.capture;

import java.io.IOException;
import java.util.function.Consumer;

/** Reads running text: one document a file. */
final class PlainTextReader implements CaptureReader {

  @Override
  public String format() {
    return "plain text";
  }

  @Override
  public boolean accepts(byte[] head) {
    return !Head.binary(head);
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
            MediaKind.PLAIN_TEXT,
            null,
            content,
            Stated.NOTHING));
  }
}

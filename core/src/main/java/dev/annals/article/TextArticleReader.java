package dev.annals.article;

import dev.annals.capture.Capture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the article of a capture of its kind. */
final class TextArticleReader {

  Article read(Capture capture) throws IOException {
    String text = new String(capture.content(), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new IOException("no text");
    }
    var stated = capture.stated();
    return new Article(
        capture.id(),
        capture.url(),
        null,
        stated.source(),
        stated.title(),
        null,
        stated.byline(),
        null,
        stated.language() == null ? "en" : stated.language(),
        stated.published(),
        stated.published() == null ? null : "stated",
        stated.modified(),
        null,
        text,
        List.of(new Block(Role.PARAGRAPH, 0, text.length())),
        List.of(),
        List.of(),
        List.of(),
        null,
        capture.captured(),
        "");
  }
}

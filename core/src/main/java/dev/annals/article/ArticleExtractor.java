package dev.annals.article;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import java.io.IOException;

/** Finds the article in a capture. Immutable and safe for use by several threads. */
public final class ArticleExtractor {

  private final HtmlArticleReader html = new HtmlArticleReader();
  private final TextArticleReader text = new TextArticleReader();

  /**
   * The article of a capture.
   *
   * @throws IOException when there is none; the message is one line that says why
   */
  public Article extract(Capture capture) throws IOException {
    return capture.kind() == MediaKind.HTML ? html.read(capture) : text.read(capture);
  }
}

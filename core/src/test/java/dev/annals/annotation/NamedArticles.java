package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Role;
import java.util.List;

/** Articles made of text alone. */
final class NamedArticles {

  private NamedArticles() {}

  static Article of(String text) {
    return of(text, List.of(new Block(Role.PARAGRAPH, 0, text.length())));
  }

  static Article of(String text, List<Block> blocks) {
    return new Article(
        "made", null, null, null, null, null, List.of(), null, "en", null, null, null, null, text,
        blocks, List.of(), List.of(), List.of(), null, null, "");
  }
}

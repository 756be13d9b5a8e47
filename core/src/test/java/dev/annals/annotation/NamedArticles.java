package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
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
    return new ArticleDraft("made", text).language("en").blocks(blocks).article();
  }
}

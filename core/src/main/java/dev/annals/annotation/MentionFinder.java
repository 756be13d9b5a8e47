package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;

/** Finds names and spreads them over the document. */
final class MentionFinder {

  List<Mention> find(Article article, Tokens tokens, Tags tags) {
    return List.of();
  }
}

package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;

/** Finds time expressions and resolves their values. */
final class TimeFinder {

  List<TimeExpression> find(Article article, Tokens tokens, Tags tags) {
    return List.of();
  }
}

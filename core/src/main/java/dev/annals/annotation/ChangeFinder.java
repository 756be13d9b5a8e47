package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;

/** Finds changes of state. */
final class ChangeFinder {

  List<Change> find(
      Article article,
      Tokens tokens,
      Tags tags,
      List<Mention> mentions,
      List<TimeExpression> times) {
    return List.of();
  }
}

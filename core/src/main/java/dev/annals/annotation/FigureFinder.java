package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;

/** Finds counted things. */
final class FigureFinder {

  List<Figure> find(
      Article article,
      Tokens tokens,
      Tags tags,
      List<Mention> mentions,
      List<TimeExpression> times) {
    return List.of();
  }
}

package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;

/** Finds who did what. */
final class EventFinder {

  List<Event> find(
      Article article,
      Tokens tokens,
      Tags tags,
      List<Mention> mentions,
      List<TimeExpression> times) {
    return List.of();
  }
}

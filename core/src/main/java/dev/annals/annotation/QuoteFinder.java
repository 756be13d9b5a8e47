package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;

/** Finds quotes and attributes them. */
final class QuoteFinder {

  List<Quote> find(
      Article article, Tokens tokens, Tags tags, List<Mention> mentions, List<PersonRole> roles) {
    return List.of();
  }
}

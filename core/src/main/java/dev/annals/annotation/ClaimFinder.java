package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;

/** Finds claims and stances to them. */
final class ClaimFinder {

  List<Claim> find(
      Article article, Tokens tokens, Tags tags, List<Mention> mentions, List<Quote> quotes) {
    return List.of();
  }
}

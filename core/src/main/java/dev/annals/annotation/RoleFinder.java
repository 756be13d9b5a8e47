package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;

/** Finds the roles and titles that the text gives to persons. */
final class RoleFinder {

  List<PersonRole> find(Article article, Tokens tokens, Tags tags, List<Mention> mentions) {
    return List.of();
  }
}

package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the roles and titles that the text gives to persons. */
final class RoleFinder {

  List<PersonRole> find(Article article, Tokens tokens, Tags tags, List<Mention> mentions) {
    var phrases = new RolePhrases(tokens, tags, mentions);
    var references = new RoleReferences(tokens, tags, phrases);
    var roles = new ArrayList<PersonRole>();
    for (Mention mention : mentions) {
      if (mention.type() != MentionType.PERSON) {
        continue;
      }
      int first = tokens.at(mention.start());
      int last = tokens.at(mention.end() - 1);
      var before = phrases.before(first);
      if (before != null) {
        roles.add(role(tokens, mention, before, "title-before"));
        references.learn(mention.name(), before);
      } else {
        before = phrases.appositionBefore(first, last);
        if (before != null) {
          roles.add(role(tokens, mention, before, "apposition-before"));
          references.learn(mention.name(), before);
        }
      }
      var after = phrases.after(last);
      if (after != null) {
        roles.add(role(tokens, mention, after, "apposition"));
        references.learn(mention.name(), after);
      } else {
        after = phrases.copula(last);
        if (after != null) {
          roles.add(role(tokens, mention, after, "copula"));
          references.learn(mention.name(), after);
        }
      }
    }
    for (var found : references.find()) {
      roles.add(
          new PersonRole(
              found.name(),
              words(tokens, found.phrase()),
              start(tokens, found.phrase()),
              tokens.end(found.phrase().last()),
              found.phrase().tense(),
              "reference"));
    }
    roles.sort(Comparator.comparingInt(PersonRole::start).thenComparing(PersonRole::name));
    return roles;
  }

  private static PersonRole role(Tokens tokens, Mention mention, RolePhrase phrase, String rule) {
    return new PersonRole(
        mention.name(),
        words(tokens, phrase),
        start(tokens, phrase),
        tokens.end(phrase.last()),
        phrase.tense(),
        rule);
  }

  private static String words(Tokens tokens, RolePhrase phrase) {
    return tokens.text().substring(start(tokens, phrase), tokens.end(phrase.last()));
  }

  /** "ex-mayor" is the role "mayor". */
  private static int start(Tokens tokens, RolePhrase phrase) {
    return tokens.start(phrase.first()) + RoleWords.prefix(tokens.word(phrase.first()));
  }
}

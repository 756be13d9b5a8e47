package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Event;
import dev.annals.annotation.Lemmas;
import dev.annals.annotation.Mention;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whom an article names from what it speaks of: "the mayor", "Ruhl" and "they" do things,
 * "the defeat" and "doubts" are what a writer weighs.
 */
final class Actors {

  private static final Set<String> PEOPLE = people();
  private static final Set<String> PRONOUNS =
      Set.copyOf(TextResources.lines(Actors.class, "acting-pronouns.en.txt"));

  // what ties a noun to the noun that it is about
  private static final Set<String> OF = Set.copyOf(TextResources.lines(Actors.class, "of.en.txt"));

  /** "Divers", "pianists". */
  private static final List<String> ENDINGS =
      TextResources.lines(Actors.class, "acting-endings.en.txt");

  private final String text;
  private final List<Mention> mentions;

  Actors(StoryArticle article) {
    this.text = article.article().text();
    this.mentions = article.annotations().mentions();
  }

  private static Set<String> people() {
    var people = new HashSet<String>();
    for (String list : List.of("role-nouns.en.txt", "group-nouns.en.txt", "figure-people.en.txt")) {
      for (String noun : TextResources.lines(Annotations.class, list)) {
        people.add(Lemmas.noun(noun));
      }
    }
    people.addAll(TextResources.lines(Actors.class, "acting-nouns.en.txt"));
    return Set.copyOf(people);
  }

  /** Whether somebody does what an event tells, or it is done to something. */
  boolean acts(Event event) {
    return event.rule().equals("passive") || event.subject() != null && isActor(event.subject());
  }

  /** Where the head of a phrase ends: before "of" and the like. */
  private int head(Span phrase) {
    int blank = text.indexOf(' ', phrase.start());
    while (blank >= 0 && blank < phrase.end()) {
      int next = text.indexOf(' ', blank + 1);
      if (next < 0 || next >= phrase.end()) {
        break;
      }
      if (OF.contains(text.substring(blank + 1, next))) {
        return blank;
      }
      blank = next;
    }
    return phrase.end();
  }

  /** By the head of a phrase: "the mayor of Karsk", "Ada Ruhl", not "Ruhl's threat". */
  private boolean isActor(Span phrase) {
    int end = head(phrase);
    for (Mention mention : mentions) {
      if (mention.start() >= end) {
        break;
      }
      if (mention.end() >= end) {
        return true;
      }
    }
    String head = text.substring(phrase.start(), end);
    String last = head.substring(head.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return PRONOUNS.contains(last)
        || PEOPLE.contains(Lemmas.noun(last))
        || ENDINGS.stream().anyMatch(last::endsWith);
  }
}

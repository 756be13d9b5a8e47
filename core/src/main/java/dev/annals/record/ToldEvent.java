package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Mention;
import dev.annals.annotation.Modality;
import dev.annals.article.Role;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An event that the body of one article tells as fact.
 *
 * @param parts the article that tells it
 * @param nextName number of the first name behind the verb
 * @param endName number behind the last name of the sentence
 * @param participants words of who did it and to whom
 * @param terms the words of its sentence
 */
record ToldEvent(
    ArticleParts parts,
    Event event,
    int nextName,
    int endName,
    StoryTimes.When when,
    Set<String> participants,
    TermVector terms) {

  // below, reports tell of two events of a kind oftener than of one
  private static final double NEAR = 0.42;

  /** The events of a story by their kind, in order. */
  static Map<String, List<ToldEvent>> of(StoryContext context) {
    var byKind = new TreeMap<String, List<ToldEvent>>();
    for (ArticleParts article : context.parts()) {
      var events =
          article.events.get(
              context.times().setting(article.article()), () -> told(context, article));
      for (ToldEvent told : events) {
        byKind.computeIfAbsent(told.event().kind(), key -> new ArrayList<>()).add(told);
      }
    }
    return byKind;
  }

  private static List<ToldEvent> told(StoryContext context, ArticleParts parts) {
    var events = new ArrayList<ToldEvent>();
    StoryArticle article = parts.article();
    Tokens tokens = parts.tokens();
    String text = article.article().text();
    var mentions = article.annotations().mentions();
    for (Event event : article.annotations().events()) {
      Role role = context.role(article, event.sentence().start());
      if (event.modality() != Modality.ASSERTED
          || event.background()
          || event.rule().equals("statement")
          || !role.isBody()) {
        continue;
      }
      int sentence =
          tokens.sentence(Math.min(tokens.at(event.predicate().start()), tokens.size() - 1));
      var participants = new TreeSet<String>();
      if (event.subject() != null) {
        participants.addAll(TermVectors.words(text, event.subject()));
      }
      if (event.object() != null) {
        participants.addAll(TermVectors.words(text, event.object()));
      }
      events.add(
          new ToldEvent(
              parts,
              event,
              firstFrom(mentions, event.predicate().end()),
              firstFrom(mentions, event.sentence().end()),
              context.times().when(article, event.time(), event.timeRule()),
              participants,
              context
                  .vectors()
                  .of(article, tokens.sentenceFirst(sentence), tokens.sentenceEnd(sentence))));
    }
    return List.copyOf(events);
  }

  /** Number of the first mention that begins at an offset or behind it. */
  private static int firstFrom(List<Mention> mentions, int offset) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  StoryArticle article() {
    return parts.article();
  }

  /** Whether two reports of different lineages tell of one event. */
  boolean isSame(ToldEvent other) {
    return parts.lineage() != other.parts.lineage()
        && !Collections.disjoint(participants, other.participants)
        && terms.dot(other.terms) >= NEAR;
  }

  StoryContext.Place place() {
    return new StoryContext.Place(article(), event.sentence());
  }

  /** Who did what, in the words of the article. */
  String about() {
    String text = article().article().text();
    var about = new StringBuilder();
    append(about, event.subject(), text);
    append(about, event.predicate(), text);
    append(about, event.object(), text);
    return about.toString().replace('\n', ' ');
  }

  private static void append(
      StringBuilder about, dev.annals.text.@Nullable Span span, String text) {
    if (span != null) {
      if (about.length() > 0) {
        about.append(' ');
      }
      about.append(span.of(text));
    }
  }
}

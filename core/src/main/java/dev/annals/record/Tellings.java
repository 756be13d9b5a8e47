package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Event;
import dev.annals.annotation.Modality;
import dev.annals.annotation.TimeExpression;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in the articles of a story the sentences that tell what happened, and when. */
final class Tellings {

  private static final Set<String> REACTIONS =
      Set.copyOf(TextResources.lines(Tellings.class, "reactions.en.txt"));

  private static final Set<String> LEANING =
      Set.copyOf(TextResources.lines(Tellings.class, "leaning-words.en.txt"));

  /** Verbs that say little by themselves: two sentences that "take" tell of two things. */
  private static final Set<String> LIGHT =
      Set.copyOf(TextResources.lines(Annotations.class, "light-verbs.en.txt"));

  /** What stands in posts of networks that are shown whole inside an article. */
  private static final List<String> POST_MARKS =
      TextResources.lines(Tellings.class, "post-marks.txt");

  /** How events are found that only tell who said something. */
  private static final String STATEMENT = "statement";

  // more than a plan, less than a fact
  private static final int SAID_FIRST = 9;
  private static final int SAID_AFTER = 5;

  // characters of a post with the line that says whose it is
  private static final int LONGEST_POST = 500;

  private final StoryContext context;
  private final StoryTimes times;
  private final TellingTimes days;
  private final TermVectors vectors;

  Tellings(StoryContext context, StoryTimes times, TermVectors vectors) {
    this.context = context;
    this.times = times;
    this.days = new TellingTimes(times);
    this.vectors = vectors;
  }

  /** All of them, article by article. */
  List<Telling> collect() {
    var found = new ArrayList<Telling>();
    for (ArticleParts article : context.parts()) {
      found.addAll(of(article));
    }
    return found;
  }

  /**
   * Sentences that name a day in passing, for the days that nothing else tells of.
   *
   * @param days those that are told of
   */
  List<Telling> inPassing(Set<LocalDate> days) {
    var found = new ArrayList<Telling>();
    for (ArticleParts parts : context.parts()) {
      StoryArticle article = parts.article();
      Tokens tokens = parts.tokens();
      var stated = times.days(article);
      for (int i = 0; i < stated.length; i++) {
        LocalDate day = stated[i];
        if (day == null || days.contains(day)) {
          continue;
        }
        TimeExpression time = article.annotations().times().get(i);
        int token = tokens.at(time.start());
        if (token >= tokens.size()) {
          continue;
        }
        Telling telling = at(parts, tokens.sentenceSpan(tokens.sentence(token)).start());
        if (telling != null) {
          found.add(telling.inPassing(times.when(article, time.value(), "stated")));
        }
      }
    }
    return found;
  }

  private List<Telling> of(ArticleParts article) {
    return article.tellings.get(times.setting(article.article()), () -> collect(article));
  }

  /** Whether what a sentence tells may have happened then; headlines tell nothing themselves. */
  boolean mayBeOf(ArticleParts article, Span sentence, StoryTimes.When when) {
    Telling telling = at(article, sentence.start());
    return telling == null || Objects.equals(telling.when().date(), when.date());
  }

  /** The telling of an article that begins at an offset, or null. */
  private @Nullable Telling at(ArticleParts article, int start) {
    var tellings = of(article);
    int low = 0;
    int high = tellings.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = tellings.get(middle).sentence().start();
      if (at == start) {
        return tellings.get(middle);
      } else if (at < start) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  private List<Telling> collect(ArticleParts parts) {
    var found = new ArrayList<Telling>();
    StoryArticle article = parts.article();
    Tokens tokens = parts.tokens();
    var events = new HashMap<Integer, List<Event>>();
    for (Event event : article.annotations().events()) {
      events.computeIfAbsent(event.sentence().start(), key -> new ArrayList<>()).add(event);
    }
    var stated = new HashMap<Integer, TimeExpression>();
    var days = times.days(article);
    for (int i = 0; i < days.length; i++) {
      TimeExpression time = article.annotations().times().get(i);
      int token = tokens.at(time.start());
      if (token < tokens.size() && days[i] != null) {
        stated.putIfAbsent(tokens.sentence(token), time);
      }
    }
    var quoted = Lead.quoted(article, tokens);
    var page =
        new TellingPage(
            parts,
            tokens,
            quoted,
            new Grounds(article, tokens, quoted, days, times.published(article)),
            new Actors(article));
    int position = 0;
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      Span span = tokens.sentenceSpan(sentence);
      Role role = context.role(article, span.start());
      if (!role.isBody() && role != Role.CAPTION && role != Role.STANDFIRST
          || isPost(article, tokens, sentence)) {
        continue;
      }
      List<Event> told = events.getOrDefault(span.start(), List.of());
      TimeExpression time = stated.get(sentence);
      if (told.isEmpty() && time == null && role == Role.CAPTION) {
        continue;
      }
      found.add(telling(page, sentence, role, position++, told, time));
    }
    return List.copyOf(found);
  }

  private Telling telling(
      TellingPage page,
      int sentence,
      Role role,
      int position,
      List<Event> told,
      @Nullable TimeExpression time) {
    ArticleParts parts = page.parts();
    StoryArticle article = parts.article();
    Tokens tokens = page.tokens();
    BitSet quoted = page.quoted();
    Span span = tokens.sentenceSpan(sentence);
    String text = article.article().text();
    Event main = main(tokens, told);
    var kinds = new HashSet<String>();
    var participants = new HashSet<String>();
    for (Event event : told) {
      boolean inPassing = event.rule().equals("noun") && event.object() == null;
      if (!inPassing
          && (event == main || !event.rule().equals(STATEMENT))
          && !LIGHT.contains(event.kind())
          && (event.modality() == Modality.ASSERTED || event == main)) {
        kinds.add(event.kind());
      }
      if (event.subject() != null) {
        participants.addAll(TermVectors.words(text, event.subject()));
      }
      if (event.object() != null) {
        participants.addAll(TermVectors.words(text, event.object()));
      }
    }
    LocalDate published = times.published(article);
    boolean past = main != null && StoryTimes.isReference(main.time());
    boolean dated =
        main != null && ("stated".equals(main.timeRule()) || "narrated".equals(main.timeRule()));
    Tense tense = main == null ? Tense.NONE : Tense.of(tokens, main);
    StoryTimes.When when =
        days.when(page, sentence, role, position, told, main, main == null ? time : null, tense);
    boolean said =
        main != null
            && Voice.isSaying(main)
            && page.actors().acts(main)
            && (dated
                || position < Lead.SENTENCES
                || !quoted.get(tokens.sentenceFirst(sentence) + 1));
    return new Telling(
        parts,
        span,
        role,
        position,
        when,
        Set.copyOf(kinds),
        Set.copyOf(participants),
        main != null && !main.rule().equals("noun"),
        (past || main != null && main.background())
            && !TellingTimes.isNews(position, main, when, published),
        main != null && REACTIONS.contains(main.kind()),
        TellingTimes.modality(
            tokens, main, when, published == null ? null : LaterDays.last(article, published)),
        !said && Voice.isQuoted(tokens, sentence, quoted),
        Voice.reports(tokens, sentence, role, quoted, said)
            && (dated || !times.isEssay(article))
            // what a picture shows is seen in it, and no news by itself
            && (role != Role.CAPTION || tense != Tense.PRESENT),
        LEANING.contains(tokens.lower(tokens.sentenceFirst(sentence))),
        sure(page, role, tense, when, main),
        Voice.words(tokens, sentence),
        vectors.of(
            article,
            tokens.sentenceFirst(sentence),
            tokens.sentenceEnd(sentence),
            token -> !quoted.get(token)),
        new ToldSentence(page, sentence, told, main, tense));
  }

  /** How sure it is that a sentence tells an event, and when: from 0 to 1. */
  private double sure(
      TellingPage page, Role role, Tense tense, StoryTimes.When when, @Nullable Event main) {
    double sure =
        switch (when.from()) {
          case "stated" -> 1;
          case "narrated" -> 0.9;
          case "dateline" -> 0.8;
          default -> 0.7;
        };
    if (role.isBody() && main != null && main.modality() == Modality.ASSERTED) {
      sure *= tense == Tense.PAST ? 1 : tense == Tense.PERFECT ? 0.9 : 0.7;
    }
    if (role.isBody() && main != null && main.background()) {
      sure *= 0.75;
    }
    if (role.isBody() && main != null && !page.actors().acts(main)) {
      sure *= 0.9;
    }
    if (times.isEssay(page.parts().article())) {
      sure *= 0.75;
    } else if (page.parts().lead().explains()) {
      sure *= 0.9;
    }
    return sure;
  }

  /** Whether a sentence stands in a post that the article shows. */
  private boolean isPost(StoryArticle article, Tokens tokens, int sentence) {
    int block = tokens.block(tokens.sentenceFirst(sentence));
    if (block >= article.article().blocks().size()) {
      return false;
    }
    var shown = article.article().blocks().get(block);
    if (shown.role().isBody() && shown.end() - shown.start() <= LONGEST_POST) {
      String text = article.article().text().substring(shown.start(), shown.end());
      for (String mark : POST_MARKS) {
        if (text.contains(mark)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The event that the sentence is there for: a fact told by a verb, the first of its kind; where
   * somebody only says what will or might be, that he says so.
   */
  private static @Nullable Event main(Tokens tokens, List<Event> told) {
    Event best = null;
    int most = Integer.MIN_VALUE;
    for (Event event : told) {
      if (event.rule().equals(STATEMENT)) {
        // "The session will resume on Monday, Okoro said" is there for the session
        int worth = best == null || best.background() ? SAID_FIRST : SAID_AFTER;
        if (!event.background() && worth > most) {
          most = worth;
          best = event;
        }
        continue;
      }
      int worth = 0;
      if (!event.rule().equals("noun")) {
        worth += 4;
      }
      if (!event.background()) {
        // a plan of its own rather than what another verb leads to
        worth += event.modality() == Modality.ASSERTED || Tense.isModal(tokens, event) ? 4 : 2;
      }
      if (event.modality() == Modality.ASSERTED) {
        worth += 3;
      }
      if (worth > most) {
        most = worth;
        best = event;
      }
    }
    Event plan = best == null ? null : plan(tokens, told, best);
    return plan == null ? best : plan;
  }

  /** "The council will meet on Monday, and some are angry": the plan that has a day, or null. */
  private static @Nullable Event plan(Tokens tokens, List<Event> told, Event main) {
    if (main.modality() != Modality.ASSERTED
        || "stated".equals(main.timeRule())
        || Tense.of(tokens, main) != Tense.PRESENT) {
      return null;
    }
    for (Event event : told) {
      if (event.predicate().start() >= main.predicate().start()) {
        return null;
      }
      if (event.modality() == Modality.PLANNED
          && !event.background()
          && "stated".equals(event.timeRule())
          && Tense.isModal(tokens, event)) {
        return event;
      }
    }
    return null;
  }

  /** Tellings by the day that they tell of, those without a day left out. */
  static Map<LocalDate, List<Telling>> byDay(List<Telling> tellings) {
    var byDay = new HashMap<LocalDate, List<Telling>>();
    byDay(tellings, byDay);
    return byDay;
  }

  /** Puts more of them to theirs. */
  static void byDay(List<Telling> tellings, Map<LocalDate, List<Telling>> byDay) {
    LocalDate last = null;
    List<Telling> of = List.of();
    for (Telling telling : tellings) {
      LocalDate day = telling.when().day();
      if (day == null) {
        continue;
      }
      // most sentences are of the day of the one before
      if (!day.equals(last)) {
        of = byDay.computeIfAbsent(day, key -> new ArrayList<>());
        last = day;
      }
      of.add(telling);
    }
  }
}

package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Event;
import dev.annals.annotation.Modality;
import dev.annals.annotation.TimeExpression;
import dev.annals.annotation.TimeType;
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

  /** What stands before the day that something is put off to, or planned for. */
  private static final Set<String> AHEAD =
      Set.copyOf(TextResources.lines(Tellings.class, "ahead-prepositions.en.txt"));

  // tokens from a verb to what it is for: "scheduled a vote of the committee for"
  private static final int AHEAD_REACH = 8;

  private static final List<String> POSSESSIVES = List.of("'s", "’s");

  /** What stands in posts of networks that are shown whole inside an article. */
  private static final List<String> POST_MARKS =
      TextResources.lines(Tellings.class, "post-marks.txt");

  // days before a report of which it is the news
  private static final int NEWS = 2;

  // characters of a post with the line that says whose it is
  private static final int LONGEST_POST = 500;

  /** An article with what each of its sentences is looked at by. */
  private record Page(
      ArticleParts parts, Tokens tokens, BitSet quoted, Grounds grounds, Actors actors) {}

  private final StoryContext context;
  private final StoryTimes times;
  private final TermVectors vectors;

  Tellings(StoryContext context, StoryTimes times, TermVectors vectors) {
    this.context = context;
    this.times = times;
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
        new Page(
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
      Page page,
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
        when(page, sentence, role, position, told, main, main == null ? time : null, tense);
    return new Telling(
        parts,
        span,
        role,
        position,
        when,
        Set.copyOf(kinds),
        Set.copyOf(participants),
        main != null && !main.rule().equals("noun"),
        (past || main != null && main.background()) && !isNews(position, main, when, published),
        main != null && REACTIONS.contains(main.kind()),
        modality(tokens, main, when, published == null ? null : LaterDays.last(article, published)),
        Voice.isQuoted(tokens, sentence, quoted),
        Voice.reports(tokens, sentence, role, quoted) && (dated || !times.isEssay(article)),
        LEANING.contains(tokens.lower(tokens.sentenceFirst(sentence))),
        sure(page, role, tense, when, main),
        Voice.words(tokens, sentence),
        vectors.of(
            article,
            tokens.sentenceFirst(sentence),
            tokens.sentenceEnd(sentence),
            token -> !quoted.get(token)));
  }

  /**
   * When a sentence happened. What it does not date itself is of the day that its article speaks of
   * there; how things are, what was done before and what a report far from its beginning only
   * remembers are of none.
   */
  private StoryTimes.When when(
      Page page,
      int sentence,
      Role role,
      int position,
      List<Event> told,
      @Nullable Event main,
      @Nullable TimeExpression named,
      Tense tense) {
    StoryArticle article = page.parts().article();
    Tokens tokens = page.tokens();
    if (main == null) {
      StoryTimes.When when =
          times.when(
              article, named == null ? null : named.value(), named == null ? null : "stated");
      return named != null
              || position < Lead.SENTENCES
              || !role.isBody()
              || isCarried(page, sentence, when)
          ? when
          : StoryTimes.When.UNKNOWN;
    }
    boolean stated = "stated".equals(main.timeRule());
    boolean dated = stated || "narrated".equals(main.timeRule());
    if (isAhead(main)) {
      return StoryTimes.When.UNKNOWN;
    }
    StoryTimes.When when = when(article, main);
    boolean lead = position < Lead.SENTENCES;
    boolean body = role.isBody();
    boolean fact = main.modality() == Modality.ASSERTED;
    LocalDate published = times.setting(article).placed() ? null : times.published(article);
    if (dated
        && LaterDays.isOfAnother(article, tokens, told, main, tense, when, published)
        && (!isFor(tokens, main) || published != null && !isAfter(when, published))) {
      StoryTimes.When past = LaterDays.weekBefore(article, tokens, told, main, tense, when);
      return past.day() == null && lead && page.actors().acts(main) && !times.isEssay(article)
          ? doneBy(page)
          : past;
    }
    if (stated) {
      return when;
    }
    if (!lead
        && (Voice.isLoose(tokens, sentence, main, page.quoted())
            || body && Voice.isHabit(tokens, main))) {
      return StoryTimes.When.UNKNOWN;
    }
    if (dated) {
      boolean so = tense == Tense.PERFECT || tense == Tense.PRESENT;
      return body && (fact && so || page.grounds().leads(sentence, when.day()))
          ? StoryTimes.When.UNKNOWN
          : when;
    }
    Span span = tokens.sentenceSpan(sentence);
    if (main.background() || namesOther(article, span, when)) {
      return StoryTimes.When.UNKNOWN; // how things are, or were before
    }
    if (namesOtherDay(article, span, when)) {
      return lead && (tense == Tense.PAST || tense == Tense.PERFECT) && !times.isEssay(article)
          ? doneBy(page)
          : StoryTimes.When.UNKNOWN;
    }
    if (lead) {
      return leading(page, position, main, when, tense);
    }
    if (body
        && (page.parts().lead().explains()
            || !isCarried(page, sentence, when)
            || !page.actors().acts(main)
            || Tense.isFramedByPresent(tokens, main, page.quoted()))) {
      return StoryTimes.When.UNKNOWN;
    }
    if (body && tense == Tense.PERFECT) {
      return doneBy(page);
    }
    return !body || tense == Tense.PAST ? when : StoryTimes.When.UNKNOWN;
  }

  /** What has been done was done at some time before it was reported. */
  private StoryTimes.When doneBy(Page page) {
    StoryArticle article = page.parts().article();
    LocalDate published = times.published(article);
    return published == null || times.setting(article).placed()
        ? StoryTimes.When.UNKNOWN
        : StoryTimes.When.of(published, null, "day", "dateline");
  }

  /** When what a report begins with happened, where it does not say so. */
  private StoryTimes.When leading(
      Page page, int position, Event main, StoryTimes.When when, Tense tense) {
    StoryArticle article = page.parts().article();
    LocalDate published = times.published(article);
    if (times.isEssay(article) || published == null || StoryTimes.isReference(main.time())) {
      return StoryTimes.When.UNKNOWN;
    }
    if (tense == Tense.PERFECT || tense == Tense.PRESENT) {
      boolean state = tense == Tense.PRESENT && (position > 0 || !page.actors().acts(main));
      return page.parts().lead().explains() || state ? StoryTimes.When.UNKNOWN : doneBy(page);
    }
    if (when.from().equals("story")
        && when.day() != null
        && page.parts().lead().facts().isEmpty()
        && times.setting(article).ownDay()) {
      // news that begins without a day is of the day of its report
      return StoryTimes.When.of(published, null, "day", "dateline");
    }
    return when != StoryTimes.When.UNKNOWN && !when.from().equals("dateline")
        ? when
        : page.actors().acts(main) ? doneBy(page) : StoryTimes.When.UNKNOWN;
  }

  private static boolean isCarried(Page page, int sentence, StoryTimes.When when) {
    LocalDate day = when.day();
    return day != null && page.grounds().carry(sentence, day);
  }

  /** How sure it is that a sentence tells an event, and when: from 0 to 1. */
  private double sure(
      Page page, Role role, Tense tense, StoryTimes.When when, @Nullable Event main) {
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

  /** What a report begins with and dates by its own days is news, whatever was before it. */
  private static boolean isNews(
      int position, @Nullable Event main, StoryTimes.When when, @Nullable LocalDate published) {
    LocalDate day = when.day();
    return position == 0
        && main != null
        && "stated".equals(main.timeRule())
        && published != null
        && day != null
        && !day.isAfter(published)
        && !day.isBefore(published.minusDays(NEWS));
  }

  private StoryTimes.When when(StoryArticle article, Event main) {
    StoryTimes.When when = times.when(article, main.time(), main.timeRule());
    return main.modality() == Modality.PLANNED
            && main.time() != null
            && StoryTimes.isStated(
                article, main.predicate().start(), main.sentence().end(), main.time())
        ? times.ahead(article, main.time(), when)
        : when;
  }

  /** Whether a time is one by itself, and no "Monday's". */
  private static boolean isDated(StoryArticle article, TimeExpression time) {
    String text = article.article().text();
    boolean whose = POSSESSIVES.stream().anyMatch(mark -> text.startsWith(mark, time.end()));
    return !whose && (time.type() == TimeType.DATE || time.type() == TimeType.TIME);
  }

  /** Whether a sentence names a month or year that is not that of the day it would be given. */
  private static boolean namesOther(StoryArticle article, Span sentence, StoryTimes.When when) {
    if (when.date() == null) {
      return false;
    }
    for (TimeExpression time : article.annotations().times()) {
      if (time.start() >= sentence.end()) {
        return false;
      }
      StoryTimes.When named = named(article, sentence, time);
      if (named.date() != null
          && (named.precision().equals("year") || named.precision().equals("month"))
          && !when.date().startsWith(named.date())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the days that a sentence names are others than the one it would be given. */
  private static boolean namesOtherDay(StoryArticle article, Span sentence, StoryTimes.When when) {
    boolean other = false;
    for (TimeExpression time : article.annotations().times()) {
      if (time.start() >= sentence.end()) {
        return other;
      }
      LocalDate day = named(article, sentence, time).day();
      if (day != null && day.equals(when.day())) {
        return false;
      }
      other |= day != null; // "… after the vote on Monday"
    }
    return other;
  }

  private static StoryTimes.When named(StoryArticle article, Span sentence, TimeExpression time) {
    return sentence.contains(time.start()) && isDated(article, time)
        ? StoryTimes.read(time.value(), null, "stated")
        : StoryTimes.When.UNKNOWN;
  }

  /**
   * How a sentence is put: what lies after its report is planned, however it is told; what it tells
   * in the past of the next day has happened, and the report is dated a day early.
   */
  private static Modality modality(
      Tokens tokens, @Nullable Event main, StoryTimes.When when, @Nullable LocalDate published) {
    LocalDate day = when.day();
    Modality told = main == null ? Modality.ASSERTED : main.modality();
    boolean ahead = day != null && published != null && day.isAfter(published);
    if (!ahead || told != Modality.ASSERTED) {
      return told;
    }
    boolean next =
        main != null && day != null && day.equals(published.plusDays(1)) && !isFor(tokens, main);
    return next && Voice.isPast(tokens.lower(tokens.at(main.predicate().start())))
        ? told
        : Modality.PLANNED;
  }

  private static boolean isAfter(StoryTimes.When when, LocalDate day) {
    return when.day() != null && when.day().isAfter(day);
  }

  /** "Scheduled a vote for Wednesday": the verb's own past is not that of what it is for. */
  private static boolean isFor(Tokens tokens, Event main) {
    int first = tokens.at(main.predicate().end());
    int end = tokens.sentenceEnd(tokens.sentence(tokens.at(main.predicate().start())));
    for (int i = first; i < end && i < first + AHEAD_REACH; i++) {
      if (AHEAD.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** What is planned or possible happens when the sentence says, and not on the story's day. */
  private static boolean isAhead(Event event) {
    return (event.modality() == Modality.PLANNED || event.modality() == Modality.CONDITIONAL)
        && !"stated".equals(event.timeRule());
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

  /** The event that the sentence is there for: a fact told by a verb, the first of its kind. */
  private static @Nullable Event main(Tokens tokens, List<Event> told) {
    Event best = null;
    int most = Integer.MIN_VALUE;
    for (Event event : told) {
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
    return best;
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

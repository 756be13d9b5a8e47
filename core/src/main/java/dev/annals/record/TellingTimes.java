package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Modality;
import dev.annals.annotation.TimeExpression;
import dev.annals.annotation.TimeType;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says when what a sentence tells happened, on the grounds that its article gives. */
final class TellingTimes {

  // tokens from a verb to what it is for: "scheduled a vote of the committee for"
  private static final int AHEAD_REACH = 8;

  // tokens from such a word to its noun: "after Friday's deadly"
  private static final int OCCASION_REACH = 6;

  private static final Set<String> OCCASIONS =
      Set.copyOf(TextResources.lines(TellingTimes.class, "occasion-prepositions.en.txt"));

  /** Verbs that say of something that is so now that another thing is still to come. */
  private static final Set<String> PLANNED =
      Set.copyOf(TextResources.lines(TellingTimes.class, "planned-states.en.txt"));

  private static final List<String> POSSESSIVES = List.of("'s", "’s");

  // days before a report of which it is the news
  private static final int NEWS = 2;

  private final StoryTimes times;

  TellingTimes(StoryTimes times) {
    this.times = times;
  }

  /**
   * When a sentence happened. What it does not date itself is of the day that its article speaks of
   * there; how things are, what was done before and what a report far from its beginning only
   * remembers are of none.
   */
  StoryTimes.When when(
      TellingPage page,
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
        && (!isPutAhead(tokens, main) || published != null && !isAfter(when, published))) {
      StoryTimes.When past = LaterDays.weekBefore(article, tokens, told, main, tense, when);
      return past.day() == null && lead && page.actors().acts(main) && !times.isEssay(article)
          ? doneBy(page)
          : past;
    }
    if (stated) {
      return main.rule().equals("noun") && body && isOccasion(tokens, main)
          ? StoryTimes.When.UNKNOWN
          : when;
    }
    if (body && Voice.looksBack(tokens, sentence)) {
      return StoryTimes.When.UNKNOWN;
    }
    if (!lead
        && (Voice.isLoose(tokens, sentence, main, page.quoted())
            || body && Voice.isHabit(tokens, main))) {
      return StoryTimes.When.UNKNOWN;
    }
    if (dated && when.day() == null) {
      // a week, month or year that goes on is that of what was before as often as of this
      if (!lead || !when.precision().equals("week")) {
        return StoryTimes.When.UNKNOWN;
      }
      when = times.when(article, null, null);
      dated = false;
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
  private StoryTimes.When doneBy(TellingPage page) {
    StoryArticle article = page.parts().article();
    LocalDate published = times.published(article);
    return published == null || times.setting(article).placed()
        ? StoryTimes.When.UNKNOWN
        : StoryTimes.When.of(published, null, "day", "dateline");
  }

  /** When what a report begins with happened, where it does not say so. */
  private StoryTimes.When leading(
      TellingPage page, int position, Event main, StoryTimes.When when, Tense tense) {
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

  private static boolean isCarried(TellingPage page, int sentence, StoryTimes.When when) {
    LocalDate day = when.day();
    return day != null && page.grounds().carry(sentence, day);
  }

  /** What a report begins with and dates by its own days is news, whatever was before it. */
  static boolean isNews(
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
    for (TimeExpression time : LaterDays.timesFrom(article, sentence.start())) {
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
    for (TimeExpression time : LaterDays.timesFrom(article, sentence.start())) {
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
  static Modality modality(
      Tokens tokens, @Nullable Event main, StoryTimes.When when, @Nullable LocalDate published) {
    LocalDate day = when.day();
    Modality told = main == null ? Modality.ASSERTED : main.modality();
    boolean ahead = day != null && published != null && day.isAfter(published);
    if (!ahead
        && main != null
        && (told == Modality.PLANNED || told == Modality.CONDITIONAL)
        && day != null
        && published != null
        && "stated".equals(main.timeRule())
        && Tense.isLedToByPast(tokens, main)) {
      return Modality.ASSERTED; // "said on Friday she would accept": the day is that of the saying
    }
    if (told == Modality.ASSERTED
        && main != null
        && PLANNED.contains(main.lemma())
        && Tense.of(tokens, main) == Tense.PRESENT
        && tokens.at(main.predicate().start()) < tokens.at(main.predicate().end() - 1)) {
      return Modality.PLANNED; // "is slated to", "is preparing to"
    }
    if (!ahead || told != Modality.ASSERTED) {
      return told;
    }
    boolean next =
        main != null
            && day != null
            && day.equals(published.plusDays(1))
            && !isPutAhead(tokens, main);
    return next && Voice.isPast(tokens.lower(tokens.at(main.predicate().start())))
        ? told
        : Modality.PLANNED;
  }

  /** "More than twenty members stepped down after Friday's vote": the day is that of the vote. */
  private static boolean isOccasion(Tokens tokens, Event noun) {
    int at = tokens.at(noun.predicate().start());
    int first = Math.max(tokens.sentenceFirst(tokens.sentence(at)) + 1, at - OCCASION_REACH);
    for (int i = at - 1; i >= first; i--) {
      if (OCCASIONS.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAfter(StoryTimes.When when, LocalDate day) {
    return when.day() != null && when.day().isAfter(day);
  }

  /**
   * "Scheduled a vote for Wednesday", told some words later: the verb's own past is not that of
   * what it is for.
   */
  private static boolean isPutAhead(Tokens tokens, Event main) {
    int first = tokens.at(main.predicate().end());
    int end = tokens.sentenceEnd(tokens.sentence(tokens.at(main.predicate().start())));
    for (int i = first; i < end && i < first + AHEAD_REACH; i++) {
      if (LaterDays.AHEAD.contains(tokens.lower(i))) {
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
}

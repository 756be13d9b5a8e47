package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Modality;
import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.annotation.TimeExpression;
import dev.annals.annotation.TimeType;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article begins with, and in what voice it is.
 *
 * @param end offset after its first sentences
 * @param facts what its first sentences tell as fact with a day that they state
 * @param early whether it is dated a day before its news: the first day that it names is that of
 *     what it begins with, and a weekday that is the next day's. Outlets give the day of the first
 *     version, or of another zone; six days later it would be no news.
 * @param tomorrow whether a bare weekday that was six days ago means the next day: of 35 such
 *     weekdays told in the past that were looked at, five were six days ago
 * @param essay whether it argues in its writer's own voice: what it does not date is no event
 * @param explains whether it explains or weighs rather than reports
 */
record Lead(
    int end, List<Event> facts, boolean early, boolean tomorrow, boolean essay, boolean explains) {

  /** The first sentences of a report tell its news. */
  static final int SENTENCES = 3;

  // characters of a value with a day
  private static final int DAY = 10;
  // a weekday that is tomorrow's is read as that of six days ago
  private static final int AHEAD = 6;
  // of 250 articles of many outlets 36 have that share, nearly all of them opinion
  private static final double PERSONAL_SHARE = 0.12;
  private static final int LEAST_PERSONAL = 3;

  private static final Set<String> PAST_WEEKDAY =
      Set.copyOf(TextResources.lines(Lead.class, "past-weekday-words.en.txt"));

  static Lead of(StoryArticle article, Tokens tokens, @Nullable LocalDate published) {
    int end = end(article, tokens);
    var facts = facts(article, end);
    Genre genre = Genre.of(article.article());
    return new Lead(
        end,
        facts,
        isEarly(article, published, facts),
        isTomorrow(article, published),
        genre == Genre.OPINION || isEssay(article, tokens),
        genre == Genre.EXPLANATION);
  }

  private static int end(StoryArticle article, Tokens tokens) {
    int end = 0;
    int body = 0;
    for (int i = 0; i < tokens.sentences() && body < SENTENCES; i++) {
      end = tokens.sentenceSpan(i).end();
      if (isBody(article, tokens.sentenceSpan(i).start())) {
        body++;
      }
    }
    return end;
  }

  private static List<Event> facts(StoryArticle article, int end) {
    var facts = new ArrayList<Event>();
    for (Event event : article.annotations().events()) {
      int start = event.sentence().start();
      if (start < end && isBody(article, start) && isFact(event)) {
        facts.add(event);
      }
    }
    return List.copyOf(facts);
  }

  private static boolean isBody(StoryArticle article, int offset) {
    return StoryContext.roleAt(article.article(), offset).isBody();
  }

  private static boolean isFact(Event event) {
    return event.modality() == Modality.ASSERTED
        && !event.background()
        && !event.rule().equals("noun")
        && !event.rule().equals("statement")
        && event.time() != null
        && "stated".equals(event.timeRule());
  }

  private static boolean isEarly(
      StoryArticle article, @Nullable LocalDate published, List<Event> facts) {
    TimeExpression first = published == null ? null : firstDay(article);
    if (published == null || first == null || !first.rule().equals("weekday")) {
      return false;
    }
    String before = published.minusDays(AHEAD).toString();
    return first.value().startsWith(before)
        && facts.stream()
            .anyMatch(
                fact ->
                    fact.sentence().contains(first.start())
                        && String.valueOf(fact.time()).startsWith(before));
  }

  /** Whether all that gives the day six days before is the bare name of a weekday. */
  private static boolean isTomorrow(StoryArticle article, @Nullable LocalDate published) {
    if (published == null) {
      return false;
    }
    String before = published.minusDays(AHEAD).toString();
    boolean found = false;
    for (TimeExpression time : article.annotations().times()) {
      if (time.value().startsWith(before)) {
        if (!isBare(time) || isPast(article, time)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /** "Monday", "Monday morning". */
  private static boolean isBare(TimeExpression time) {
    return time.rule().equals("weekday") || time.rule().startsWith("weekday+");
  }

  /** "Since Monday", "last Monday". */
  private static boolean isPast(StoryArticle article, TimeExpression time) {
    String text = article.article().text();
    for (String word : time.span().of(text).toLowerCase(Locale.ROOT).split(" ")) {
      if (PAST_WEEKDAY.contains(word)) {
        return true;
      }
    }
    int end = time.start();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return PAST_WEEKDAY.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** The first day that the body of an article names. */
  private static @Nullable TimeExpression firstDay(StoryArticle article) {
    for (TimeExpression time : article.annotations().times()) {
      if ((time.type() == TimeType.DATE || time.type() == TimeType.TIME)
          && time.value().length() >= DAY
          && isBody(article, time.start())) {
        return time;
      }
    }
    return null;
  }

  /** The day that an early article means by a day six days before it: the next one. */
  static LocalDate meant(LocalDate day, LocalDate published) {
    return day.equals(published.minusDays(AHEAD)) ? published.plusDays(1) : day;
  }

  private static boolean isEssay(StoryArticle article, Tokens tokens) {
    var quoted = quoted(article, tokens);
    int personal = 0;
    int all = 0;
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int first = tokens.sentenceFirst(sentence);
      if (!isBody(article, tokens.start(first)) || quoted.get(first)) {
        continue;
      }
      all++;
      for (int i = first; i < tokens.sentenceEnd(sentence); i++) {
        if (!quoted.get(i) && StoryWord.of(tokens, i).personal()) {
          personal++;
          break;
        }
      }
    }
    return personal >= LEAST_PERSONAL && personal >= PERSONAL_SHARE * all;
  }

  /** Tokens between quotation marks. */
  static BitSet quoted(StoryArticle article, Tokens tokens) {
    var quoted = new BitSet();
    for (Quote quote : article.annotations().quotes()) {
      if (quote.kind() != QuoteKind.INDIRECT && quote.content().length() > 0) {
        quoted.set(
            tokens.at(quote.content().start()),
            Math.min(tokens.size(), tokens.at(quote.content().end() - 1) + 1));
      }
    }
    return quoted;
  }
}

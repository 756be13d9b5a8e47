package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Event;
import dev.annals.annotation.Modality;
import dev.annals.annotation.TimeExpression;
import dev.annals.article.Article;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells in the past has happened by then: a day that lies after it is that of
 * something else in the sentence ("ordered the deadline to be put off to 4 May"), or a weekday that
 * was taken for the next one where the last is meant.
 */
final class LaterDays {

  private static final Set<String> WEEKDAYS =
      Set.copyOf(TextResources.lines(Annotations.class, "weekdays.en.txt"));

  private static final Set<String> DEADLINES =
      Set.copyOf(TextResources.lines(LaterDays.class, "deadline-prepositions.en.txt"));

  /** What stands before the day that something is put off to, or planned for. */
  static final Set<String> AHEAD =
      Set.copyOf(TextResources.lines(LaterDays.class, "ahead-prepositions.en.txt"));

  // tokens from such a word to its day: "by 8 p.m. on 4 May"
  private static final int DEADLINE_REACH = 2;
  // days after its publication within which a report is still the same
  private static final int UPDATED = 2;

  private LaterDays() {}

  /** The last day that a report can tell of: of its publication, or of its update soon after. */
  static LocalDate last(StoryArticle article, LocalDate published) {
    LocalDate modified = day(article.article());
    return modified != null
            && modified.isAfter(published)
            && !modified.isAfter(published.plusDays(UPDATED))
        ? modified
        : published;
  }

  private static @Nullable LocalDate day(Article article) {
    String modified = article.modified();
    try {
      return modified == null || modified.length() < 10
          ? null
          : LocalDate.parse(modified.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Whether the time given to what has happened lies after its report, and is so of another thing.
   */
  static boolean isOfAnother(
      StoryArticle article,
      Tokens tokens,
      List<Event> told,
      Event main,
      Tense tense,
      StoryTimes.When when,
      @Nullable LocalDate published) {
    if (published == null
        || main.modality() != Modality.ASSERTED
        || tense != Tense.PAST && tense != Tense.PERFECT) {
      return false;
    }
    LocalDate day = when.day();
    if (day == null) {
      return isLater(when, published);
    }
    if (!day.isAfter(last(article, published))) {
      return tense == Tense.PAST && day.isBefore(published) && isFor(article, tokens, main);
    }
    // told in the past of the next day: the report is dated a day early
    return tense == Tense.PERFECT
        || !day.equals(published.plusDays(1))
        || isWilled(tokens, told, main)
        || isPromised(told, main) && String.valueOf(main.time()).startsWith(day.toString())
        || isDeadline(article, tokens, main);
  }

  /** Whether a month or a year begins after a day. */
  private static boolean isLater(StoryTimes.When when, LocalDate published) {
    String date = when.date();
    return date != null
        && (when.precision().equals("year") || when.precision().equals("month"))
        && date.compareTo(published.toString().substring(0, date.length())) > 0;
  }

  /** The last such weekday, where the sentence gives the next to nothing else; or no time. */
  static StoryTimes.When weekBefore(
      StoryArticle article,
      Tokens tokens,
      List<Event> told,
      Event main,
      Tense tense,
      StoryTimes.When when) {
    LocalDate day = when.day();
    TimeExpression time = time(article, main);
    return day != null
            && time != null
            && !AHEAD.contains(tokens.lower(Math.max(0, tokens.at(time.start()) - 1)))
            && tense == Tense.PAST
            && "stated".equals(main.timeRule())
            && !isPromised(told, main)
            && isWeekday(article, time)
        ? StoryTimes.When.of(day.minusWeeks(1), when.time(), when.precision(), when.from())
        : StoryTimes.When.UNKNOWN;
  }

  /** Whether something planned has the time of an event too. */
  private static boolean isPromised(List<Event> told, Event main) {
    for (Event event : told) {
      if ((event.modality() == Modality.PLANNED || event.modality() == Modality.CONDITIONAL)
          && "stated".equals(event.timeRule())
          && event.time() != null
          && event.time().equals(main.time())) {
        return true;
      }
    }
    return false;
  }

  /** Whether something has the time of an event that will be or would be then. */
  private static boolean isWilled(Tokens tokens, List<Event> told, Event main) {
    return isPromised(told.stream().filter(event -> Tense.isModal(tokens, event)).toList(), main);
  }

  /** "Called a strike for Friday". */
  private static boolean isFor(StoryArticle article, Tokens tokens, Event main) {
    TimeExpression time = "stated".equals(main.timeRule()) ? time(article, main) : null;
    int first = time == null ? 0 : tokens.at(time.start());
    return time != null
        && first > 0
        && AHEAD.contains(tokens.lower(first - 1))
        && isWeekday(article, time);
  }

  private static boolean isDeadline(StoryArticle article, Tokens tokens, Event main) {
    TimeExpression time = time(article, main);
    int first = time == null ? -1 : tokens.at(time.start());
    for (int i = first - 1; i >= 0 && i >= first - DEADLINE_REACH; i--) {
      if (DEADLINES.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** The times of an article that begin at an offset or after it. */
  static List<TimeExpression> timesFrom(StoryArticle article, int offset) {
    List<TimeExpression> times = article.annotations().times();
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return times.subList(low, times.size());
  }

  /** The words that give an event its time, or null. */
  private static @Nullable TimeExpression time(StoryArticle article, Event main) {
    for (TimeExpression time : timesFrom(article, main.sentence().start())) {
      if (time.start() >= main.sentence().end()) {
        return null;
      }
      if (main.sentence().contains(time.start()) && time.value().equals(main.time())) {
        return time;
      }
    }
    return null;
  }

  /** "Monday", "late Monday", but not "Monday, 4 May". */
  private static boolean isWeekday(StoryArticle article, TimeExpression time) {
    String text = article.article().text().substring(time.start(), time.end());
    boolean found = false;
    for (var words = new StringTokenizer(text.toLowerCase(Locale.ROOT)); words.hasMoreTokens(); ) {
      String word = words.nextToken();
      found |= WEEKDAYS.contains(word);
      if (Character.isDigit(word.charAt(0))) {
        return false;
      }
    }
    return found;
  }
}

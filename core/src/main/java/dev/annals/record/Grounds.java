package dev.annals.record;

import dev.annals.annotation.TimeExpression;
import dev.annals.annotation.TimeType;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which day an article speaks of at each of its sentences: the one that it named last. A year, a
 * month or another day in between leads away from it, and so do many sentences that name none.
 */
final class Grounds {

  // sentences after the one that names a day: of those farther on less than half are of that day
  private static final int REACH = 5;
  // characters of a value with a day
  private static final int DAY = 10;
  private static final int DECADE = 3;

  // the day named last before or in each sentence, null for none or another time
  private final @Nullable LocalDate[] latest;
  private final int[] since;
  // whether the time named last is no day
  private final boolean[] away;

  Grounds(
      StoryArticle article,
      Tokens tokens,
      BitSet quoted,
      @Nullable LocalDate[] days,
      @Nullable LocalDate published) {
    latest = new @Nullable LocalDate[tokens.sentences()];
    since = new int[tokens.sentences()];
    away = new boolean[tokens.sentences()];
    List<TimeExpression> times = article.annotations().times();
    LocalDate told = null;
    int at = -1;
    int next = 0;
    for (int sentence = 0; sentence < latest.length; sentence++) {
      int end = tokens.sentenceSpan(sentence).end();
      LocalDate before = told;
      boolean again = false;
      while (next < times.size() && times.get(next).start() < end) {
        TimeExpression time = times.get(next);
        LocalDate day = days[next++];
        int token = tokens.at(time.start());
        if (token >= tokens.size() || quoted.get(token) || isWhose(tokens, time)) {
          continue;
        }
        if (day != null && (published == null || !day.isAfter(published))) {
          again |= day.equals(before);
          told = again ? before : day;
          at = sentence;
        } else if (day == null && isOther(time, published)) {
          told = again ? before : null;
          at = sentence;
        }
      }
      latest[sentence] = told;
      away[sentence] = told == null && at >= 0;
      since[sentence] = sentence - at;
    }
  }

  /** Whether a sentence that names no day stands where its article speaks of one. */
  boolean carry(int sentence, LocalDate day) {
    return day.equals(latest[sentence]) && since[sentence] <= REACH;
  }

  /**
   * Whether a sentence stands where its article speaks of another time than a day: "in the 1990s".
   */
  boolean leads(int sentence, @Nullable LocalDate day) {
    return day != null && away[sentence] && !day.equals(latest[sentence]);
  }

  /** "Monday's attack" says which one is meant. */
  private static boolean isWhose(Tokens tokens, TimeExpression time) {
    int next = tokens.at(time.end());
    return next < tokens.size()
        && tokens.start(next) == time.end()
        && (tokens.is(next, "'s") || tokens.is(next, "’s"));
  }

  /** A year or month that is not the report's own, or a time long ago. */
  private static boolean isOther(TimeExpression time, @Nullable LocalDate published) {
    if (time.type() != TimeType.DATE) {
      return false;
    }
    String value = time.value();
    if (StoryTimes.isReference(value)) {
      return value.startsWith("PAST");
    }
    return value.length() < DAY
        && value.length() >= DECADE
        && Character.isDigit(value.charAt(0))
        && (published == null || !published.toString().startsWith(value));
  }
}

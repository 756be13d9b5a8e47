package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.article.Role;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The day that each sentence is about. A stated day is carried on through the paragraph, and into
 * the following paragraph when it is the first day that the report states, of the week before
 * publication. It is not carried over a heading, nor from a caption into the body, nor to a
 * sentence that looks back ("had been closed") or ahead ("will reopen").
 */
final class SentenceTimes {

  /** Where the day of a sentence comes from. */
  enum Source {
    STATED,
    NARRATED,
    DATELINE,
    UNKNOWN
  }

  /**
   * What a sentence is about.
   *
   * @param value TIMEX3 value of a day or, when no day is stated, of a longer time; null when
   *     unknown
   * @param direction -1 told as past, +1 as future, 0 as present or without a tense
   */
  record About(@Nullable String value, Source source, int direction) {}

  /** The value for what a sentence looks back on without saying to when. */
  static final String EARLIER = "PAST_REF";

  private static final About UNKNOWN = new About(null, Source.UNKNOWN, 0);
  // days before publication from which a stated day is still the day of the report
  private static final int SAME_REPORT_DAYS = 7;
  // paragraphs that the day of the report is carried into beyond the one that states it
  private static final int MOST_CARRIED = 1;
  // characters of a value with a day
  private static final int DAY_LENGTH = 10;
  // tokens from a modal to its time
  private static final int WILLED = 20;
  // how the rules are called that read a day of a month
  private static final Set<String> MONTH_DAYS = Set.of("month-day", "day-month");
  // words between "had" and its participle
  private static final int PERFECT_REACH = 3;

  private final About[] abouts;

  SentenceTimes(
      Article article, Tokens tokens, Tags tags, TimeAtoms atoms, List<TimeExpression> times) {
    this.abouts = new About[tokens.sentences()];
    LocalDate published = TimeFinder.day(article.published());
    String dateline = published == null ? null : published.toString();
    String narrated = null;
    String first = null;
    int block = -1;
    boolean body = true;
    int carried = 0;
    int next = 0;
    for (int sentence = 0; sentence < abouts.length; sentence++) {
      int own = tokens.block(tokens.sentenceFirst(sentence));
      if (own != block) {
        Role role = own < article.blocks().size() ? article.blocks().get(own).role() : null;
        boolean tells = role == null || role == Role.PARAGRAPH || role == Role.LIST;
        LocalDate entry = TimeFinder.day(TimeFinder.dateline(article, own));
        boolean other = entry != null && !entry.equals(published);
        published = other ? entry : published;
        dateline = published == null ? null : published.toString();
        boolean carries =
            narrated != null
                && narrated.equals(first)
                && carried < MOST_CARRIED
                && isRecent(narrated, published);
        if (!tells || !body || other || !carries) {
          narrated = null;
        }
        carried++;
        body = tells;
        block = own;
      }
      int end = tokens.sentenceSpan(sentence).end();
      String day = null;
      String longer = null;
      boolean willed = false;
      while (next < times.size() && times.get(next).start() < end) {
        TimeExpression time = times.get(next++);
        if (!isDated(time)
            || isRelative(tokens, tags, time)
            || isRestated(tokens, times, next - 1)) {
          continue;
        }
        if (isDay(time.value())) {
          willed |= day == null && isWilled(tokens, tags, time);
          day = day == null ? time.value().substring(0, DAY_LENGTH) : day;
        } else if (longer == null && !isPresent(tokens, time, dateline)) {
          longer = time.value();
        }
      }
      int direction = direction(tokens, tags, atoms, sentence);
      if (day != null || longer != null) {
        abouts[sentence] =
            new About(day != null ? day : longer, Source.STATED, Integer.signum(direction));
        boolean promised = willed || day != null && isAfter(day, published);
        if (direction != LOOKS_BACK && !promised) {
          first = first == null && body ? day : first;
          carried = 0;
          // what follows in the paragraph is of that year or month too
          narrated = day != null ? day : longer;
        } else if (promised && direction <= 0) {
          narrated = null;
        }
      } else if (direction == LOOKS_BACK) {
        abouts[sentence] = new About(EARLIER, Source.NARRATED, -1);
      } else if (direction > 0) {
        abouts[sentence] = new About(null, Source.UNKNOWN, 1);
      } else if (narrated != null && direction < 0) {
        abouts[sentence] = new About(narrated, Source.NARRATED, direction);
      } else {
        abouts[sentence] =
            dateline == null
                ? new About(null, Source.UNKNOWN, direction)
                : new About(dateline, Source.DATELINE, direction);
      }
    }
  }

  /** What a sentence is about. */
  About of(int sentence) {
    return sentence < 0 || sentence >= abouts.length ? UNKNOWN : abouts[sentence];
  }

  private static boolean isRelative(Tokens tokens, Tags tags, TimeExpression time) {
    int token = tokens.at(time.start());
    return token < tokens.size()
        && (RelativeClauses.start(tokens, tags, token) >= 0
            || RelativeClauses.isAside(tokens, tags, time)
            || RelativeClauses.bracket(tokens, token) >= 0);
  }

  /** "The largest this year": a longer time that holds the day of publication dates nothing. */
  static boolean isPresent(Tokens tokens, TimeExpression time, @Nullable String dateline) {
    int first = tokens.at(time.start());
    return dateline != null
        && time.value().length() < DAY_LENGTH
        && dateline.startsWith(time.value())
        && first < tokens.size()
        && !Connectives.isBackground(tokens.lower(first));
  }

  private static boolean isDated(TimeExpression time) {
    return (time.type() == TimeType.DATE || time.type() == TimeType.TIME)
        && time.value().length() >= 4
        && Character.isDigit(time.value().charAt(0))
        && Character.isDigit(time.value().charAt(3));
  }

  private static boolean isDay(String value) {
    return value.length() >= DAY_LENGTH
        && value.charAt(4) == '-'
        && value.charAt(7) == '-'
        && Character.isDigit(value.charAt(5));
  }

  /** "Talks will begin on Friday": what is told after it in the past is of another day. */
  private static boolean isAfter(String day, @Nullable LocalDate published) {
    LocalDate told = TimeFinder.day(day);
    return told != null && published != null && told.isAfter(published);
  }

  /** "The road, closed last week, will open on Monday": what is told next is of no such day. */
  private static boolean isWilled(Tokens tokens, Tags tags, TimeExpression time) {
    int at = tokens.at(time.start());
    int first = Math.max(tokens.sentenceFirst(tokens.sentence(at)), at - WILLED);
    for (int i = at - 1; i >= first; i--) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.MD) {
        return true;
      }
      if (part.isFinite() || tokens.is(i, ",")) {
        return false;
      }
    }
    return false;
  }

  /** "Two weeks later, on May 9": the day itself stands behind what counts to it. */
  static boolean isRestated(Tokens tokens, List<TimeExpression> times, int k) {
    if (k + 1 >= times.size()) {
      return false;
    }
    TimeExpression next = times.get(k + 1);
    int end = tokens.at(times.get(k).end() - 1) + 1;
    int start = tokens.at(next.start());
    boolean beside =
        start < tokens.size()
            && start > end
            && start <= end + 2
            && tokens.is(end, ",")
            && tokens.sentence(end) == tokens.sentence(start);
    return beside
        && isDay(next.value())
        && isDated(next)
        && MONTH_DAYS.contains(next.rule())
        && !MONTH_DAYS.contains(times.get(k).rule());
  }

  private static boolean isRecent(@Nullable String day, @Nullable LocalDate published) {
    LocalDate told = TimeFinder.day(day);
    if (told == null || published == null) {
      return false;
    }
    long before = published.toEpochDay() - told.toEpochDay();
    return before >= 0 && before <= SAME_REPORT_DAYS;
  }

  private static final int LOOKS_BACK = -2;

  private static int direction(Tokens tokens, Tags tags, TimeAtoms atoms, int sentence) {
    int end = tokens.sentenceEnd(sentence);
    for (int i = tokens.sentenceFirst(sentence); i < end; i++) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.MD) {
        return 1;
      }
      boolean have = part.isFinite() && atoms.isWord(i, TimeWord.HAVE);
      if (have && perfectFollows(tags, i + 1, end)) {
        return part == PartOfSpeech.VBD ? LOOKS_BACK : -1;
      }
      if (part == PartOfSpeech.VBD) {
        return -1;
      }
      if (part == PartOfSpeech.VBZ || part == PartOfSpeech.VBP) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean perfectFollows(Tags tags, int from, int end) {
    for (int i = from; i < end && i < from + PERFECT_REACH; i++) {
      if (tags.part(i) == PartOfSpeech.VBN) {
        return true;
      }
      if (tags.part(i) != PartOfSpeech.RB) {
        return false;
      }
    }
    return false;
  }
}

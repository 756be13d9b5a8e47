package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The day of a state, where the time beside its verb is of something else: "cancelled the hearing
 * scheduled for Tuesday", "will remain closed until at least Thursday", "reopened on Monday, two
 * days after it was closed".
 */
final class StateDays {

  /** Words after which a time is that of a plan: "scheduled for Tuesday". */
  private static final Set<String> SCHEDULING =
      Set.copyOf(TextResources.lines(StateDays.class, "scheduling-words.en.txt"));

  /** States of what was to be on a day, told on another. */
  private static final Set<String> MOVING =
      Set.copyOf(TextResources.lines(StateDays.class, "moving-states.en.txt"));

  private static final Set<String> AFTER =
      Set.copyOf(TextResources.lines(StateDays.class, "counting-after.en.txt"));
  private static final Set<String> BEFORE =
      Set.copyOf(TextResources.lines(StateDays.class, "counting-before.en.txt"));

  // tokens from a verb to the time that is that of a plan
  private static final int REACH = 25;
  // tokens before "after" in which "two days" stands
  private static final int COUNT_REACH = 3;
  // tokens from a noun to its time
  private static final int NOUN_REACH = 6;
  private static final int DAY = 10;

  private final Narration narration;
  private final Tokens tokens;
  private final Tags tags;

  StateDays(Narration narration) {
    this.narration = narration;
    this.tokens = narration.tokens;
    this.tags = narration.tags;
  }

  /**
   * TIMEX3 value of when a clause's state was taken, or null when unknown.
   *
   * @param index index of the clause
   */
  @Nullable String value(int index, String state) {
    Clause clause = narration.clauses.get(index);
    String counted = counted(index);
    if (counted != null) {
      return counted;
    }
    String value = narration.days.value(clause.verb());
    int relative = RelativeClauses.start(tokens, tags, clause.verb());
    if (relative >= 0 && isPerfect(clause) && (value == null || timeOf(clause, value) < relative)) {
      return SentenceTimes.EARLIER; // "ended the strike that had closed the port"
    }
    if (value == null || !"stated".equals(narration.days.rule(clause.verb()))) {
      return value;
    }
    int time = timeOf(clause, value);
    if (time < 0) {
      return value;
    }
    if (relative > time) {
      return null; // "said on Tuesday … the posts for which the network suspended her"
    }
    if (clause.infinitive() && (time < clause.first() || !isToCome(clause, value))) {
      return null; // "took steps on Tuesday to repeal the law"
    }
    if (time > clause.verb() && (isPlanned(clause, time, state) || isUntil(clause.verb(), time))) {
      return null;
    }
    if (!isOutside(clause, time)) {
      return value;
    }
    // "closed at 6 p.m. and the road was cleared": of that day, and of another hour
    return isLookingBack(clause)
        ? SentenceTimes.EARLIER
        : value.substring(0, Math.min(DAY, value.length()));
  }

  /** The day that a plan is for, stated after its verb: "scheduled for Tuesday"; or null. */
  @Nullable String planned(Clause clause) {
    for (int k = firstTime(tokens.start(clause.verb())); k < narration.times.size(); k++) {
      TimeExpression time = narration.times.get(k);
      int at = tokens.at(time.start());
      if (at >= tokens.size()
          || tokens.sentence(at) != clause.sentence()
          || at > clause.verb() + REACH) {
        return null;
      }
      if (SentenceDays.isDay(time) && !RelativeClauses.isAside(tokens, tags, time)) {
        return time.value();
      }
    }
    return null;
  }

  /** Whether the present tells of a day to come: "the contract expires on June 30". */
  boolean isAhead(Clause clause, @Nullable String time) {
    PartOfSpeech part = tags.part(clause.first());
    return (part == PartOfSpeech.VBZ || part == PartOfSpeech.VBP)
        && clause.first() == clause.verb()
        && time != null
        && isToCome(clause, time);
  }

  private boolean isToCome(Clause clause, String time) {
    String dateline = narration.dateline(clause.verb());
    return dateline != null
        && time.length() >= DAY
        && dateline.length() >= DAY
        && Character.isDigit(time.charAt(0))
        && time.substring(0, DAY).compareTo(dateline.substring(0, DAY)) > 0;
  }

  /**
   * The day of a state that a noun tells: one stated close by, else the value for unknown: "the
   * takeover of the council on Tuesday", "Tuesday's takeover".
   */
  @Nullable String ofNoun(int noun, int last) {
    String value = narration.days.value(noun);
    if (value == null || !"stated".equals(narration.days.rule(noun))) {
      return value;
    }
    int sentence = tokens.sentence(noun);
    String day = value.length() > DAY ? value.substring(0, DAY) : value;
    for (int k = firstTime(tokens.start(Math.max(0, noun - NOUN_REACH)));
        k < narration.times.size();
        k++) {
      TimeExpression time = narration.times.get(k);
      int at = tokens.at(time.start());
      if (at >= tokens.size() || at > last + NOUN_REACH || tokens.sentence(at) > sentence) {
        break;
      }
      if (tokens.sentence(at) == sentence
          && time.value().startsWith(day)
          && !isVerbBetween(Math.min(at, noun), Math.max(at, noun))) {
        return value;
      }
    }
    return SentenceTimes.EARLIER;
  }

  private boolean isVerbBetween(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (tags.part(i).isVerb()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Token at which the time stands that a clause takes its day from, the nearest of them, or -1.
   */
  private int timeOf(Clause clause, String value) {
    String day = value.length() > DAY ? value.substring(0, DAY) : value;
    int best = -1;
    int floor = tokens.start(tokens.sentenceFirst(clause.sentence()));
    for (int k = firstTime(floor); k < narration.times.size(); k++) {
      TimeExpression time = narration.times.get(k);
      int at = tokens.at(time.start());
      if (at >= tokens.size() || tokens.sentence(at) > clause.sentence()) {
        break;
      }
      if (tokens.sentence(at) == clause.sentence()
          && time.value().startsWith(day)
          && (best < 0 || Math.abs(at - clause.verb()) < Math.abs(best - clause.verb()))) {
        best = at;
      }
    }
    return best;
  }

  /** "Cancelled the vote scheduled for Tuesday", "cancelled the vote this Tuesday". */
  private boolean isPlanned(Clause clause, int time, String state) {
    for (int i = clause.verb() + 1; i < time && i < clause.verb() + REACH; i++) {
      if (SCHEDULING.contains(tokens.lower(i))) {
        return true;
      }
    }
    Phrase object = clause.object();
    return MOVING.contains(state)
        && !clause.passive()
        && object != null
        && (time == object.last() + 1 || time == object.last() + 2)
        && tags.part(object.last() + 1) != PartOfSpeech.IN;
  }

  /** "Remain closed until at least Thursday". */
  private boolean isUntil(int verb, int time) {
    for (int i = time - 1; i > verb && i > time - 2 * COUNT_REACH; i--) {
      if (Connectives.isLimit(tokens.lower(i))) {
        return true;
      }
      if (tags.part(i).isVerb()) {
        return false;
      }
    }
    return false;
  }

  /** "After the port had been closed": before what the sentence tells. */
  private boolean isLookingBack(Clause clause) {
    String marker = clause.marker();
    return isPerfect(clause)
        && (marker != null && !Connectives.isComplementizer(marker) || isClaimed(clause));
  }

  /** "Rejected claims that the hotel had been stormed too late". */
  private boolean isClaimed(Clause clause) {
    Phrase subject = clause.subject();
    int before = subject == null ? -1 : subject.first() - 1;
    return before > tokens.sentenceFirst(clause.sentence())
        && Connectives.isComplementizer(tokens.lower(before))
        && tags.part(before - 1).isNoun()
        && !tags.part(before - 1).isProperNoun();
  }

  /** "Had closed". */
  private boolean isPerfect(Clause clause) {
    return tags.part(clause.first()) == PartOfSpeech.VBD
        && clause.first() < clause.verb()
        && Lemmas.verb(tokens.lower(clause.first())).equals(Connectives.HAVE);
  }

  /** Whether a time stands before the word that opens a clause. */
  private boolean isOutside(Clause clause, int time) {
    int opens = clause.first();
    Phrase subject = clause.subject();
    if (subject != null && subject.first() < opens) {
      opens = subject.first();
    }
    return time < opens;
  }

  /** "Two days after it was closed": counted from the day of the clause before. */
  private @Nullable String counted(int index) {
    Clause clause = narration.clauses.get(index);
    if (clause.infinitive() && clause.governor() >= 0 && clause.governor() < index) {
      Clause governor = narration.clauses.get(clause.governor());
      return governor.sentence() == clause.sentence() && !governor.infinitive()
          ? counted(clause.governor())
          : null;
    }
    int floor = tokens.sentenceFirst(clause.sentence());
    int at = clause.first() - 1;
    while (at > floor && !isCounting(at)) {
      if (tags.part(at).isVerb() || tokens.is(at, ",") || clause.first() - at > REACH) {
        return null;
      }
      at--;
    }
    if (at <= floor) {
      return null;
    }
    int days = 0;
    boolean length = false;
    for (int k = firstTime(tokens.start(floor)); k < narration.times.size(); k++) {
      TimeExpression time = narration.times.get(k);
      int first = tokens.at(time.start());
      if (first >= at) {
        break;
      }
      if (time.type() == TimeType.DURATION
          && first >= floor
          && time.end() <= tokens.start(at)
          && tokens.at(time.end() - 1) >= at - COUNT_REACH) {
        length = true;
        days = at - first > COUNT_REACH ? 0 : days(time.value());
      }
    }
    if (days == 0) {
      // "less than a day after", "hours before": another day perhaps, and nobody says which
      return length ? SentenceTimes.EARLIER : null;
    }
    String from = null;
    for (int k = index - 1; k >= 0 && from == null; k--) {
      Clause other = narration.clauses.get(k);
      if (other.sentence() != clause.sentence()) {
        break;
      }
      if (other.verb() < at) {
        from = narration.days.value(other.verb());
      }
    }
    if (from == null || from.length() < DAY) {
      return SentenceTimes.EARLIER;
    }
    try {
      LocalDate day = LocalDate.parse(from.substring(0, DAY));
      return (AFTER.contains(tokens.lower(at)) ? day.minusDays(days) : day.plusDays(days))
          .toString();
    } catch (DateTimeException e) {
      return SentenceTimes.EARLIER;
    }
  }

  /** The first time that starts at an offset or after it. */
  private int firstTime(int offset) {
    int low = 0;
    int high = narration.times.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (narration.times.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isCounting(int token) {
    String word = tokens.lower(token);
    return AFTER.contains(word) || BEFORE.contains(word);
  }

  /** The days of a whole number of them: "P2D", "P1W"; 0 for all else. */
  private static int days(String value) {
    int length = value.length();
    if (length < 3 || length > 4 || value.charAt(0) != 'P') {
      return 0;
    }
    int number = 0;
    for (int i = 1; i < length - 1; i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = number * 10 + c - '0';
    }
    return switch (value.charAt(length - 1)) {
      case 'D' -> number;
      case 'W' -> 7 * number;
      default -> 0;
    };
  }
}

package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The day that a sentence tells of: the stated time nearest to the word, else what {@link
 * SentenceTimes} carries over from the sentences before, else the day of publication.
 */
final class SentenceDays {

  // tokens before a time that opens its sentence: "Early on Monday, …"
  // letters; a text without full stops is one sentence, and has as many times as verbs
  private static final int FAR = 1000;
  private static final int OPENING = 4;
  // characters of a day, and of the longest clock time without one: "10.30 p.m."
  private static final int DAY = 10;
  private static final int BARE_CLOCK = 10;
  // characters that a day is preferred by to a month or year
  private static final int COARSE = 200;
  // characters that a time right behind a verb is preferred by, and tokens that are right behind
  private static final int BESIDE = 60;
  private static final int BEHIND = 3;
  // tokens from a time before a noun to that noun: "Monday's deadly attack"
  private static final int NOUN_REACH = 6;
  // tokens from a verb of saying to its time: "told the station on Monday"
  private static final int SAYING_REACH = 5;
  // tokens after its time that a relative clause may go on for
  private static final int AFTER_RELATIVE = 2;

  private final Tokens tokens;
  private final Tags tags;
  private final List<TimeExpression> times;
  private final int[] sentenceOfTime;
  private final SentenceTimes sentences;
  private final Article article;
  private final @Nullable String[] toldBefore;

  SentenceDays(
      Article article, Tokens tokens, Tags tags, TimeAtoms atoms, List<TimeExpression> times) {
    this.article = article;
    this.tokens = tokens;
    this.tags = tags;
    this.times = times;
    this.sentences = new SentenceTimes(article, tokens, tags, atoms, times);
    this.sentenceOfTime = new int[times.size()];
    for (int k = 0; k < times.size(); k++) {
      int token = Math.min(tokens.at(times.get(k).start()), tokens.size() - 1);
      sentenceOfTime[k] = token < 0 ? 0 : tokens.sentence(token);
    }
    this.toldBefore = toldBefore(article);
  }

  /** For each time the day of the last date stated before it in the body, or null. */
  private @Nullable String[] toldBefore(Article article) {
    var told = new @Nullable String[times.size()];
    String last = null;
    for (int k = 0; k < told.length; k++) {
      told[k] = last;
      TimeExpression time = times.get(k);
      int block = tokens.size() == 0 ? 0 : tokens.block(tokens.sentenceFirst(sentenceOfTime[k]));
      boolean body =
          block >= article.blocks().size() || article.blocks().get(block).role().isBody();
      if (body && time.type() == TimeType.DATE && isDay(time) && time.value().length() == DAY) {
        last = time.value();
      }
    }
    return told;
  }

  /** A bare clock time is one of the day told of before it: "… on Monday. It reopened at noon." */
  private String valueOf(int k) {
    TimeExpression time = times.get(k);
    String value = time.value();
    String day = toldBefore[k];
    String dateline = dateline(k);
    boolean bare =
        time.type() == TimeType.TIME
            && time.end() - time.start() <= BARE_CLOCK
            && value.length() > DAY
            && dateline != null
            && dateline.length() >= DAY
            && value.startsWith(dateline.substring(0, DAY));
    return bare && day != null && day.compareTo(value) < 0 ? day + value.substring(DAY) : value;
  }

  /** When the block that a time stands in was published. */
  private @Nullable String dateline(int k) {
    int block = tokens.size() == 0 ? 0 : tokens.block(tokens.sentenceFirst(sentenceOfTime[k]));
    return TimeFinder.dateline(article, block);
  }

  static boolean isDay(TimeExpression time) {
    return (time.type() == TimeType.DATE || time.type() == TimeType.TIME)
        && time.value().length() >= 4
        && (Character.isDigit(time.value().charAt(0)) || time.value().startsWith("XXXX-WXX-"));
  }

  /** The value of the stated time nearest to a token in its sentence, or null. */
  private @Nullable String stated(int token) {
    int sentence = tokens.sentence(token);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    int from = Math.max(firstOf(sentence), firstFrom(tokens.start(token) - FAR));
    for (int k = from; k < times.size() && sentenceOfTime[k] == sentence; k++) {
      TimeExpression time = times.get(k);
      if (time.start() > tokens.start(token) + FAR) {
        break;
      }
      int distance = Math.abs(time.start() - tokens.start(token));
      // a year is the time of a verb only where no day can be
      distance += time.value().length() < DAY ? COARSE : 0;
      // "after falling on Monday, rose on Tuesday"
      distance -= isBehind(time, token) ? BESIDE : 0;
      if (isDay(time)
          && !SentenceTimes.isRestated(tokens, times, k)
          && distance < bestDistance
          && !SentenceTimes.isPresent(tokens, time, dateline(k))
          && reaches(time, token, sentence)) {
        best = valueOf(k);
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * Whether a time can be that of a word: not across a comma and another verb ("The bridge, closed
   * on Monday, reopened"), unless it opens the sentence.
   */
  private boolean reaches(TimeExpression time, int token, int sentence) {
    int at = Math.min(tokens.at(time.start()), tokens.size() - 1);
    int relative = RelativeClauses.start(tokens, tags, at);
    int inserted = RelativeClauses.inserted(tokens, tags, at);
    if (inserted >= 0 && token != inserted) {
      return false;
    }
    if (RelativeClauses.isAside(tokens, tags, time)) {
      return tags.part(token).isNoun() && token >= at && token <= at + NOUN_REACH;
    }
    if (RelativeClauses.bracket(tokens, at) != RelativeClauses.bracket(tokens, token)
        || token > at && isBeforeOccasion(at, token)
        || token > at && isPromising(at, token)) {
      return false;
    }
    if (relative >= 0) {
      // "the man who on Monday shot", but not "the man who was arrested on Monday said"
      return token >= relative
          && (token <= at || token <= at + AFTER_RELATIVE && !hasVerb(relative, at));
    }
    if (at - tokens.sentenceFirst(sentence) <= OPENING) {
      return true;
    }
    if (token < at
        && tags.part(token).isVerb()
        && (isOccasion(token, at) || isPromised(token, at))) {
      return false;
    }
    int saying = saying(at);
    if (saying >= 0 && saying != token) {
      // "Two bridges were closed, police said Thursday": what is still to come is of another day
      return (tags.part(token) == PartOfSpeech.VBD || tags.part(token) == PartOfSpeech.VBN)
          && !isModal(token)
          && !(token < saying && opensWithDay(sentence, at));
    }
    boolean comma = false;
    boolean dash = false; // behind one, but not behind what stands between two
    boolean verb = false;
    int end = Math.max(at, token);
    for (int i = Math.min(at, token) + 1; i < end; i++) {
      if (token < at && tokens.is(i, ",")) {
        i = afterInsertion(i, end);
      }
      comma |= tokens.is(i, ",");
      dash ^= RelativeClauses.isDash(tokens, i);
      verb |= tags.part(i).isVerb() && (i > token + 3 || i < token - 3);
    }
    return !((comma || dash) && verb) || token < at && isTail(token, at);
  }

  /**
   * "Sentenced the man, who had admitted the theft, to ten years on Monday": the token behind what
   * stands between two commas, or the comma itself where nothing does.
   */
  private int afterInsertion(int comma, int end) {
    if (comma + 1 < end && !Connectives.isRelative(tokens.lower(comma + 1))) {
      return comma;
    }
    for (int i = comma + 1; i < end; i++) {
      if (tokens.is(i, ",")) {
        return Math.min(i + 1, end - 1);
      }
    }
    return comma;
  }

  /** "Late on Monday the two met, officials said on Tuesday": the first day is that of the deed. */
  private boolean opensWithDay(int sentence, int time) {
    for (int k = firstOf(sentence); k < times.size() && sentenceOfTime[k] == sentence; k++) {
      int at = tokens.at(times.get(k).start());
      if (at >= time || at - tokens.sentenceFirst(sentence) > OPENING) {
        return false;
      }
      if (isDay(times.get(k)) && times.get(k).value().length() >= DAY) {
        return true;
      }
    }
    return false;
  }

  /** "Before a round of talks on Monday, the two met": the day is that of the talks. */
  private boolean isBeforeOccasion(int time, int token) {
    int first = tokens.sentenceFirst(tokens.sentence(time));
    if (!Connectives.isForerunner(tokens.lower(first)) || hasVerb(first, time)) {
      return false;
    }
    for (int i = time + 1; i < token; i++) {
      if (tokens.is(i, ",")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "The council will meet on Monday, and some are angry": the day is that of what will be, and not
   * of what is.
   */
  private boolean isPromising(int time, int token) {
    if (!tags.part(token).isVerb() || isModal(token)) {
      return false;
    }
    boolean and = false;
    for (int i = time + 1; i < token; i++) {
      and |= tags.part(i) == PartOfSpeech.CC || tokens.is(i, ",");
    }
    if (!and) {
      return false;
    }
    int first = tokens.sentenceFirst(tokens.sentence(time));
    for (int i = time - 1; i > first; i--) {
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

  /** Whether a name stands by itself: "over Ada Weil on", but not "before Weil's speech on". */
  private boolean isName(int from, int time) {
    int end = from;
    while (end < time && tags.part(end).isProperNoun()) {
      end++;
    }
    PartOfSpeech next = tags.part(end);
    return end > from && next != PartOfSpeech.POS && !next.isNoun() && !next.isVerb();
  }

  private boolean hasVerb(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tags.part(i).isVerb()) {
        return true;
      }
    }
    return false;
  }

  /** "Ruled that the port will close on Friday": the day is that of what will be. */
  private boolean isPromised(int verb, int time) {
    for (int i = time - 1; i > verb; i--) {
      if (tokens.is(i, ",") || tokens.is(i, ";")) {
        return false;
      }
      if (tags.part(i) == PartOfSpeech.MD) {
        return true;
      }
    }
    return false;
  }

  /**
   * "Attacked the deal, calling it a mistake at a rally on Monday": what is done meanwhile is of
   * the same day.
   */
  private boolean isTail(int verb, int time) {
    int comma = verb + 1;
    while (comma < time && !tokens.is(comma, ",")) {
      if (tags.part(comma).isVerb()) {
        return false;
      }
      comma++;
    }
    int participle = comma + 1;
    while (participle < time && tags.part(participle) == PartOfSpeech.RB) {
      participle++;
    }
    if (participle >= time || tags.part(participle) != PartOfSpeech.VBG) {
      return false;
    }
    for (int i = participle + 1; i < time; i++) {
      if (tags.part(i).isVerb() || tokens.is(i, ",") || tokens.is(i, ";")) {
        return false;
      }
    }
    return true;
  }

  /**
   * The verb of saying that a time stands right behind: "said on Thursday", "told it late Monday".
   */
  private int saying(int time) {
    int first = tokens.sentenceFirst(tokens.sentence(time));
    for (int i = time - 1; i >= first && i >= time - SAYING_REACH; i--) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.VBD) {
        CueLexicon.Verb verb = CueLexicon.ENGLISH.verb(tokens.lower(i));
        return verb != null && verb.kind() == CueLexicon.Class.SPEECH ? i : -1;
      }
      if (!part.isNoun()
          && !part.isAdjective()
          && part != PartOfSpeech.DT
          && part != PartOfSpeech.IN
          && part != PartOfSpeech.RB) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a time stands right behind a word: "bounced back on Tuesday". */
  private boolean isBehind(TimeExpression time, int token) {
    return time.start() > tokens.start(token) && tokens.at(time.start()) <= token + BEHIND;
  }

  /** "Would be quickly rejected". */
  private boolean isModal(int verb) {
    int first = Math.max(tokens.sentenceFirst(tokens.sentence(verb)), verb - SAYING_REACH);
    for (int i = verb - 1; i >= first; i--) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.MD) {
        return true;
      }
      if (!part.isVerb() && part != PartOfSpeech.RB) {
        return false;
      }
    }
    return false;
  }

  /** "She resigned after the vote on Monday": the day is that of the vote. */
  private boolean isOccasion(int verb, int time) {
    for (int i = time - 1; i >= verb; i--) {
      if (tokens.is(i, ",")) {
        return false;
      }
      String word = tokens.word(i).toLowerCase(Locale.ROOT);
      // but "elected Ruhl over Weil on Monday", "resigned amid protests on Monday"
      if (Connectives.isOccasion(word)
          && !Connectives.isMeanwhile(word)
          && (i + 1 == time || !isName(i + 1, time))) {
        return tags.part(time - 1).isNoun() || time - i > 2; // but "after Monday", "since Monday"
      }
    }
    return false;
  }

  /** The first time that starts at an offset or after it. */
  private int firstFrom(int offset) {
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
    return low;
  }

  private int firstOf(int sentence) {
    int low = 0;
    int high = sentenceOfTime.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentenceOfTime[middle] < sentence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** TIMEX3 value of when what this token tells happened, or null when unknown. */
  @Nullable String value(int token) {
    String stated = stated(token);
    if (stated != null) {
      return stated;
    }
    SentenceTimes.About about = sentences.of(tokens.sentence(token));
    if (about.source() != SentenceTimes.Source.STATED) {
      return about.value();
    }
    // a time that does not reach this word: a month or a year is still that of its sentence
    String value = about.value();
    return value != null && value.length() < DAY ? value : null;
  }

  /** Where the value comes from: {@code stated}, {@code narrated}, {@code dateline}, or null. */
  @Nullable String rule(int token) {
    if (stated(token) != null) {
      return "stated";
    }
    SentenceTimes.About about = sentences.of(tokens.sentence(token));
    return switch (about.source()) {
      case STATED -> value(token) == null ? null : "narrated";
      case NARRATED -> "narrated";
      case DATELINE -> "dateline";
      case UNKNOWN -> null;
    };
  }
}

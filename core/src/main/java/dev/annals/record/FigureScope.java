package dev.annals.record;

import dev.annals.annotation.Figure;
import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.annotation.Quote;
import dev.annals.annotation.TimeExpression;
import dev.annals.annotation.TimeType;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a figure covers and who gives it, as far as its sentence tells. Two figures of one thing are
 * compared only where neither is a part of the other ("three of them") and they cover the same
 * ("this year", "in the county").
 *
 * @param where places and kinds of areas named in the sentence
 * @param periods longer times named in it
 * @param causes kinds of incident named in the sentence: a blast, a crash
 * @param own whether its own sentence names the places
 * @param total whether it sums up a long time: "the war has killed"
 * @param grown whether it says that the figure has changed: "rose to"
 * @param by who gives the figure, in the words of the article, or null for the reporter
 */
record FigureScope(
    Set<String> where,
    Set<String> periods,
    Set<String> causes,
    boolean own,
    boolean total,
    boolean grown,
    @Nullable String by) {

  /** Words by which a report speaks of another event. */
  private static final Set<String> COMPARING = words("comparing-words");

  /** Words before a figure that is a part of another: "including". */
  private static final Set<String> PART_BEFORE = words("part-openings");

  /** Words after a number that is a part of another, or comes to another: "more". */
  private static final Set<String> PART_AFTER = words("part-endings");

  private static final Set<String> POLLS = words("poll-words");
  private static final Set<String> AREAS = words("area-words");
  private static final Set<String> CHANGES = words("changing-figures");
  private static final Set<String> SETTING = words("setting-verbs");
  private static final Set<String> CONTRASTS = words("contrast-words");
  private static final Set<String> PARTS = words("definite-parts");
  private static final Set<String> BOUNDING = words("bounding-words");

  /** Prepositions of ways: "from", "to". */
  private static final Set<String> PASSING = words("way-prepositions");

  /** Words by which a sentence sums up: "since", "the war". */
  private static final Set<String> TOTALS = words("total-words");

  /** The kind of incident that any other may be. */
  private static final String ANY = "attack";

  // days from the event from which a stated day is that of another
  private static final int FAR = 7;
  private static final int SETTING_REACH = 6;
  private static final int CHANGE_REACH = 9;
  private static final int LONGEST_SOURCE = 4;
  private static final int BEFORE_REACH = 2;

  FigureScope {
    where = Collections.unmodifiableSet(new TreeSet<>(where));
    periods = Collections.unmodifiableSet(new TreeSet<>(periods));
    causes = Collections.unmodifiableSet(new TreeSet<>(causes));
  }

  private static Set<String> words(String name) {
    return Set.copyOf(TextResources.lines(FigureScope.class, name + ".en.txt"));
  }

  /** The scope of a figure, or null when it is a part, a poll's, or of another event. */
  static @Nullable FigureScope of(
      ArticleParts parts, Figure figure, StoryTimes times, @Nullable LocalDate day) {
    Tokens tokens = parts.tokens();
    int first = tokens.at(figure.start());
    int sentence = tokens.sentence(Math.min(first, tokens.size() - 1));
    int last = tokens.at(figure.end() - 1);
    if (isPart(tokens, sentence, first, last)) {
      return null;
    }
    var where = new TreeSet<String>();
    boolean grown = false;
    boolean total = false;
    var causes = new TreeSet<String>();
    int compared = Integer.MAX_VALUE;
    for (int i = tokens.sentenceFirst(sentence); i < tokens.sentenceEnd(sentence); i++) {
      String word = tokens.lower(i);
      if (POLLS.contains(word)) {
        return null;
      }
      if (COMPARING.contains(word)) {
        if (i < first) {
          return null; // "on the anniversary of the flood that killed twenty"
        }
        compared = Math.min(compared, tokens.start(i));
      }
      grown |= CHANGES.contains(word) && i >= first - CHANGE_REACH && i <= last + 1;
      if (AREAS.contains(word)) {
        where.add(word);
      }
      total |= TOTALS.contains(word);
      String cause = PlaceDisagreements.incident(word);
      if (cause != null) {
        causes.add(cause);
      }
    }
    Span span = tokens.sentenceSpan(sentence);
    addPlaces(parts, span, where);
    boolean own = !where.isEmpty();
    if (!own) {
      addContext(parts, sentence, where);
    }
    var periods = new TreeSet<String>();
    LocalDate told = day == null ? times.published(parts.article()) : day;
    for (TimeExpression time : parts.article().annotations().times()) {
      if (time.start() >= span.end() || time.start() >= compared) {
        break;
      }
      if (span.contains(time.start())) {
        if (time.type() == TimeType.DATE && isFar(time.value(), told)) {
          return null;
        }
        if (isPeriod(time)) {
          periods.add(time.value());
        }
      }
    }
    return new FigureScope(
        where, periods, causes, own, total, grown, source(parts, figure, sentence, first));
  }

  private static void addPlaces(ArticleParts parts, Span span, Set<String> where) {
    for (Mention mention : parts.article().annotations().mentions()) {
      if (mention.type() == MentionType.PLACE
          && span.contains(mention.start())
          && !isPassed(parts.tokens(), mention)) {
        where.add(StoryNames.normal(mention.name()));
      }
    }
  }

  /** "From Orlo to the coast": where a way leads, not where something happened. */
  private static boolean isPassed(Tokens tokens, Mention mention) {
    int before = tokens.at(mention.start()) - 1;
    return before >= 0 && PASSING.contains(tokens.lower(before));
  }

  /** A sentence without a place speaks of the one before, or of where the report begins. */
  private static void addContext(ArticleParts parts, int sentence, Set<String> where) {
    Tokens tokens = parts.tokens();
    if (sentence > 0) {
      addPlaces(parts, tokens.sentenceSpan(sentence - 1), where);
    }
    for (int s = 0; s < sentence && where.isEmpty(); s++) {
      Span span = tokens.sentenceSpan(s);
      if (span.start() >= parts.lead().end()) {
        return;
      }
      if (StoryContext.roleAt(parts.article().article(), span.start()).isBody()) {
        addPlaces(parts, span, where);
      }
    }
  }

  /** "Including three children", "two of the injured", "five more". */
  private static boolean isPart(Tokens tokens, int sentence, int first, int last) {
    for (int i = first; i >= 0 && i >= first - BEFORE_REACH; i--) {
      if (tokens.sentence(i) == sentence && PART_BEFORE.contains(tokens.lower(i))) {
        return true;
      }
    }
    for (int i = first; i <= last + 1 && i < tokens.size() && tokens.sentence(i) == sentence; i++) {
      String word = tokens.lower(i);
      String next = i + 1 < tokens.size() ? tokens.lower(i + 1) : "";
      if (i > first && PART_AFTER.contains(word) && !BOUNDING.contains(next)
          || PARTS.contains(word + ' ' + next)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a stated day, month or year is far from the one that is told of. */
  private static boolean isFar(String value, @Nullable LocalDate told) {
    String date = StoryTimes.read(value, null, "stated").date();
    if (date == null || told == null || told.toString().startsWith(date)) {
      return false;
    }
    LocalDate other = StoryTimes.read(value, null, "stated").day();
    return other == null || Math.abs(ChronoUnit.DAYS.between(other, told)) > FAR;
  }

  /** A year, a month, a week, or a stretch of them: no day and no hour. */
  private static boolean isPeriod(TimeExpression time) {
    String value = time.value();
    if (time.type() == TimeType.DURATION) {
      return value.startsWith("P")
          && !value.startsWith("PT")
          && !value.endsWith("D")
          && !value.endsWith("H");
    }
    return time.type() == TimeType.DATE
        && !value.isEmpty()
        && Character.isDigit(value.charAt(0))
        && value.indexOf('T') < 0
        && StoryTimes.read(value, null, "stated").day() == null;
  }

  /** Who gives a figure: the speaker of the words it stands in, or who "put the toll at" it. */
  private static @Nullable String source(
      ArticleParts parts, Figure figure, int sentence, int first) {
    Tokens tokens = parts.tokens();
    for (int i = first - 1; i > first - SETTING_REACH && i > 0; i--) {
      if (tokens.sentence(i) == sentence && SETTING.contains(tokens.lower(i))) {
        int from = i;
        while (from > tokens.sentenceFirst(sentence)
            && i - from < LONGEST_SOURCE
            && Character.isLetter(tokens.first(from - 1))
            && !CONTRASTS.contains(tokens.lower(from - 1))) {
          from--;
        }
        if (from < i) {
          return tokens.span(from, i - 1).of(tokens.text());
        }
      }
    }
    Quote shortest = null;
    for (Quote quote : parts.article().annotations().quotes()) {
      if (quote.speaker() != null
          && quote.content().contains(figure.start())
          && (shortest == null || quote.content().length() < shortest.content().length())) {
        shortest = quote;
      }
    }
    return shortest == null || shortest.speaker() == null ? null : shortest.speaker().name();
  }

  /** Whether a sentence sets two figures against each other: "16, while police put it at 14". */
  static boolean areContrasted(Tokens tokens, Figure a, Figure b) {
    int from = tokens.at(Math.min(a.end(), b.end()));
    int to = tokens.at(Math.max(a.start(), b.start()));
    if (tokens.sentence(Math.max(0, from - 1)) != tokens.sentence(to)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (CONTRASTS.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether both sentences name one place and one kind of incident. */
  boolean isOfOneIncident(FigureScope other) {
    return own
        && other.own
        && !Collections.disjoint(where, other.where)
        && !Collections.disjoint(causes, other.causes);
  }

  /** Whether two figures cover the same, as far as known. */
  boolean meets(FigureScope other) {
    return periods.equals(other.periods)
        && total == other.total
        && (causes.isEmpty()
            || other.causes.isEmpty()
            || !Collections.disjoint(causes, other.causes)
            || causes.contains(ANY)
            || other.causes.contains(ANY))
        && (where.isEmpty() || other.where.isEmpty() || !Collections.disjoint(where, other.where));
  }

  /** Whether two figures are given by two whom the reports name. */
  boolean isOfOther(FigureScope other) {
    return by != null
        && other.by != null
        && Collections.disjoint(ContentWords.of(by), ContentWords.of(other.by));
  }
}

package dev.annals.record;

import dev.annals.annotation.Figure;
import dev.annals.annotation.Lemmas;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds counts of one thing that cannot all be right: the same thing and state, ranges that do not
 * overlap, in articles of different lineages. Where the later article has the other figure it is an
 * update and no conflict.
 */
final class FigureDisagreements {

  /** What is measured anew every hour. */
  private static final Set<String> PASSING =
      Set.copyOf(TextResources.lines(FigureDisagreements.class, "passing-measures.en.txt"));

  /** States whose counts grow as more becomes known. */
  private static final Set<String> GROWING =
      Set.copyOf(TextResources.lines(FigureDisagreements.class, "growing-counts.en.txt"));

  private static final Set<String> OF =
      Set.copyOf(TextResources.lines(FigureDisagreements.class, "of.en.txt"));

  private static final String PERCENT = "percent";

  private static final int MOST_COMPARED = 300;
  private static final int MOST_VERSIONS = 8;
  private static final int MOST_CITES = 6;
  // what is said of the thing tells more than the words around it
  private static final double NEAR_LEADING = 0.02;
  private static final double NEAR_OF_ONE = 0.08;
  private static final double NEAR_WITH_STATE = 0.15;
  private static final double NEAR_BY_THE_WAY = 0.25;
  // sentences at the beginning of a report in which the count of its event stands
  private static final int NEAR_BEGINNING = 8;
  // how many times a count may be another of the same
  private static final double MOST_TIMES = 6;
  // how many times its least value the greatest of "thousands" is
  private static final double VAGUE = 2;
  private static final double NEAR_WITHOUT_STATE = 0.4;
  // shares and sums of money are told of many things
  private static final double NEAR_SUM = 0.55;
  private static final double NEAR_NAMED_SUM = 0.12;
  // a round number stands for those near it
  private static final double LEAST_ROUND = 100;
  private static final double ROUNDING = 0.05;
  private static final double LOOSE = 0.1;
  // minutes between two reports within which two sources speak of one time
  private static final long ONE_TIME = 180;
  // sentences between two figures that one report gives of two sources
  private static final int NEAR_SENTENCES = 4;

  /**
   * A figure of one article.
   *
   * @param leading whether it is the first of its kind, near the beginning of its article
   */
  record Count(
      ArticleParts parts,
      String thing,
      Figure figure,
      FigureScope scope,
      int sentenceNumber,
      Span sentence,
      @Nullable LocalDate day,
      Instant published,
      TermVector terms,
      String range,
      boolean leading) {

    StoryArticle article() {
      return parts.article();
    }
  }

  /** The counts of one thing by article, and which of them some article tells in sequence. */
  private static final class Given {
    private final Map<ArticleParts, List<Count>> byArticle = new LinkedHashMap<>();
    private final Map<String, Map<String, Boolean>> sequences = new HashMap<>();
    private final Map<String, Set<String>> settled = new HashMap<>();

    Given(List<Count> counts) {
      for (Count count : counts) {
        byArticle.computeIfAbsent(count.parts(), a -> new ArrayList<>()).add(count);
      }
    }
  }

  private enum Relation {
    NONE,
    CONFLICT,
    UPDATE
  }

  private final StoryContext context;

  FigureDisagreements(StoryContext context) {
    this.context = context;
  }

  List<StoryRecord.Disagreement> find(StoryTimes times, TermVectors vectors) {
    var byThing = new TreeMap<String, List<Count>>();
    for (ArticleParts article : context.parts()) {
      var counts =
          article.figures.get(
              times.setting(article.article()), () -> counts(article, times, vectors));
      for (Count count : counts) {
        byThing.computeIfAbsent(count.thing(), key -> new ArrayList<>()).add(count);
      }
    }
    var found = new ArrayList<StoryRecord.Disagreement>();
    byThing.values().forEach(counts -> compare(counts, found));
    return found;
  }

  private List<Count> counts(ArticleParts parts, StoryTimes times, TermVectors vectors) {
    var counts = new ArrayList<Count>();
    StoryArticle article = parts.article();
    Tokens tokens = parts.tokens();
    var kinds = new HashSet<String>();
    int body = 0;
    int last = -1;
    for (Figure figure : article.annotations().figures()) {
      Role role = context.role(article, figure.start());
      if (!role.isBody() && role != Role.CAPTION && role != Role.STANDFIRST) {
        continue;
      }
      int sentence = tokens.sentence(Math.min(tokens.at(figure.start()), tokens.size() - 1));
      if (last < 0) {
        last = firstBody(article, tokens);
      }
      body = sentence - last;
      LocalDate day = times.when(article, figure.time(), "narrated").day();
      LocalDate published = times.published(article);
      if (day != null && published != null && day.isAfter(published)) {
        day = null; // what has been counted is not of a day to come
      }
      var scope =
          PASSING.contains(figure.thing().toLowerCase(Locale.ROOT))
              ? null
              : FigureScope.of(parts, figure, times, day);
      if (scope == null || PERCENT.equals(figure.unit()) && figure.state() == null) {
        continue;
      }
      String thing = thing(tokens, figure);
      counts.add(
          new Count(
              parts,
              thing,
              figure,
              scope,
              sentence,
              tokens.sentenceSpan(sentence),
              day,
              parts.order(),
              vectors.of(article, tokens.sentenceFirst(sentence), tokens.sentenceEnd(sentence)),
              figure.low() + ".." + figure.high(),
              kinds.add(thing) && body <= NEAR_BEGINNING));
    }
    return List.copyOf(counts);
  }

  private int firstBody(StoryArticle article, Tokens tokens) {
    int sentence = 0;
    while (sentence + 1 < tokens.sentences()
        && !context.role(article, tokens.sentenceSpan(sentence).start()).isBody()) {
      sentence++;
    }
    return sentence;
  }

  /** "A ransom of $4 million": what a sum is, or null. */
  private static @Nullable String sumOf(Tokens tokens, Figure figure) {
    int of = tokens.at(figure.start()) - 1;
    return of > 0
            && tokens.sentence(of - 1) == tokens.sentence(of)
            && OF.contains(tokens.lower(of))
            && Character.isLetter(tokens.first(of - 1))
        ? tokens.lower(of - 1)
        : null;
  }

  private static boolean isPlainSum(Figure figure) {
    return figure.state() == null && figure.unit() != null && figure.unit().equals(figure.thing());
  }

  private static String thing(Tokens tokens, Figure figure) {
    String counted = figure.thing().toLowerCase(Locale.ROOT);
    if (isPlainSum(figure)) {
      String of = sumOf(tokens, figure);
      counted = of == null ? counted : of;
    }
    var thing = new StringBuilder(Lemmas.noun(counted));
    if (figure.unit() != null && !figure.unit().equalsIgnoreCase(counted)) {
      thing.append(' ').append(figure.unit());
    }
    if (figure.state() != null) {
      thing.append('|').append(figure.state());
    }
    return thing.toString();
  }

  private void compare(List<Count> all, List<StoryRecord.Disagreement> found) {
    var counts = all.subList(0, Math.min(MOST_COMPARED, all.size()));
    var conflicting = new boolean[counts.size()];
    var updating = new boolean[counts.size()];
    var given = new Given(counts);
    for (int i = 0; i < counts.size(); i++) {
      for (int j = 0; j < i; j++) {
        var settled = given.settled.computeIfAbsent(counts.get(j).range(), r -> new HashSet<>());
        if (settled.contains(counts.get(i).range())) {
          continue; // one more of these two figures says nothing new
        }
        Relation relation = relation(counts.get(j), counts.get(i), given);
        boolean[] marked = relation == Relation.CONFLICT ? conflicting : updating;
        if (relation != Relation.NONE) {
          marked[i] = true;
          marked[j] = true;
          settled.add(counts.get(i).range());
        }
      }
    }
    for (int i = 0; i < updating.length; i++) {
      // what two sources give at one time is no news of one of them
      updating[i] &= !conflicting[i] || !isSettled(counts, i, updating, conflicting);
    }
    add(counts, conflicting, false, found);
    add(counts, updating, true, found);
  }

  /** Whether all that a count updates are counts that it conflicts with. */
  private static boolean isSettled(
      List<Count> counts, int i, boolean[] updating, boolean[] conflicting) {
    for (int j = 0; j < counts.size(); j++) {
      if (updating[j]
          && !conflicting[j]
          && !overlap(counts.get(i).figure(), counts.get(j).figure())) {
        return false;
      }
    }
    return true;
  }

  private void add(
      List<Count> counts, boolean[] marked, boolean update, List<StoryRecord.Disagreement> found) {
    var versions = new LinkedHashMap<String, List<Count>>();
    for (int i = 0; i < counts.size(); i++) {
      if (marked[i]) {
        versions.computeIfAbsent(counts.get(i).range(), key -> new ArrayList<>());
      }
    }
    for (int i = 0; i < counts.size(); i++) {
      List<Count> version = versions.get(counts.get(i).range());
      if (version != null && (marked[i] || isAgreed(counts.get(i), counts, marked))) {
        version.add(counts.get(i));
      }
    }
    joinVague(versions);
    if (versions.size() > 1) {
      found.add(
          new StoryRecord.Disagreement(
              about(counts.get(0)), "figure", update, versions(versions, update)));
    }
  }

  /** "Thousands" is what another says who gives a number. */
  private static void joinVague(LinkedHashMap<String, List<Count>> versions) {
    for (var vague : List.copyOf(versions.entrySet())) {
      Figure figure = vague.getValue().get(0).figure();
      if (Double.isInfinite(figure.high()) || figure.high() < VAGUE * figure.low()) {
        continue;
      }
      List<Count> home = null;
      int homes = 0;
      for (var other : versions.entrySet()) {
        Figure exact = other.getValue().get(0).figure();
        if (exact.high() < VAGUE * exact.low() && overlap(exact, figure)) {
          home = other.getValue();
          homes++;
        }
      }
      if (home != null && homes == 1) {
        home.addAll(vague.getValue());
        versions.remove(vague.getKey());
      }
    }
  }

  /** Whether a report gives a figure that others disagree on, of the same event. */
  private static boolean isAgreed(Count count, List<Count> counts, boolean[] marked) {
    for (int i = 0; i < counts.size(); i++) {
      Count other = counts.get(i);
      if (marked[i]
          && other.range().equals(count.range())
          && other.scope().meets(count.scope())
          && (count.figure().state() == null
              ? isSameEvent(other, count)
              : isOneDay(other, count))) {
        return true;
      }
    }
    return false;
  }

  private static String about(Count count) {
    Figure figure = count.figure();
    int blank = count.thing().indexOf(' ');
    if (isPlainSum(figure) && blank > 0) {
      return count.thing().substring(0, blank);
    }
    String state = figure.state();
    return state == null ? figure.thing() : figure.thing() + ' ' + state.replace('-', ' ');
  }

  private List<StoryRecord.Version> versions(
      LinkedHashMap<String, List<Count>> versions, boolean update) {
    var order = new ArrayList<>(versions.values());
    if (update) {
      var byTime = Comparator.comparing((List<Count> counts) -> counts.get(0).published());
      var byFigure =
          Comparator.comparingDouble((List<Count> counts) -> counts.get(0).figure().low());
      boolean growing = isGrowing(order.get(0).get(0));
      order.sort(growing ? byFigure.thenComparing(byTime) : byTime.thenComparing(byFigure));
    }
    var found = new ArrayList<StoryRecord.Version>();
    for (List<Count> counts : order) {
      Count first = counts.get(0);
      String words =
          first.article().article().text().substring(first.figure().start(), first.figure().end());
      found.add(
          context.version(
              words.replace('\n', ' '),
              counts.stream().map(c -> new StoryContext.Place(c.article(), c.sentence())).toList(),
              MOST_CITES));
    }
    if (!update) {
      found.sort(
          Comparator.comparingInt((StoryRecord.Version v) -> -v.sources())
              .thenComparing(v -> v.cites().places().get(0).article())
              .thenComparing(StoryRecord.Version::value));
    }
    return found.subList(0, Math.min(MOST_VERSIONS, found.size()));
  }

  /** What two counts of one thing are to each other. */
  private Relation relation(Count a, Count b, Given given) {
    boolean apart = !overlap(a.figure(), b.figure());
    if (!apart && !isRaised(a, b) || !a.scope().meets(b.scope())) {
      return Relation.NONE;
    }
    if (a.parts() == b.parts()) {
      return apart && isOfTwoSources(a, b) ? Relation.CONFLICT : Relation.NONE;
    }
    if (a.parts().lineage() == b.parts().lineage() || !isSameEvent(a, b)) {
      return Relation.NONE;
    }
    // an article that gives the other figure too knows of both things counted
    if (gives(given, a, b) || gives(given, b, a)) {
      return Relation.NONE;
    }
    if (!apart || updates(a, b) || isSequence(a, b, given)) {
      return Relation.UPDATE;
    }
    return Relation.CONFLICT;
  }

  /** "Sixteen died, the clinic said, while police put the toll at 14." */
  private static boolean isOfTwoSources(Count a, Count b) {
    if (a.figure().state() == null || a.scope().grown() || b.scope().grown()) {
      return false;
    }
    if (a.sentenceNumber() == b.sentenceNumber()) {
      return (a.scope().by() != null || b.scope().by() != null)
          && FigureScope.areContrasted(a.parts().tokens(), a.figure(), b.figure());
    }
    return Math.abs(a.sentenceNumber() - b.sentenceNumber()) <= NEAR_SENTENCES
        && a.scope().isOfOther(b.scope())
        && isSameEvent(a, b);
  }

  /** Whether any article gives both: it knows that one came after the other. */
  private static boolean isSequence(Count a, Count b, Given given) {
    var sequences = given.sequences.computeIfAbsent(a.range(), r -> new HashMap<>());
    Boolean known = sequences.get(b.range());
    if (known == null) {
      known = false;
      for (List<Count> told : given.byArticle.values()) {
        known |= tellsBoth(told, a, b);
      }
      sequences.put(b.range(), known);
    }
    return known;
  }

  private static boolean tellsBoth(List<Count> told, Count a, Count b) {
    for (Count left : told) {
      for (Count right : told) {
        if (overlap(left.figure(), a.figure())
            && overlap(right.figure(), b.figure())
            && !overlap(right.figure(), a.figure())
            && !isOfTwoSources(left, right)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the article of a count gives another figure too, and not as what somebody else says.
   */
  private static boolean gives(Given given, Count from, Count other) {
    for (Count count : given.byArticle.getOrDefault(from.parts(), List.of())) {
      if (count != from
          && overlap(count.figure(), other.figure())
          && !isOfTwoSources(count, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneDay(Count a, Count b) {
    return a.day() == null
        || b.day() == null
        || Math.abs(ChronoUnit.DAYS.between(a.day(), b.day())) <= 1;
  }

  private static boolean isSameEvent(Count a, Count b) {
    if (!isOneDay(a, b)) {
      return false;
    }
    double likeness = a.terms().dot(b.terms());
    if (a.figure().state() == null) {
      boolean sum = isPlainSum(a.figure()) && a.thing().indexOf(' ') < 0;
      return likeness
          >= (a.figure().unit() == null ? NEAR_WITHOUT_STATE : sum ? NEAR_SUM : NEAR_NAMED_SUM);
    }
    if (a.leading() && b.leading() || a.parts() == b.parts()) {
      return likeness >= NEAR_LEADING;
    }
    boolean one =
        a.scope().isOfOneIncident(b.scope()) && a.day() != null && a.day().equals(b.day());
    return likeness
            >= (one ? NEAR_OF_ONE : a.leading() || b.leading() ? NEAR_WITH_STATE : NEAR_BY_THE_WAY)
        && Math.max(a.figure().low(), b.figure().low())
            <= MOST_TIMES * Math.max(1, Math.min(a.figure().low(), b.figure().low()));
  }

  private static boolean overlap(Figure a, Figure b) {
    return a.low() - slack(a, a.low()) <= b.high() + slack(b, b.high())
        && b.low() - slack(b, b.low()) <= a.high() + slack(a, a.high());
  }

  /** How far from a number another may be that means the same: "300" for 312. */
  private static double slack(Figure figure, double bound) {
    if (Double.isInfinite(bound)) {
      return 0;
    }
    if (figure.rule().equals("approximate")) {
      return bound * LOOSE;
    }
    double unit = 1;
    while (unit * 10 <= bound && bound % (unit * 10) == 0) {
      unit *= 10;
    }
    return bound < LEAST_ROUND ? 0 : Math.min(unit / 2, bound * ROUNDING);
  }

  private static boolean isGrowing(Count count) {
    return count.figure().state() != null && GROWING.contains(count.figure().state());
  }

  /** "At least 12", and later 19: nothing that cannot hold, but news. */
  private static boolean isRaised(Count a, Count b) {
    if (!isGrowing(a)) {
      return false;
    }
    Count earlier = a.published().isAfter(b.published()) ? b : a;
    Count later = earlier == a ? b : a;
    return Double.isInfinite(earlier.figure().high())
        && earlier.figure().low() % 10 != 0
        && earlier.figure().low() + 1 < later.figure().low()
        && minutes(a, b) >= ONE_TIME;
  }

  private static long minutes(Count a, Count b) {
    return a.published().equals(Instant.MAX) || b.published().equals(Instant.MAX)
        ? 0
        : Math.abs(ChronoUnit.MINUTES.between(a.published(), b.published()));
  }

  /**
   * Counts grow as more becomes known; a later and higher one updates the earlier, unless two
   * sources give them at one time. What else has changed is told so.
   */
  private static boolean updates(Count a, Count b) {
    if (minutes(a, b) == 0) {
      Count grown = a.scope().grown() ? a : b;
      Count other = grown == a ? b : a;
      return grown.scope().grown() && grown.figure().low() > other.figure().high();
    }
    Count earlier = a.published().isBefore(b.published()) ? a : b;
    Count later = earlier == a ? b : a;
    if (later.scope().grown()) {
      return true;
    }
    return later.figure().low() > earlier.figure().high()
        && isGrowing(a)
        && !(a.scope().isOfOther(b.scope()) && minutes(a, b) < ONE_TIME);
  }
}

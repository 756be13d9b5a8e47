package dev.annals.record;

import dev.annals.annotation.Figure;
import dev.annals.annotation.Lemmas;
import dev.annals.annotation.TimeExpression;
import dev.annals.annotation.TimeType;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /** Words by which a report speaks of another event. */
  private static final Set<String> COMPARING =
      Set.copyOf(TextResources.lines(FigureDisagreements.class, "comparing-words.en.txt"));

  // days from the event from which a stated day is that of another
  private static final int FAR = 7;

  private static final int MOST_COMPARED = 300;
  private static final int MOST_VERSIONS = 8;
  private static final int MOST_CITES = 6;
  // what is said of the thing tells more than the words around it
  private static final double NEAR_WITH_STATE = 0.12;
  private static final double NEAR_WITHOUT_STATE = 0.4;
  // shares and sums of money are told of many things
  private static final double NEAR_SUM = 0.55;

  /** A figure of one article. */
  record Count(
      ArticleParts parts,
      String thing,
      Figure figure,
      Span sentence,
      @Nullable LocalDate day,
      Instant published,
      TermVector terms) {

    StoryArticle article() {
      return parts.article();
    }
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
    for (Figure figure : article.annotations().figures()) {
      Role role = context.role(article, figure.start());
      if (!role.isBody() && role != Role.CAPTION && role != Role.STANDFIRST) {
        continue;
      }
      int sentence = tokens.sentence(Math.min(tokens.at(figure.start()), tokens.size() - 1));
      LocalDate day = times.when(article, figure.time(), "narrated").day();
      if (PASSING.contains(figure.thing().toLowerCase(Locale.ROOT))
          || isOfOther(tokens, sentence)
          || namesOther(times, article, tokens.sentenceSpan(sentence), day)) {
        continue;
      }
      counts.add(
          new Count(
              parts,
              thing(figure),
              figure,
              tokens.sentenceSpan(sentence),
              day,
              parts.order(),
              vectors.of(article, tokens.sentenceFirst(sentence), tokens.sentenceEnd(sentence))));
    }
    return List.copyOf(counts);
  }

  /** "On the anniversary of the flood that killed twenty". */
  private static boolean isOfOther(Tokens tokens, int sentence) {
    for (int i = tokens.sentenceFirst(sentence); i < tokens.sentenceEnd(sentence); i++) {
      if (COMPARING.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence states a day, a month or a year far from the one that is told of. */
  private static boolean namesOther(
      StoryTimes times, StoryArticle article, Span sentence, @Nullable LocalDate told) {
    LocalDate day = told == null ? times.published(article) : told;
    for (TimeExpression time : article.annotations().times()) {
      if (time.start() >= sentence.end()) {
        return false;
      }
      String date =
          sentence.contains(time.start()) && time.type() == TimeType.DATE
              ? StoryTimes.read(time.value(), null, "stated").date()
              : null;
      if (date != null && day != null && !day.toString().startsWith(date)) {
        LocalDate other = StoryTimes.read(time.value(), null, "stated").day();
        if (other == null || Math.abs(ChronoUnit.DAYS.between(other, day)) > FAR) {
          return true;
        }
      }
    }
    return false;
  }

  private static String thing(Figure figure) {
    var thing = new StringBuilder(Lemmas.noun(figure.thing().toLowerCase(Locale.ROOT)));
    if (figure.unit() != null && !figure.unit().equals(figure.thing())) {
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
    int[] lineages = counts.stream().mapToInt(c -> c.parts().lineage()).toArray();
    boolean update = true;
    boolean any = false;
    for (int i = 0; i < counts.size(); i++) {
      for (int j = 0; j < i; j++) {
        Count earlier = counts.get(j);
        Count later = counts.get(i);
        if (conflicting[i] && conflicting[j] && !update) {
          continue; // one more conflict says nothing new
        }
        if (lineages[i] != lineages[j] && conflict(earlier, later, counts)) {
          any = true;
          conflicting[i] = true;
          conflicting[j] = true;
          update &= updates(earlier, later) || isSequence(earlier, later, counts);
        }
      }
    }
    if (!any) {
      return;
    }
    var versions = new LinkedHashMap<String, List<Count>>();
    for (int i = 0; i < counts.size(); i++) {
      if (conflicting[i]) {
        Figure figure = counts.get(i).figure();
        versions
            .computeIfAbsent(figure.low() + ".." + figure.high(), key -> new ArrayList<>())
            .add(counts.get(i));
      }
    }
    found.add(
        new StoryRecord.Disagreement(
            about(counts.get(0).figure()), "figure", update, versions(versions)));
  }

  private static String about(Figure figure) {
    String state = figure.state();
    return state == null ? figure.thing() : figure.thing() + ' ' + state.replace('-', ' ');
  }

  private List<StoryRecord.Version> versions(LinkedHashMap<String, List<Count>> versions) {
    var found = new ArrayList<StoryRecord.Version>();
    for (List<Count> counts : versions.values()) {
      Count first = counts.get(0);
      String words =
          first.article().article().text().substring(first.figure().start(), first.figure().end());
      found.add(
          context.version(
              words.replace('\n', ' '),
              counts.stream().map(c -> new StoryContext.Place(c.article(), c.sentence())).toList(),
              MOST_CITES));
    }
    found.sort(
        Comparator.comparingInt((StoryRecord.Version v) -> -v.sources())
            .thenComparing(v -> v.cites().places().get(0).article())
            .thenComparing(StoryRecord.Version::value));
    return found.subList(0, Math.min(MOST_VERSIONS, found.size()));
  }

  /** Whether two of different lineages give one thing different figures. */
  private static boolean conflict(Count a, Count b, List<Count> counts) {
    if (overlap(a.figure(), b.figure()) || !isSameEvent(a, b)) {
      return false;
    }
    // an article that gives the other figure too knows of both things counted
    return !gives(counts, a.parts(), b) && !gives(counts, b.parts(), a);
  }

  /** Whether any article gives both: it knows that one came after the other. */
  private static boolean isSequence(Count a, Count b, List<Count> counts) {
    var articles = new HashSet<ArticleParts>();
    for (Count count : counts) {
      if (overlap(count.figure(), a.figure())) {
        articles.add(count.parts());
      }
    }
    for (Count count : counts) {
      if (overlap(count.figure(), b.figure())
          && !overlap(count.figure(), a.figure())
          && articles.contains(count.parts())) {
        return true;
      }
    }
    return false;
  }

  private static boolean gives(List<Count> counts, ArticleParts article, Count other) {
    for (Count count : counts) {
      if (count.parts() == article && overlap(count.figure(), other.figure())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSameEvent(Count a, Count b) {
    if (a.day() != null
        && b.day() != null
        && Math.abs(ChronoUnit.DAYS.between(a.day(), b.day())) > 1) {
      return false;
    }
    boolean told = a.figure().state() != null;
    double near =
        told ? NEAR_WITH_STATE : a.figure().unit() == null ? NEAR_WITHOUT_STATE : NEAR_SUM;
    return a.terms().dot(b.terms()) >= near;
  }

  private static boolean overlap(Figure a, Figure b) {
    return a.low() <= b.high() && b.low() <= a.high();
  }

  /** Counts grow as more becomes known; a later and higher one updates the earlier. */
  private static boolean updates(Count a, Count b) {
    int order = a.published().compareTo(b.published());
    if (order == 0 || a.published().equals(Instant.MAX) || b.published().equals(Instant.MAX)) {
      return false;
    }
    Count earlier = order < 0 ? a : b;
    Count later = order < 0 ? b : a;
    return later.figure().low() > earlier.figure().high();
  }
}

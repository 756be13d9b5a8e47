package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Modality;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds events that articles of different lineages put at different times or places: the same kind
 * of event with the same participants in nearly the same words.
 */
final class TimeDisagreements {

  private static final int MOST_COMPARED = 200;
  private static final int MOST_CITES = 6;
  // below, reports tell of two events of a kind oftener than of one
  private static final double NEAR = 0.42;
  private static final int MOST_DAYS_APART = 3;
  private static final int LEAST_MINUTES_APART = 15;

  /** An event of one article with a time that the sentence states. */
  private record Timed(
      StoryArticle article,
      Event event,
      Span sentence,
      StoryTimes.When when,
      Set<String> participants,
      TermVectors.Vector terms) {}

  private final StoryContext context;

  TimeDisagreements(StoryContext context) {
    this.context = context;
  }

  List<StoryRecord.Disagreement> find(StoryTimes times, TermVectors vectors) {
    var byKind = new TreeMap<String, List<Timed>>();
    for (StoryArticle article : context.articles()) {
      Tokens tokens = context.tokens(article);
      String text = article.article().text();
      for (Event event : article.annotations().events()) {
        Role role = context.role(article, event.sentence().start());
        if (event.modality() != Modality.ASSERTED
            || event.background()
            || !role.isBody()
            || !"stated".equals(event.timeRule())
            || event.time() == null) {
          continue;
        }
        int sentence =
            tokens.sentence(Math.min(tokens.at(event.predicate().start()), tokens.size() - 1));
        var participants = new java.util.TreeSet<String>();
        if (event.subject() != null) {
          participants.addAll(TermVectors.words(text, event.subject()));
        }
        if (event.object() != null) {
          participants.addAll(TermVectors.words(text, event.object()));
        }
        byKind
            .computeIfAbsent(event.kind(), key -> new ArrayList<>())
            .add(
                new Timed(
                    article,
                    event,
                    event.sentence(),
                    times.when(article, event.time(), "stated"),
                    participants,
                    vectors.of(
                        article, tokens.sentenceFirst(sentence), tokens.sentenceEnd(sentence))));
      }
    }
    var found = new ArrayList<StoryRecord.Disagreement>();
    for (List<Timed> timed : byKind.values()) {
      compare(timed, found);
    }
    return found;
  }

  private void compare(List<Timed> all, List<StoryRecord.Disagreement> found) {
    var timed = all.subList(0, Math.min(MOST_COMPARED, all.size()));
    var used = new boolean[timed.size()];
    for (int i = 0; i < timed.size(); i++) {
      if (used[i]) {
        continue;
      }
      var versions = new LinkedHashMap<String, List<Timed>>();
      versions.computeIfAbsent(value(timed.get(i)), key -> new ArrayList<>()).add(timed.get(i));
      for (int j = i + 1; j < timed.size(); j++) {
        if (!used[j] && isSame(timed.get(i), timed.get(j))) {
          boolean differs = differs(timed.get(i), timed.get(j), timed);
          if (differs || value(timed.get(i)).equals(value(timed.get(j)))) {
            versions
                .computeIfAbsent(value(timed.get(j)), key -> new ArrayList<>())
                .add(timed.get(j));
            used[j] = true;
          }
        }
      }
      if (versions.size() > 1) {
        found.add(disagreement(timed.get(i), versions));
      }
    }
  }

  private StoryRecord.Disagreement disagreement(
      Timed first, LinkedHashMap<String, List<Timed>> versions) {
    var told = new ArrayList<StoryRecord.Version>();
    versions.forEach(
        (value, timed) -> {
          var cites = new ArrayList<Cite>();
          for (Timed one : timed) {
            Cite cite = context.cite(one.article(), one.sentence().start(), one.sentence().end());
            if (!cites.contains(cite) && cites.size() < MOST_CITES) {
              cites.add(cite);
            }
          }
          told.add(new StoryRecord.Version(value, context.sources(cites), new Cites(cites)));
        });
    told.sort(Comparator.comparing(StoryRecord.Version::value));
    return new StoryRecord.Disagreement(about(first), "time", false, told);
  }

  private static String about(Timed timed) {
    String text = timed.article().article().text();
    var about = new StringBuilder();
    append(about, timed.event().subject(), text);
    append(about, timed.event().predicate(), text);
    append(about, timed.event().object(), text);
    return about.toString().replace('\n', ' ');
  }

  private static void append(StringBuilder about, @Nullable Span span, String text) {
    if (span != null) {
      if (about.length() > 0) {
        about.append(' ');
      }
      about.append(span.of(text));
    }
  }

  private static String value(Timed timed) {
    String time = timed.when().time();
    return timed.when().date() + (time == null ? "" : "T" + time);
  }

  private boolean isSame(Timed a, Timed b) {
    return context.lineageOf(a.article().article().id())
            != context.lineageOf(b.article().article().id())
        && !Collections.disjoint(a.participants(), b.participants())
        && a.terms().dot(b.terms()) >= NEAR;
  }

  /** Different days of a few, or clock times of one day too far apart to be rounding. */
  private static boolean differs(Timed a, Timed b, List<Timed> all) {
    LocalDate left = a.when().day();
    LocalDate right = b.when().day();
    if (left == null || right == null) {
      return false;
    }
    long days = Math.abs(ChronoUnit.DAYS.between(left, right));
    if (days > 0) {
      return days <= MOST_DAYS_APART && !tellsBoth(a, right, all) && !tellsBoth(b, left, all);
    }
    int minutes = minutes(a.when().time());
    int others = minutes(b.when().time());
    return minutes >= 0 && others >= 0 && Math.abs(minutes - others) >= LEAST_MINUTES_APART;
  }

  /** An article that tells such an event of both days knows of two. */
  private static boolean tellsBoth(Timed timed, LocalDate day, List<Timed> all) {
    for (Timed other : all) {
      if (other.article() == timed.article() && day.equals(other.when().day())) {
        return true;
      }
    }
    return false;
  }

  private static int minutes(@Nullable String time) {
    if (time == null || time.length() < 5) {
      return -1;
    }
    return ((time.charAt(0) - '0') * 10 + time.charAt(1) - '0') * 60
        + (time.charAt(3) - '0') * 10
        + time.charAt(4)
        - '0';
  }
}

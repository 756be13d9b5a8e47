package dev.annals.record;

import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds events that articles of different lineages put at different times: the same kind of event
 * with the same participants in nearly the same words.
 */
final class TimeDisagreements {

  private static final int MOST_COMPARED = 200;
  private static final int MOST_CITES = 6;
  private static final int MOST_DAYS_APART = 3;
  private static final int LEAST_MINUTES_APART = 15;

  // what is enough for a departure at two clock times of one day, by those who share a name
  private static final double NEAR = 0.15;

  /** Kinds of events that are compared as another: "departed" as "left". */
  private static final Map<String, String> KINDS = kinds();

  /** Words before a clock time that leave it open. */
  private static final Set<String> LOOSE =
      Set.copyOf(TextResources.lines(TimeDisagreements.class, "loose-clocks.en.txt"));

  /** Verbs beside which the stated day may be that of what was said. */
  private static final Set<String> SAYING =
      Set.copyOf(TextResources.lines(TimeDisagreements.class, "saying-verbs.en.txt"));

  /** Kinds of events of which there is one in a story at one place. */
  private static final Set<String> SINGLE =
      Set.copyOf(TextResources.lines(TimeDisagreements.class, "single-deeds.en.txt"));

  private final StoryContext context;

  TimeDisagreements(StoryContext context) {
    this.context = context;
  }

  List<StoryRecord.Disagreement> find(Map<String, List<ToldEvent>> byKind) {
    var found = new ArrayList<StoryRecord.Disagreement>();
    var together = new TreeMap<String, List<ToldEvent>>();
    byKind.forEach(
        (kind, told) ->
            together
                .computeIfAbsent(KINDS.getOrDefault(kind, kind), k -> new ArrayList<>())
                .addAll(told));
    for (List<ToldEvent> told : together.values()) {
      compare(told.stream().filter(TimeDisagreements::isDated).toList(), found);
    }
    return found;
  }

  /** Whether the day is stated, and not that of what somebody said. */
  private static boolean isDated(ToldEvent told) {
    return "stated".equals(told.event().timeRule()) && !SAYING.contains(told.event().lemma());
  }

  private void compare(List<ToldEvent> all, List<StoryRecord.Disagreement> found) {
    var timed = all.subList(0, Math.min(MOST_COMPARED, all.size()));
    var used = new boolean[timed.size()];
    for (int i = 0; i < timed.size(); i++) {
      if (used[i]) {
        continue;
      }
      var versions = new LinkedHashMap<String, List<ToldEvent>>();
      versions.computeIfAbsent(value(timed.get(i)), key -> new ArrayList<>()).add(timed.get(i));
      for (int j = i + 1; j < timed.size(); j++) {
        if (!used[j]
            && (isClocked(timed.get(i), timed.get(j)) || timed.get(i).isSame(timed.get(j)))) {
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
      ToldEvent first, LinkedHashMap<String, List<ToldEvent>> versions) {
    var told = new ArrayList<StoryRecord.Version>();
    versions.forEach(
        (value, timed) -> {
          told.add(
              context.version(value, timed.stream().map(ToldEvent::place).toList(), MOST_CITES));
        });
    told.sort(Comparator.comparing(StoryRecord.Version::value));
    return new StoryRecord.Disagreement(first.about(), "time", false, told);
  }

  private static String value(ToldEvent timed) {
    String time = timed.when().time();
    return timed.when().date() + (time == null ? "" : "T" + time);
  }

  /** Different days of a few, or clock times of one day too far apart to be rounding. */
  private boolean differs(ToldEvent a, ToldEvent b, List<ToldEvent> all) {
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
    return minutes >= 0
        && others >= 0
        && Math.abs(minutes - others) >= LEAST_MINUTES_APART
        && !isLoose(a)
        && !isLoose(b)
        && !tellsBoth(a, b, all)
        && !tellsBoth(b, a, all);
  }

  /** An article that tells such an event of both hours knows of two. */
  private static boolean tellsBoth(ToldEvent timed, ToldEvent other, List<ToldEvent> all) {
    for (ToldEvent one : all) {
      if (one != timed && one.article() == timed.article() && value(one).equals(value(other))) {
        return true;
      }
    }
    return false;
  }

  /** Whether two reports of one day give hours for a deed of somebody whom both name. */
  private boolean isClocked(ToldEvent a, ToldEvent b) {
    LocalDate day = a.when().day();
    return day != null
        && day.equals(b.when().day())
        && minutes(a.when().time()) >= 0
        && minutes(b.when().time()) >= 0
        && context.lineageOf(a.article().article().id())
            != context.lineageOf(b.article().article().id())
        && (!Collections.disjoint(names(a), names(b)) || isOfOnePlace(a, b))
        && a.terms().dot(b.terms()) >= NEAR;
  }

  /** "A plane crashed into Mount Hallen": a deed without a name of a place that both name. */
  private static boolean isOfOnePlace(ToldEvent a, ToldEvent b) {
    return SINGLE.contains(a.event().kind())
        && a.event().kind().equals(b.event().kind())
        && !Collections.disjoint(places(a), places(b));
  }

  private static Set<String> places(ToldEvent told) {
    var places = new TreeSet<String>();
    for (int i = told.nextName(); i < told.endName(); i++) {
      places.add(told.article().annotations().mentions().get(i).name());
    }
    return places;
  }

  /** Words with a capital in who did it. */
  private static Set<String> names(ToldEvent told) {
    Span subject = told.event().subject();
    var names = new TreeSet<String>();
    if (subject != null) {
      for (String word : subject.of(told.article().article().text()).split(" ")) {
        if (!word.isEmpty()
            && Character.isUpperCase(word.charAt(0))
            && !ContentWords.isStopword(word.toLowerCase(Locale.ROOT))) {
          names.add(word);
        }
      }
    }
    return names;
  }

  /** "Shortly after 8 a.m.": no hour that another could contradict. */
  private boolean isLoose(ToldEvent told) {
    Tokens tokens = context.tokens(told.article());
    int first = tokens.at(told.event().sentence().start());
    for (int i = first; i + 1 < tokens.size(); i++) {
      if (tokens.start(i) >= told.event().sentence().end()) {
        return false;
      }
      if (LOOSE.contains(tokens.lower(i)) && Character.isDigit(tokens.first(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> kinds() {
    var kinds = new TreeMap<String, String>();
    for (String line : TextResources.lines(TimeDisagreements.class, "clocked-deeds.en.txt")) {
      int blank = line.indexOf(' ');
      kinds.put(line.substring(0, blank), line.substring(blank + 1));
    }
    return Collections.unmodifiableMap(kinds);
  }

  /** An article that tells such an event of both days knows of two. */
  private static boolean tellsBoth(ToldEvent timed, LocalDate day, List<ToldEvent> all) {
    for (ToldEvent other : all) {
      if (other.parts() == timed.parts() && day.equals(other.when().day())) {
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

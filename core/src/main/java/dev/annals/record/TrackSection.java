package dev.annals.record;

import dev.annals.annotation.Change;
import dev.annals.annotation.Modality;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.record.Tracks.Merged;
import dev.annals.record.Tracks.Told;
import dev.annals.text.TextResources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compiles the tracks: how each thing stood, in order of time, with who says so. */
final class TrackSection {

  private static final int MOST_TRACKS = 30;
  private static final int MOST_STATES = 25;
  private static final int MOST_CITES = 8;
  private static final int MIDDLE = 4;
  private static final int LAST = 9;
  private static final String AGAIN =
      ' ' + TextResources.lines(Change.class, "again.en.txt").get(0);
  // from so many sources a fact without a day is news
  private static final int MANY = 3;
  // days before the first report from which a state is no part of the story
  private static final int HORIZON = 400;
  // days before a report from which what it tells with its day is news
  private static final int NEWS_DAYS = 4;
  private static final int DAY = 10;
  private static final Map<String, Integer> ORDER = order();

  private static Map<String, Integer> order() {
    var order = new HashMap<String, Integer>();
    for (String line : TextResources.lines(TrackSection.class, "state-order.en.txt")) {
      int blank = line.lastIndexOf(' ');
      order.put(line.substring(0, blank), Integer.valueOf(line.substring(blank + 1)));
    }
    return order;
  }

  List<StoryRecord.Track> compile(StoryContext context) {
    var weighed = new ArrayList<Map.Entry<StoryRecord.Track, Double>>();
    var notices = Retractions.of(context.parts());
    for (Merged merged : context.tracks()) {
      var states = states(context, merged, notices);
      if (isWorthTelling(context, merged, states)) {
        double weight = 0;
        for (StoryRecord.State state : states) {
          weight +=
              (state.modality() == Modality.ASSERTED ? 1 : 0.5)
                  * (state.sources() + 0.2 * state.cites().places().size());
        }
        weighed.add(Map.entry(new StoryRecord.Track(subject(merged.subject()), states), weight));
      }
    }
    weighed.sort(
        Comparator.comparingDouble((Map.Entry<StoryRecord.Track, Double> e) -> -e.getValue())
            .thenComparing(e -> e.getKey().subject()));
    return weighed.stream().limit(MOST_TRACKS).map(Map.Entry::getKey).toList();
  }

  /** "The session" in the middle of a line is "the session". */
  private static String subject(String subject) {
    int blank = subject.indexOf(' ');
    if (blank > 0) {
      String first = subject.substring(0, blank).toLowerCase(Locale.ROOT);
      if (ContentWords.isStopword(first)) {
        return first + subject.substring(blank);
      }
    }
    return subject;
  }

  /**
   * Whether something changed that the story is about: a fact that two sources tell of or that
   * stands in a headline or a lead, or two states of one thing, one of them a fact with its day.
   * What is told once in passing is no track, nor are plans of which none has a day.
   */
  private static boolean isWorthTelling(
      StoryContext context, Merged merged, List<StoryRecord.State> states) {
    var names = new HashSet<String>();
    boolean news = merged.told().stream().anyMatch(Told::news);
    boolean fact = false;
    boolean datedFact = false;
    boolean dated = false;
    int told = 0;
    for (StoryRecord.State state : states) {
      names.add(state.state());
      boolean is = isFact(state);
      fact |= is;
      datedFact |= is && state.date() != null;
      dated |= state.date() != null;
      told = Math.max(told, state.sources());
    }
    if (news || told >= MANY) {
      return fact || dated && names.size() > 1;
    }
    if (fact && states.stream().anyMatch(s -> s.modality() == Modality.CONDITIONAL)) {
      return true; // "locked it, and would lock it for good if …"
    }
    if (datedFact && merged.told().stream().anyMatch(t -> isOfTheseDays(context, t))) {
      return true;
    }
    return datedFact && (told > 1 || names.size() > 1 || merged.told().size() > 1);
  }

  /** Whether a fact has its day stated, and that is one shortly before its report. */
  private static boolean isOfTheseDays(StoryContext context, Told told) {
    LocalDate day = told.when().day();
    LocalDate published = context.parts(told.article()).published();
    Modality modality = told.change().modality();
    return told.isStated()
        && (modality == Modality.ASSERTED || modality == Modality.ENDED)
        && day != null
        && published != null
        && !day.isAfter(published)
        && !day.isBefore(published.minusDays(NEWS_DAYS));
  }

  private static List<StoryRecord.State> states(
      StoryContext context, Merged merged, Map<String, String> notices) {
    String horizon = horizon(context);
    var recent = new ArrayList<Told>();
    for (Told told : merged.told()) {
      String date = told.when().date();
      if (date == null || date.compareTo(horizon) >= 0) {
        recent.add(told); // else another thing of the same name, years ago
      }
    }
    var states = new ArrayList<StoryRecord.State>();
    for (TrackStates.Group group : TrackStates.of(context, recent)) {
      var cites =
          context.cites(
              group.told.stream()
                  .map(t -> new StoryContext.Place(t.article(), t.sentence()))
                  .toList(),
              MOST_CITES);
      states.add(
          new StoryRecord.State(
              group.state,
              group.date,
              group.modality,
              sources(context, cites, notices),
              new Cites(cites)));
    }
    states.sort(
        Comparator.comparing(TrackSection::day)
            .thenComparingInt(TrackSection::place)
            .thenComparingInt(s -> s.modality() == Modality.ASSERTED ? 0 : 1)
            .thenComparing(StoryRecord.State::state)
            .thenComparing(StoryRecord.State::modality));
    byClock(states);
    byCourse(states);
    var all = List.copyOf(states);
    states.removeIf(state -> isFulfilled(state, all));
    if (Tracks.PERSONS.contains(merged.track())) {
      // what somebody expects to become of a person
      states.removeIf(state -> !isFact(state) && state.date() == null && !isDenial(state));
    }
    if (states.stream().noneMatch(state -> isFact(state) && state.date() != null)) {
      // what might become of a thing of which nothing is told
      boolean told = states.stream().anyMatch(TrackSection::isFact);
      states.removeIf(
          state ->
              !isFact(state)
                  && state.date() == null
                  && !(told && state.modality() == Modality.CONDITIONAL));
    }
    return List.copyOf(states.subList(0, Math.min(MOST_STATES, states.size())));
  }

  /** The independent sources that stand by what they told; all where none does. */
  private static int sources(StoryContext context, List<Cite> cites, Map<String, String> notices) {
    var standing =
        cites.stream()
            .filter(cite -> !StoryRecord.RETRACTED.equals(notices.get(cite.article())))
            .toList();
    return context.sources(standing.isEmpty() ? cites : standing);
  }

  /** The place of a state in the usual course; what is told to be so again comes last. */
  private static int place(StoryRecord.State state) {
    Integer place = ORDER.get(state.state());
    return place != null ? place : state.state().endsWith(AGAIN) ? LAST : MIDDLE;
  }

  private static boolean isDenial(StoryRecord.State state) {
    return state.modality() == Modality.DENIED;
  }

  private static boolean isFact(StoryRecord.State state) {
    return state.modality() == Modality.ASSERTED || state.modality() == Modality.ENDED;
  }

  /** The day before which a state is no part of the story, or one before all days. */
  private static String horizon(StoryContext context) {
    LocalDate first = null;
    for (ArticleParts article : context.parts()) {
      LocalDate day = article.published();
      first = first == null || day != null && day.isBefore(first) ? day : first;
    }
    return first == null ? "" : first.minusDays(HORIZON).toString();
  }

  private static String day(StoryRecord.State state) {
    String date = state.date();
    return date == null ? "~" : date.length() > DAY ? date.substring(0, DAY) : date;
  }

  /** A fact without a day that comes before all others in the usual course is the first. */
  private static void byCourse(List<StoryRecord.State> states) {
    int first = Integer.MAX_VALUE;
    for (StoryRecord.State state : states) {
      if (isFact(state) && state.date() != null) {
        first = Math.min(first, place(state));
      }
    }
    var before = new ArrayList<StoryRecord.State>();
    for (StoryRecord.State state : states) {
      if (isFact(state) && state.date() == null && place(state) < first) {
        before.add(state);
      }
    }
    if (first < Integer.MAX_VALUE) {
      states.removeAll(before);
      states.addAll(0, before);
    }
  }

  /** Neighbours of one day that both have a clock time follow the clock. */
  private static void byClock(List<StoryRecord.State> states) {
    for (int pass = 0; pass < states.size(); pass++) {
      for (int i = 1; i < states.size(); i++) {
        String before = states.get(i - 1).date();
        String after = states.get(i).date();
        if (before != null
            && after != null
            && before.length() > DAY
            && after.length() > DAY
            && day(states.get(i - 1)).equals(day(states.get(i)))
            && before.compareTo(after) > 0) {
          Collections.swap(states, i - 1, i);
        }
      }
    }
  }

  /** A plan that was carried out needs no line of its own, unless it is of a day before. */
  private static boolean isFulfilled(StoryRecord.State state, List<StoryRecord.State> states) {
    return state.modality() == Modality.PLANNED
        && states.stream()
            .anyMatch(
                other ->
                    other.modality() == Modality.ASSERTED
                        && other.state().equals(state.state())
                        && (state.date() == null || day(other).equals(day(state))));
  }
}

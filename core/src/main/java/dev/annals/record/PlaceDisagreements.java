package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Figure;
import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds events that articles of different lineages put at different places: the same kind of event
 * with the same participants in nearly the same words, each "in" or "at" a place that the other
 * article never names. A country or state is no other place than a town in it.
 */
final class PlaceDisagreements {

  private static final int MOST_COMPARED = 200;
  private static final int MOST_CITES = 6;
  private static final Set<String> PREPOSITIONS =
      Set.copyOf(TextResources.lines(PlaceDisagreements.class, "place-prepositions.en.txt"));
  private static final Set<String> REGIONS =
      Set.copyOf(TextResources.lines(PlaceDisagreements.class, "regions.en.txt"));

  /** Words that name what happens at one place, with its kind. */
  private static final Map<String, String> WORDS = table("incident-words");

  /** How a kind is called. */
  private static final Map<String, String> KINDS = table("incident-names");

  /** Words between a preposition and the name of a place. */
  private static final Set<String> OPENINGS =
      Set.copyOf(TextResources.lines(PlaceDisagreements.class, "place-openings.en.txt"));

  /** Prepositions that put something inside a place, not near it. */
  private static final Set<String> WITHIN =
      Set.copyOf(TextResources.lines(PlaceDisagreements.class, "inside-prepositions.en.txt"));

  private static final String MEETING = "meet";

  /**
   * What a report begins with, and where.
   *
   * @param counts what it counts at its beginning
   * @param people whom it names there
   */
  record Incident(
      ArticleParts parts,
      String kind,
      String place,
      Set<String> counts,
      Set<String> people,
      Span sentence,
      @Nullable LocalDate day) {

    /** Whether two reports tell of one, by whom they name or by what they count. */
    boolean isSame(Incident other, StoryContext context) {
      if (parts.lineage() == other.parts.lineage()
          || day == null
          || other.day == null
          || !day.equals(other.day)) {
        return false;
      }
      int common = 0;
      for (String person : people) {
        String name = context.personName(parts.id(), person);
        for (String its : other.people) {
          common += name.equals(context.personName(other.parts.id(), its)) ? 1 : 0;
        }
      }
      return kind.equals(MEETING)
          ? common > 1
          : common > 0 || !Collections.disjoint(counts, other.counts);
    }
  }

  /** The kind of incident that a word names, or null. */
  static @Nullable String incident(String word) {
    return WORDS.get(word);
  }

  private static Map<String, String> table(String name) {
    var table = new HashMap<String, String>();
    for (String line : TextResources.lines(PlaceDisagreements.class, name + ".en.txt")) {
      int blank = line.indexOf(' ');
      table.put(line.substring(0, blank), line.substring(blank + 1));
    }
    return Map.copyOf(table);
  }

  /** An event with where it happened. */
  private record Placed(ToldEvent told, String preposition, String place) {}

  private final StoryContext context;

  /** Whether a report names two places in one sentence, as far as asked. */
  private final Map<String, Boolean> together = new HashMap<>();

  PlaceDisagreements(StoryContext context) {
    this.context = context;
  }

  List<StoryRecord.Disagreement> find(Map<String, List<ToldEvent>> byKind) {
    var found = new ArrayList<StoryRecord.Disagreement>();
    incidents(found);
    for (List<ToldEvent> told : byKind.values()) {
      var placed = new ArrayList<Placed>();
      for (ToldEvent event : told) {
        Placed one = placed(event);
        if (one != null && placed.size() < MOST_COMPARED) {
          placed.add(one);
        }
      }
      compare(placed, found);
    }
    return distinct(found);
  }

  /** The same places are told once, however many verbs tell of them. */
  private static List<StoryRecord.Disagreement> distinct(List<StoryRecord.Disagreement> found) {
    var kept = new ArrayList<StoryRecord.Disagreement>();
    var known = new HashSet<Set<String>>();
    for (StoryRecord.Disagreement one : found) {
      var places = new TreeSet<String>();
      one.versions().forEach(version -> places.add(version.value()));
      if (known.add(places)) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** What reports begin with: one blast, told of two places by reports that share who or what. */
  private void incidents(List<StoryRecord.Disagreement> found) {
    var byKind = new TreeMap<String, List<Incident>>();
    for (ArticleParts article : context.parts()) {
      var incidents =
          article.incidents.get(
              context.times().setting(article.article()), () -> incidents(context, article));
      for (Incident incident : incidents) {
        if (!REGIONS.contains(StoryNames.normal(incident.place()))) {
          byKind.computeIfAbsent(incident.kind(), key -> new ArrayList<>()).add(incident);
        }
      }
    }
    byKind.forEach(
        (kind, told) -> {
          var versions = versions(told.subList(0, Math.min(MOST_COMPARED, told.size())));
          if (versions.size() > 1) {
            var given = new ArrayList<StoryRecord.Version>();
            versions.forEach(
                (place, incidents) ->
                    given.add(
                        context.version(
                            place,
                            incidents.stream()
                                .map(
                                    one ->
                                        new StoryContext.Place(
                                            one.parts().article(), one.sentence()))
                                .toList(),
                            MOST_CITES)));
            found.add(new StoryRecord.Disagreement(about(kind), "place", false, given));
          }
        });
  }

  private static String about(String kind) {
    return KINDS.getOrDefault(kind, kind);
  }

  private TreeMap<String, List<Incident>> versions(List<Incident> told) {
    var versions = new TreeMap<String, List<Incident>>();
    for (int i = 0; i < told.size(); i++) {
      for (int j = 0; j < i; j++) {
        Incident a = told.get(i);
        Incident b = told.get(j);
        if (!a.place().equals(b.place()) && a.isSame(b, context) && differ(a, b)) {
          add(versions, b);
          add(versions, a);
        }
      }
    }
    for (Incident one : versions.isEmpty() ? List.<Incident>of() : told) {
      if (versions.containsKey(one.place())) {
        add(versions, one);
      }
    }
    return versions;
  }

  private static void add(TreeMap<String, List<Incident>> versions, Incident incident) {
    var told = versions.computeIfAbsent(incident.place(), key -> new ArrayList<>());
    if (!told.contains(incident)) {
      told.add(incident);
    }
  }

  private boolean differ(Incident a, Incident b) {
    return !a.place().contains(b.place())
        && !b.place().contains(a.place())
        && !names(a.parts().article(), b.place())
        && !names(b.parts().article(), a.place())
        && !together.computeIfAbsent(
            a.place() + '\t' + b.place(), key -> areNamedTogether(a.place(), b.place()));
  }

  /** Whether a report names both in one sentence: "in Crosby, near Houston". */
  private boolean areNamedTogether(String place, String other) {
    for (ArticleParts parts : context.parts()) {
      Tokens tokens = parts.tokens();
      int last = -1;
      int lastOther = -1;
      for (Mention mention : parts.article().annotations().mentions()) {
        if (mention.name().equals(place) || mention.name().equals(other)) {
          int sentence = tokens.sentence(Math.min(tokens.at(mention.start()), tokens.size() - 1));
          last = mention.name().equals(place) ? sentence : last;
          lastOther = mention.name().equals(other) ? sentence : lastOther;
          if (last == lastOther) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<Incident> incidents(StoryContext context, ArticleParts parts) {
    var found = new ArrayList<Incident>();
    StoryArticle article = parts.article();
    Tokens tokens = parts.tokens();
    int end = parts.lead().end();
    var shared = new TreeSet<String>();
    for (Figure figure : article.annotations().figures()) {
      if (figure.start() >= end) {
        break;
      }
      if (figure.state() != null && figure.low() > 1) {
        shared.add(figure.state() + (long) figure.low());
      }
    }
    var people = new TreeSet<String>();
    for (Mention mention : article.annotations().mentions()) {
      if (mention.start() < end && mention.type() == MentionType.PERSON) {
        people.add(mention.name());
      }
    }
    for (int s = 0; s < tokens.sentences() && tokens.sentenceSpan(s).start() < end; s++) {
      Span span = tokens.sentenceSpan(s);
      if (!context.role(article, span.start()).isBody()) {
        continue;
      }
      int word = incidentWord(tokens, s);
      String place = word < 0 ? null : placeOf(article, tokens, s, word);
      if (place != null) {
        String kind = Objects.requireNonNull(WORDS.get(tokens.lower(word)));
        found.add(
            new Incident(parts, kind, place, shared, people, span, dayOf(context, article, span)));
      }
    }
    return List.copyOf(found);
  }

  private static int incidentWord(Tokens tokens, int sentence) {
    for (int t = tokens.sentenceFirst(sentence); t < tokens.sentenceEnd(sentence); t++) {
      if (WORDS.containsKey(tokens.lower(t))) {
        return t;
      }
    }
    return -1;
  }

  /** The first place behind what happened that "in" or "at" stands before, else before it. */
  private static @Nullable String placeOf(
      StoryArticle article, Tokens tokens, int sentence, int word) {
    Span span = tokens.sentenceSpan(sentence);
    String before = null;
    for (Mention mention : article.annotations().mentions()) {
      if (mention.type() != MentionType.PLACE || !span.contains(mention.start())) {
        continue;
      }
      int t = tokens.at(mention.start()) - 1;
      while (t > tokens.sentenceFirst(sentence) && OPENINGS.contains(tokens.lower(t))) {
        t--;
      }
      if (t < tokens.sentenceFirst(sentence) || !WITHIN.contains(tokens.lower(t))) {
        continue;
      }
      if (t > word) {
        return mention.name();
      }
      before = before == null ? mention.name() : before;
    }
    return before;
  }

  private static @Nullable LocalDate dayOf(
      StoryContext context, StoryArticle article, Span sentence) {
    for (Event event : article.annotations().events()) {
      if (event.sentence().equals(sentence) && event.time() != null) {
        LocalDate day = context.times().when(article, event.time(), event.timeRule()).day();
        if (day != null) {
          return day;
        }
      }
    }
    return null;
  }

  /** The place right after a preposition of place nearest behind the verb, or null. */
  private @Nullable Placed placed(ToldEvent told) {
    Tokens tokens = told.parts().tokens();
    for (int i = told.nextName(); i < told.endName(); i++) {
      Mention mention = told.article().annotations().mentions().get(i);
      if (context.names().type(mention) != MentionType.PLACE) {
        continue;
      }
      int token = tokens.at(mention.start());
      if (token < 1) {
        continue;
      }
      String before = tokens.lower(token - 1);
      String name = context.names().canonical(MentionType.PLACE, mention.name());
      if (PREPOSITIONS.contains(before) && !REGIONS.contains(StoryNames.normal(name))) {
        return new Placed(told, before, name);
      }
      return null;
    }
    return null;
  }

  private void compare(List<Placed> placed, List<StoryRecord.Disagreement> found) {
    var used = new boolean[placed.size()];
    for (int i = 0; i < placed.size(); i++) {
      if (used[i]) {
        continue;
      }
      Placed first = placed.get(i);
      var versions = new TreeMap<String, List<StoryContext.Place>>();
      versions.computeIfAbsent(first.place(), key -> new ArrayList<>()).add(first.told().place());
      for (int j = i + 1; j < placed.size(); j++) {
        Placed other = placed.get(j);
        boolean same =
            !used[j]
                && first.preposition().equals(other.preposition())
                && isOneDay(first, other)
                && first.told().isSame(other.told());
        if (same && (first.place().equals(other.place()) || differ(first, other))) {
          versions
              .computeIfAbsent(other.place(), key -> new ArrayList<>())
              .add(other.told().place());
          used[j] = true;
        }
      }
      if (versions.size() > 1) {
        var told = new ArrayList<StoryRecord.Version>();
        versions.forEach((place, cites) -> told.add(context.version(place, cites, MOST_CITES)));
        found.add(
            new StoryRecord.Disagreement(
                first.told().about() + " " + first.preposition(), "place", false, told));
      }
    }
  }

  private static boolean isOneDay(Placed a, Placed b) {
    LocalDate left = a.told().when().day();
    LocalDate right = b.told().when().day();
    return left == null || right == null || left.equals(right);
  }

  /** Neither article names the other's place: one that does may tell of a part of it. */
  private boolean differ(Placed a, Placed b) {
    return !names(a.told().article(), b.place())
        && !names(b.told().article(), a.place())
        && !a.place().contains(b.place())
        && !b.place().contains(a.place());
  }

  private boolean names(StoryArticle article, String place) {
    for (Mention mention : article.annotations().mentions()) {
      if (context.names().canonical(MentionType.PLACE, mention.name()).equals(place)) {
        return true;
      }
    }
    return article.article().text().contains(place);
  }
}

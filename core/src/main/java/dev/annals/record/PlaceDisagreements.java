package dev.annals.record;

import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** An event with where it happened. */
  private record Placed(ToldEvent told, String preposition, String place) {}

  private final StoryContext context;

  PlaceDisagreements(StoryContext context) {
    this.context = context;
  }

  List<StoryRecord.Disagreement> find(Map<String, List<ToldEvent>> byKind) {
    var found = new ArrayList<StoryRecord.Disagreement>();
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
    return found;
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

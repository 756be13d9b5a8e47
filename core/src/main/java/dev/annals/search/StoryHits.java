package dev.annals.search;

import java.util.List;
import java.util.Set;

/**
 * Stories that fit, and what they can be narrowed by.
 *
 * @param ids their ids
 * @param places the places that most of them tell of, with how many
 * @param people the people
 * @param outlets the outlets
 * @param languages the languages
 */
public record StoryHits(
    Set<String> ids,
    List<Hits.Count> places,
    List<Hits.Count> people,
    List<Hits.Count> outlets,
    List<Hits.Count> languages) {

  /** Copies the lists. */
  public StoryHits {
    ids = Set.copyOf(ids);
    places = List.copyOf(places);
    people = List.copyOf(people);
    outlets = List.copyOf(outlets);
    languages = List.copyOf(languages);
  }
}

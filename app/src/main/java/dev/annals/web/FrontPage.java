package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the front page shows. */
public record FrontPage(
    List<StoryCard> cards,
    int total,
    String day,
    String person,
    String place,
    String outlet,
    String language,
    boolean filtered,
    List<Group> groups,
    @Nullable String previous,
    @Nullable String next) {

  /** Ways to narrow the page: the places, people, outlets and languages of its stories. */
  public record Group(String name, List<Choice> choices) {}

  /** One of them. */
  public record Choice(String value, int count, String link) {}
}

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
    @Nullable String previous,
    @Nullable String next) {}

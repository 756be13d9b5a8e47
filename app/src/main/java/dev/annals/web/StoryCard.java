package dev.annals.web;

import org.jspecify.annotations.Nullable;

/**
 * A story on the front page.
 *
 * @param activity SVG path of articles over time, or null when all came at one time
 */
public record StoryCard(
    String link,
    String title,
    String days,
    String articles,
    String sources,
    @Nullable String lead,
    @Nullable String latest,
    @Nullable String activity,
    int activityWidth,
    String activityLabel) {}

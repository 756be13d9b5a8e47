package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story on the front page.
 *
 * @param lead the weightiest entries, in order of time
 * @param latest what changed last: the newest article
 * @param activity SVG path of articles over time, or null when all came at one time
 */
public record StoryCard(
    String id,
    String link,
    String title,
    String days,
    String articles,
    String sources,
    List<Line> lead,
    @Nullable Latest latest,
    @Nullable String activity,
    String activityLabel) {

  /** An entry of the timeline; minor ones are shown where there is room. */
  public record Line(String when, String text, int sources, boolean minor) {}

  /** The newest article. */
  public record Latest(String when, String outlet, String title, String link) {}
}

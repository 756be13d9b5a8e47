package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of a stored article shows.
 *
 * @param back the way to the story, or null when it is in none
 * @param outside the way to the words at the outlet, or null
 * @param relatives articles that share its origin
 * @param history how it came into its story
 */
public record ArticlePage(
    String id,
    String title,
    String outlet,
    @Nullable Fact back,
    @Nullable String outside,
    List<Fact> facts,
    List<Fact> relatives,
    List<String> history,
    List<Kind> legend,
    List<BlockView> blocks,
    List<VersionView> versions) {

  /** One thing known of the article. */
  public record Fact(String name, String value, @Nullable String link) {}

  /** A kind of finding that is marked in the text, and how many there are. */
  public record Kind(String style, String name, int count) {}

  /** A block of the text with its marks. */
  public record BlockView(String role, @Nullable String label, List<Run> runs) {}

  /** What a later version changed. */
  public record VersionView(String label, String before, String beforeLink, List<Line> lines) {}

  /** A paragraph that was taken out, added or reworded; its runs say what of it. */
  public record Line(String style, List<Run> runs) {}
}

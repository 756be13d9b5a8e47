package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the page of a stored article shows. */
public record ArticlePage(
    String id,
    String title,
    String outlet,
    List<Fact> facts,
    List<Kind> legend,
    List<BlockView> blocks,
    List<VersionView> versions) {

  /** One thing known of the article. */
  public record Fact(String name, String value, @Nullable String link) {}

  /** A kind of finding that is marked in the text. */
  public record Kind(String style, String name) {}

  /** A block of the text with its marks. */
  public record BlockView(String role, @Nullable String label, List<Run> runs) {}

  /** What a later version changed. */
  public record VersionView(String label, List<Line> lines) {}

  /** A paragraph that was kept, taken out or added. */
  public record Line(String style, String text) {}
}

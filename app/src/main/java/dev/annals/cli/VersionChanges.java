package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.record.StoryRecord;
import dev.annals.store.ArticleVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in Markdown what outlets changed in the reports of a story after they were first read. */
final class VersionChanges {

  private static final int LONGEST = 300;
  private static final int MOST = 12;

  private VersionChanges() {}

  /** A section, or nothing when every report was read in one version. */
  static String markdown(Engine engine, StoryRecord record) {
    var text = new StringBuilder();
    for (var article : record.articles()) {
      List<ArticleVersion> versions = engine.store().versions(article.id());
      for (int i = versions.size() - 2; i >= 0; i--) {
        var before = paragraphs(versions.get(i + 1).article());
        var after = paragraphs(versions.get(i).article());
        var lines = new ArrayList<String>();
        add("taken out", before, after, lines);
        add("added", after, before, lines);
        if (!lines.isEmpty()) {
          text.append("- ").append(name(article)).append(", version ");
          text.append(versions.get(i).version()).append(":\n");
          lines.forEach(line -> text.append("  - ").append(line).append('\n'));
        }
      }
    }
    return text.isEmpty() ? "" : "\n## What reports changed\n\n" + text;
  }

  private static String name(StoryRecord.Member article) {
    return article.source() == null ? article.id() : article.source() + " (" + article.id() + ")";
  }

  /** Headline and paragraphs, each once, in order. */
  private static Set<String> paragraphs(Article article) {
    var paragraphs = new LinkedHashSet<String>();
    if (article.title() != null) {
      paragraphs.add(article.title());
    }
    for (Block block : article.blocks()) {
      paragraphs.add(article.text().substring(block.start(), block.end()));
    }
    return paragraphs;
  }

  private static void add(String what, Set<String> of, Set<String> other, List<String> lines) {
    int count = 0;
    for (String paragraph : of) {
      if (!other.contains(paragraph) && ++count <= MOST) {
        lines.add(what + ": " + shortened(paragraph));
      }
    }
    if (count > MOST) {
      lines.add(what + ": " + (count - MOST) + " more");
    }
  }

  private static String shortened(String paragraph) {
    String line = paragraph.replace('\n', ' ').replace("<", "&lt;");
    int end = Math.min(line.length(), LONGEST);
    end -= end < line.length() && Character.isHighSurrogate(line.charAt(end - 1)) ? 1 : 0;
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}

package dev.annals.record;

import dev.annals.annotation.Annotator;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Block;
import dev.annals.article.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports as a test writes them, annotated, and the records of their stories. */
final class WrittenReports {

  private WrittenReports() {}

  /** A report of an outlet of its own, paragraph by paragraph. */
  static StoryArticle article(String id, @Nullable String published, String... paragraphs) {
    return article(Role.PARAGRAPH, id, "Outlet " + id, published, paragraphs);
  }

  static StoryArticle article(
      Role role, String id, String source, @Nullable String published, String... paragraphs) {
    var text = new StringBuilder();
    var blocks = new ArrayList<Block>();
    for (String paragraph : paragraphs) {
      if (text.length() > 0) {
        text.append("\n\n");
      }
      blocks.add(new Block(role, text.length(), text.length() + paragraph.length()));
      text.append(paragraph);
    }
    var article =
        new ArticleDraft(id, text.toString())
            .source(source)
            .language("en")
            .published(published)
            .blocks(blocks)
            .article();
    return new StoryArticle(article, new Annotator().annotate(article), "test");
  }

  /** Reports of a file: after {@code ##} id, outlet and time, then paragraphs. */
  static List<StoryArticle> reports(Path file) throws IOException {
    var reports = new ArrayList<StoryArticle>();
    for (String report : Files.readString(file).split("(?m)^## ")) {
      int end = report.indexOf('\n');
      if (end > 0) {
        String[] head = report.substring(0, end).split("\\|");
        String[] paragraphs = report.substring(end).strip().split("\n\n");
        reports.add(
            article(Role.PARAGRAPH, head[0].strip(), head[1].strip(), head[2].strip(), paragraphs));
      }
    }
    return reports;
  }

  static StoryRecord record(StoryArticle... articles) {
    return record(List.of(articles));
  }

  static StoryRecord record(List<StoryArticle> articles) {
    return new RecordCompiler().compile("story", articles);
  }

  /** The first entry of the timeline with some words. */
  static StoryRecord.Entry entry(StoryRecord record, String words) {
    return record.timeline().stream()
        .filter(e -> e.text().contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words + " in " + record.timeline()));
  }
}

package dev.annals.web;

import dev.annals.record.StoryRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws lineages: origins on the left, the articles that print them on the right. */
final class LineageDrawing {

  private static final int ROW = 24;
  private static final int ORIGIN_X = 300;
  private static final int ARTICLE_X = 460;
  private static final int ROWS = 60;

  /** Of one origin; more are a thicket of lines. */
  private static final int MOST = 8;

  private final StoryRecord record;

  LineageDrawing(StoryRecord record) {
    this.record = record;
  }

  /** The drawing, or null when no two articles share an origin and none names one. */
  StoryPage.@Nullable Graph graph() {
    boolean telling =
        record.lineages().stream().anyMatch(g -> g.articles().size() > 1 || !g.cites().isEmpty());
    if (!telling) {
      return null;
    }
    var edges = new ArrayList<String>();
    var nodes = new ArrayList<StoryPage.Node>();
    int row = 0;
    int alone = 0;
    for (StoryRecord.LineageGroup group : record.lineages()) {
      if (group.articles().size() == 1 && group.cites().isEmpty()) {
        alone++; // nothing to see: it is in the table
        continue;
      }
      if (row >= ROWS) {
        break;
      }
      int top = row;
      List<String> articles = group.articles();
      boolean many = articles.size() > MOST + 1;
      for (String article : many ? articles.subList(0, MOST) : articles) {
        if (row < ROWS) {
          int y = y(row++);
          nodes.add(
              new StoryPage.Node(
                  ARTICLE_X,
                  y,
                  ARTICLE_X + 14,
                  "start",
                  Words.shorten(name(article), 60),
                  "copy",
                  Links.article(article)));
        }
      }
      if (many && row < ROWS) {
        String more = "and " + (articles.size() - MOST) + " more, listed below";
        int y = y(row++);
        nodes.add(
            new StoryPage.Node(ARTICLE_X, y, ARTICLE_X + 14, "start", more, "copy more", null));
      }
      int middle = (y(top) + y(row - 1)) / 2;
      String origin = group.origin() == null ? "origin not stated" : group.origin();
      nodes.add(
          new StoryPage.Node(
              ORIGIN_X,
              middle,
              ORIGIN_X - 14,
              "end",
              Words.shorten(origin, 36) + " (" + group.how() + ")",
              "origin",
              null));
      for (int r = top; r < row; r++) {
        int bend = (ORIGIN_X + ARTICLE_X) / 2;
        edges.add(
            "M" + ORIGIN_X + " " + middle + "C" + bend + " " + middle + " " + bend + " " + y(r)
                + " " + ARTICLE_X + " " + y(r));
      }
    }
    return new StoryPage.Graph(900, y(row) + 4, edges, nodes, alone);
  }

  private static int y(int row) {
    return 16 + row * ROW;
  }

  private String name(String article) {
    for (StoryRecord.Member member : record.articles()) {
      if (member.id().equals(article)) {
        String outlet = member.source() == null ? article : member.source();
        return member.title() == null ? outlet : outlet + ": " + member.title();
      }
    }
    return article;
  }
}

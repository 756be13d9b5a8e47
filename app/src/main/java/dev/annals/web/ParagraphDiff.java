package dev.annals.web;

import dev.annals.article.Article;
import dev.annals.article.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one version of an article to the next, paragraph by paragraph (longest common
 * subsequence).
 */
final class ParagraphDiff {

  private static final int MOST = 2000;

  private ParagraphDiff() {}

  static List<ArticlePage.Line> lines(Article before, Article after) {
    var old = paragraphs(before);
    var now = paragraphs(after);
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var lines = new ArrayList<ArticlePage.Line>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        i++;
        j++;
      } else if (j < now.size() && (i == old.size() || common[i][j + 1] >= common[i + 1][j])) {
        lines.add(new ArticlePage.Line("new", now.get(j++)));
      } else {
        lines.add(new ArticlePage.Line("gone", old.get(i++)));
      }
    }
    return lines;
  }

  private static List<String> paragraphs(Article article) {
    var paragraphs = new ArrayList<String>();
    if (article.title() != null) {
      paragraphs.add(article.title());
    }
    for (Block block : article.blocks()) {
      if (paragraphs.size() < MOST) {
        paragraphs.add(block.span().of(article.text()));
      }
    }
    return paragraphs;
  }
}

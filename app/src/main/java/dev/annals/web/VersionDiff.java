package dev.annals.web;

import dev.annals.article.Article;
import dev.annals.article.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What changed from one version of an article to the next: paragraphs taken out and added, and in
 * those that were reworded the words (longest common subsequence of both).
 */
final class VersionDiff {

  private static final int MOST_PARAGRAPHS = 1000;
  private static final int MOST_WORDS = 600;

  /** Share of words that make two paragraphs one that was reworded. */
  private static final double SAME = 0.4;

  private final List<String> old;
  private final List<String> now;
  private final List<ArticlePage.Line> lines = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final List<String> added = new ArrayList<>();

  VersionDiff(Article before, Article after) {
    old = paragraphs(before);
    now = paragraphs(after);
  }

  private static List<String> paragraphs(Article article) {
    var paragraphs = new ArrayList<String>();
    if (article.title() != null) {
      paragraphs.add(Words.shorten(article.title(), 500));
    }
    for (Block block : article.blocks()) {
      if (paragraphs.size() < MOST_PARAGRAPHS) {
        paragraphs.add(block.span().of(article.text()));
      }
    }
    return paragraphs;
  }

  List<ArticlePage.Line> lines() {
    for (Step step : steps(old, now)) {
      if (step.kind() == 0) {
        flush();
      } else {
        (step.kind() < 0 ? gone : added).add(step.text());
      }
    }
    flush();
    return lines;
  }

  private record Step(int kind, String text) {}

  /** -1 taken out, 0 kept, 1 added. */
  private static List<Step> steps(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var steps = new ArrayList<Step>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        steps.add(new Step(0, before.get(i)));
        i++;
        j++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        steps.add(new Step(-1, before.get(i++)));
      } else {
        steps.add(new Step(1, after.get(j++)));
      }
    }
    return steps;
  }

  /** Pairs what was taken out with what came in its place. */
  private void flush() {
    for (String before : gone) {
      int at = 0;
      while (at < added.size() && !reworded(before, added.get(at))) {
        at++;
      }
      if (at == added.size()) {
        lines.add(new ArticlePage.Line("gone", List.of(new Run(before, null, "", false))));
      } else {
        for (String whole : added.subList(0, at)) {
          lines.add(new ArticlePage.Line("new", List.of(new Run(whole, null, "", false))));
        }
        lines.add(new ArticlePage.Line("reworded", words(before, added.get(at))));
        added.subList(0, at + 1).clear();
      }
    }
    for (String whole : added) {
      lines.add(new ArticlePage.Line("new", List.of(new Run(whole, null, "", false))));
    }
    gone.clear();
    added.clear();
  }

  private static boolean reworded(String before, String after) {
    var one = new HashSet<>(split(before));
    var other = new HashSet<>(split(after));
    int larger = Math.max(one.size(), other.size());
    one.retainAll(other);
    return larger < MOST_WORDS && one.size() >= SAME * larger;
  }

  private static List<String> split(String text) {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(' ', at);
      int stop = end < 0 ? text.length() : end + 1;
      words.add(text.substring(at, stop));
      at = stop;
    }
    return words;
  }

  private static List<Run> words(String before, String after) {
    var runs = new ArrayList<Run>();
    var part = new StringBuilder();
    int kind = 0;
    for (Step step : steps(split(before), split(after))) {
      if (step.kind() != kind) {
        add(runs, part, kind);
        kind = step.kind();
      }
      part.append(step.text());
    }
    add(runs, part, kind);
    return runs;
  }

  private static void add(List<Run> runs, StringBuilder part, int kind) {
    if (part.length() > 0) {
      String style = kind < 0 ? "gone" : kind > 0 ? "new" : null;
      String title = kind < 0 ? "taken out" : kind > 0 ? "added" : "";
      runs.add(new Run(part.toString(), style, title, false));
      part.setLength(0);
    }
  }
}

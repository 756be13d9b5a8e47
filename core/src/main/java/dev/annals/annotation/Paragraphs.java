package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts the blocks of an article into paragraphs. */
final class Paragraphs {

  private Paragraphs() {}

  /**
   * The paragraphs in order: blank lines part them, and so does every line break in a text that is
   * not wrapped to a width.
   */
  static List<Span> of(Article article) {
    String text = article.text();
    boolean wrapped = isWrapped(text);
    var paragraphs = new ArrayList<Span>();
    if (article.blocks().isEmpty()) {
      split(text, 0, text.length(), wrapped, paragraphs);
    }
    for (Block block : article.blocks()) {
      split(text, block.start(), block.end(), wrapped, paragraphs);
    }
    return paragraphs;
  }

  private static void split(
      String text, int start, int end, boolean wrapped, List<Span> paragraphs) {
    int from = start;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\n' && (!wrapped || blankLineFollows(text, i + 1, end))) {
        add(text, from, i, paragraphs);
        from = i + 1;
      }
    }
    add(text, from, end, paragraphs);
  }

  private static void add(String text, int from, int end, List<Span> paragraphs) {
    int start = from;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    if (start < end) {
      paragraphs.add(new Span(start, end));
    }
  }

  private static boolean blankLineFollows(String text, int at, int end) {
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return true;
      }
      if (c > ' ') {
        return false;
      }
    }
    return true;
  }

  /** A text is wrapped to a width when a fifth of its lines go on in lower case. */
  private static boolean isWrapped(String text) {
    int breaks = 0;
    int lower = 0;
    for (int i = text.indexOf('\n');
        i >= 0 && i + 1 < text.length();
        i = text.indexOf('\n', i + 1)) {
      char next = text.charAt(i + 1);
      if (next > ' ') {
        breaks++;
        lower += Character.isLowerCase(next) ? 1 : 0;
      }
    }
    return lower * 5 > breaks;
  }
}

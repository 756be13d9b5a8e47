package dev.annals.article;

import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts running text into blocks: at blank lines, and at single line feeds when the text has one
 * paragraph a line. Lines that were broken at a fixed width stay together.
 */
final class TextBlocks {

  /** Lines of a text that was broken at a fixed width are no longer than this. */
  private static final int WIDEST = 100;

  private TextBlocks() {}

  /** The blocks of a text, in order, without the white space around them. */
  static List<Span> of(String text) {
    var lines = lines(text);
    var blocks = new ArrayList<Span>();
    int width = brokenWidth(text, lines);
    for (int i = 0; i < lines.size(); ) {
      int start = lines.get(i).start();
      int end = lines.get(i).end();
      i++;
      while (width > 0
          && i < lines.size()
          && continues(text, lines.get(i - 1), lines.get(i), width)) {
        end = lines.get(i).end();
        i++;
      }
      blocks.add(new Span(start, end));
    }
    return blocks;
  }

  /** The lines with something in them, without the white space around them. */
  private static List<Span> lines(String text) {
    var lines = new ArrayList<Span>();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && !isBreak(text.charAt(to))) {
        to++;
      }
      int start = from;
      int end = to;
      while (start < end && isSpace(text.charAt(start))) {
        start++;
      }
      while (end > start && isSpace(text.charAt(end - 1))) {
        end--;
      }
      if (start < end) {
        lines.add(new Span(start, end));
      }
      from = to + 1;
    }
    return lines;
  }

  /**
   * The width at which the lines of a text were broken, or 0 when each line is a paragraph. Broken
   * lines are of like length and stop in mid-sentence.
   */
  private static int brokenWidth(String text, List<Span> lines) {
    int longest = 0;
    int adjacent = 0;
    int stopped = 0;
    for (int i = 0; i < lines.size(); i++) {
      longest = Math.max(longest, lines.get(i).length());
      if (i > 0 && adjacent(text, lines.get(i - 1), lines.get(i))) {
        adjacent++;
        Span before = lines.get(i - 1);
        boolean ended = ".!?:\"\u201D".indexOf(text.charAt(before.end() - 1)) >= 0;
        boolean lower = Character.isLowerCase(text.charAt(lines.get(i).start()));
        stopped += !ended && lower ? 1 : 0;
      }
    }
    // in broken prose about two lines in three go on with a small letter
    return longest <= WIDEST && adjacent >= 3 && stopped * 3 > adjacent ? longest : 0;
  }

  private static boolean continues(String text, Span before, Span next, int width) {
    int firstWord = next.start();
    while (firstWord < next.end() && !isSpace(text.charAt(firstWord))) {
      firstWord++;
    }
    // a line that had room for the next word was ended on purpose
    boolean full = before.length() + 1 + (firstWord - next.start()) > width - 8;
    return adjacent(text, before, next)
        && (full || Character.isLowerCase(text.charAt(next.start())));
  }

  /** Whether only one line feed is between two lines. */
  private static boolean adjacent(String text, Span before, Span next) {
    int feeds = 0;
    for (int i = before.end(); i < next.start(); i++) {
      char c = text.charAt(i);
      feeds += c == '\n' || c == '\r' && text.charAt(i + 1) != '\n' ? 1 : 0;
    }
    return feeds <= 1;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
  }

  private static boolean isSpace(char c) {
    return c < 128
        ? Words.isSpace(c)
        : Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }
}

package dev.annals.annotation;

import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs the quotation marks of a text: straight, curly, single, guillemets either way round,
 * low-high, and the typewriter's {@code ``…''}. One pass with a stack, so that the time is linear
 * whatever is nested or unbalanced. A paragraph that opens with a mark and does not close it is
 * taken to be quoted to its end, as is the custom when a quotation runs over paragraphs.
 */
final class QuotationMarks {

  private static final int CURLY = 0;
  private static final int STRAIGHT = 1;
  private static final int TYPEWRITER = 2;
  private static final int GUILLEMETS = 3;
  private static final int SINGLE = 4;
  private static final int FAMILIES = 5;

  private static final int OPENS = 1;
  private static final int CLOSES = 2;

  private final String text;
  private final List<QuotedSpan> found = new ArrayList<>();

  /** Open marks: family, offset, length, and how many spans had been closed when it opened. */
  private int[] stack = new int[32];

  private int depth;
  private final int[] openOf = new int[FAMILIES];
  private final List<QuotedSpan> closed = new ArrayList<>();
  private boolean unclosedBefore;

  private QuotationMarks(String text) {
    this.text = text;
  }

  /**
   * The outermost quoted spans, in order.
   *
   * @param paragraphs in order, not overlapping
   */
  static List<QuotedSpan> find(String text, List<Span> paragraphs) {
    var marks = new QuotationMarks(text);
    for (int i = 0; i < paragraphs.size(); i++) {
      Span next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : null;
      marks.paragraph(paragraphs.get(i), next != null && marks.opensWithMark(next));
    }
    return marks.found;
  }

  private boolean opensWithMark(Span paragraph) {
    int at = skipSpace(paragraph.start(), paragraph.end());
    if (at >= paragraph.end()) {
      return false;
    }
    char c = text.charAt(at);
    return c == '"' || c == '“' || c == '«' || c == '»' || c == '„' || doubled(at, paragraph.end());
  }

  private void paragraph(Span span, boolean nextOpens) {
    int at = span.start();
    int end = span.end();
    depth = 0;
    Arrays.fill(openOf, 0);
    closed.clear();
    while (at < end) {
      char c = text.charAt(at);
      if (c > '‹' || c < '»' && c != '"' && c != '\'' && c != '`' && c != '«') {
        at++;
        continue;
      }
      if ((c == '"' || c == '\'') && at > span.start() && text.charAt(at - 1) == '=') {
        at = attributeEnd(at, end);
        continue;
      }
      int length = doubled(at, end) ? 2 : 1;
      mark(at, length, span);
      at += length;
    }
    finish(span, nextOpens);
  }

  /** Markup that was left in a text: {@code id="77"}. */
  private int attributeEnd(int at, int end) {
    char quote = text.charAt(at);
    for (int i = at + 1; i < end && i < at + 200; i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i + 1;
      }
      if (c == '\n') {
        break;
      }
    }
    return at + 1;
  }

  private boolean doubled(int at, int end) {
    char c = text.charAt(at);
    return (c == '\'' || c == '`' || c == '’' || c == '‘')
        && at + 1 < end
        && text.charAt(at + 1) == c;
  }

  private void mark(int at, int length, Span paragraph) {
    char c = text.charAt(at);
    int family = family(c, length);
    if (family < 0) {
      return;
    }
    int role = role(c, length, at, paragraph);
    if (role == OPENS) {
      push(family, at, length);
    } else if (role == CLOSES) {
      close(family, at, length);
    }
  }

  private static int family(char c, int length) {
    if (length == 2) {
      return TYPEWRITER;
    }
    return switch (c) {
      case '“', '”', '„', '‟' -> CURLY;
      case '"' -> STRAIGHT;
      case '«', '»', '‹' -> GUILLEMETS;
      case '\'', '‘', '’', '‚', '‛' -> SINGLE;
      default -> -1;
    };
  }

  private int role(char c, int length, int at, Span paragraph) {
    char before = at > paragraph.start() ? text.charAt(at - 1) : ' ';
    char after = at + length < paragraph.end() ? text.charAt(at + length) : ' ';
    boolean left = isLeftEdge(before) && !Character.isWhitespace(after) && !isSpace(after);
    boolean right = !isSpace(before) && isRightEdge(after);
    int family = family(c, length);
    if (family == SINGLE) {
      return single(c, before, after, left);
    }
    if (c == '„' || c == '‟' || c == '`') {
      return OPENS;
    }
    if (c == '“' || c == '”' || c == '«' || c == '»') {
      // German »so«, Swedish ”so” and „so“ turn the marks round: the edges tell
      boolean opensByShape = c == '“' || c == '«';
      if (opensByShape && right && !left && openOf[family] > 0) {
        return CLOSES;
      }
      if (!opensByShape && left && !right && openOf[family] == 0) {
        return OPENS;
      }
      return opensByShape ? OPENS : CLOSES;
    }
    if (left && !right) {
      return OPENS;
    }
    if (right && !left) {
      return CLOSES;
    }
    return openOf[family] > 0 ? CLOSES : left ? OPENS : Character.isDigit(before) ? 0 : OPENS;
  }

  /** Apostrophes are no marks: a single one opens at the left edge of a word only. */
  private int single(char c, char before, char after, boolean left) {
    if (c == '‘' || c == '‚' || c == '‛') {
      return left || !Character.isLetterOrDigit(before) ? OPENS : 0;
    }
    if (openOf[SINGLE] > 0 && !isSpace(before) && !Character.isLetterOrDigit(after)) {
      return CLOSES;
    }
    // "'90s", "rock 'n' roll": no digit, and a letter that stands for a word's beginning
    return c == '\'' && left && (Character.isLetter(after) || after == '"' || after == '“')
        ? OPENS
        : 0;
  }

  private void push(int family, int at, int length) {
    if (depth * 4 + 4 > stack.length) {
      stack = Arrays.copyOf(stack, stack.length * 2);
    }
    int base = depth * 4;
    stack[base] = family;
    stack[base + 1] = at;
    stack[base + 2] = length;
    stack[base + 3] = closed.size();
    openOf[family]++;
    depth++;
  }

  private void close(int family, int at, int length) {
    int match = family;
    if (openOf[family] == 0) {
      // “mixed styles" happen: a double mark closes the double mark on top
      int top = depth > 0 ? stack[(depth - 1) * 4] : -1;
      if (top < 0 || family == SINGLE || top == SINGLE || top == GUILLEMETS) {
        return;
      }
      match = top;
    }
    if (family == SINGLE && !closesSingle(at)) {
      return;
    }
    while (depth > 0) {
      depth--;
      int base = depth * 4;
      openOf[stack[base]]--;
      if (stack[base] == match) {
        int start = stack[base + 1] + stack[base + 2];
        drop(stack[base + 3]);
        closed.add(new QuotedSpan(stack[base + 1], new Span(start, at), at + length, true, false));
        return;
      }
    }
  }

  /** A single mark may be an apostrophe: never closes over an open double mark. */
  private boolean closesSingle(int at) {
    int base = (depth - 1) * 4;
    return depth > 0
        && stack[base] == SINGLE
        && at > stack[base + 1] + 1
        && !pluralPossessive(at, stack[base + 1]);
  }

  /**
   * "the workers' rights" inside single marks: an s before, a lower-case word after, and another
   * mark to come that can close.
   */
  private boolean pluralPossessive(int at, int open) {
    if (text.charAt(at - 1) != 's' || at + 2 >= text.length() || text.charAt(at + 1) != ' ') {
      return false;
    }
    if (!Character.isLowerCase(text.charAt(at + 2))) {
      return false;
    }
    int limit = Math.min(text.length(), at + 120);
    for (int i = at + 2; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '‘' || c == '"' || c == '“') {
        return false;
      }
      if ((c == '\'' || c == '’')
          && (i + 1 >= limit || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
        return text.charAt(i - 1) != ' ' && i - open < 400;
      }
      if (c == '\'' && text.charAt(i - 1) == ' ') {
        return false;
      }
    }
    return false;
  }

  /** Spans inside the one that is being closed are not outermost. */
  private void drop(int size) {
    while (closed.size() > size) {
      closed.remove(closed.size() - 1);
    }
  }

  private void finish(Span paragraph, boolean nextOpens) {
    boolean unclosed = false;
    for (int i = 0; i < depth; i++) {
      int base = i * 4;
      int open = stack[base + 1];
      if (stack[base] != SINGLE && runsOn(open, paragraph, nextOpens && i == depth - 1)) {
        drop(stack[base + 3]);
        int start = open + stack[base + 2];
        int end = trimmed(start, paragraph.end());
        closed.add(new QuotedSpan(open, new Span(start, end), end, false, false));
        unclosed = nextOpens;
        break;
      }
    }
    for (QuotedSpan span : closed) {
      boolean continues =
          unclosedBefore && skipSpace(paragraph.start(), paragraph.end()) == span.open();
      addTrimmed(span, continues);
    }
    unclosedBefore = unclosed;
  }

  /** An unclosed mark counts at the paragraph's beginning, or when the next paragraph goes on. */
  private boolean runsOn(int open, Span paragraph, boolean nextOpens) {
    if (open == skipSpace(paragraph.start(), paragraph.end())) {
      return true;
    }
    return nextOpens && depth == 1;
  }

  private void addTrimmed(QuotedSpan span, boolean continues) {
    int start = skipSpace(span.content().start(), span.content().end());
    int end = trimmed(start, span.content().end());
    if (end > start) {
      found.add(
          new QuotedSpan(
              span.open(), new Span(start, end), span.close(), span.closed(), continues));
    }
  }

  private int skipSpace(int at, int end) {
    int i = at;
    while (i < end && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int trimmed(int start, int end) {
    int i = end;
    while (i > start && isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || Character.isWhitespace(c) || c == '\u200b';
  }

  private static boolean isLeftEdge(char c) {
    return isSpace(c)
        || c == '('
        || c == '['
        || c == '—'
        || c == '–'
        || c == '-'
        || c == '/'
        || c == ':'
        || c == '“'
        || c == '‘'
        || c == '"'
        || c == '\''
        || c == '>'
        || c == '*'
        || c == '…';
  }

  private static boolean isRightEdge(char c) {
    return isSpace(c)
        || c == ')'
        || c == ']'
        || c == '—'
        || c == '–'
        || c == '-'
        || c == '/'
        || c == '.'
        || c == ','
        || c == ';'
        || c == ':'
        || c == '!'
        || c == '?'
        || c == '”'
        || c == '’'
        || c == '"'
        || c == '\''
        || c == '<'
        || c == '*'
        || c == '…';
  }
}

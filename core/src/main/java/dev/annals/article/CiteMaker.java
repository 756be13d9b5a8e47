package dev.annals.article;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes cites: the exact words, what their block is for, and a link that leads a browser to them.
 * Links follow the WICG draft "URL Fragment Text Directives".
 *
 * <pre>{@code
 * https://post.example/pier#:~:text=The%20pier%20was%20closed
 * }</pre>
 */
public final class CiteMaker {

  /** Longer words are named by their start and end. */
  private static final int LONGEST = 120;

  /** Words of a start or end. */
  private static final int EDGE_WORDS = 6;

  /** Words tried before and after what stands more than once. */
  private static final int[] CONTEXT_WORDS = {3, 6, 10};

  private CiteMaker() {}

  /**
   * The cite of a stretch of an article's text.
   *
   * @param start offset in the text, UTF-16, inclusive
   * @param end offset after it, exclusive
   */
  public static Cite cite(Article article, int start, int end) {
    String words = article.text().substring(start, end);
    return new Cite(
        article.id(), start, end, role(article.blocks(), start), words, link(article, start, end));
  }

  /** The link to a stretch of an article's text, or null when the article has no web address. */
  public static @Nullable String link(Article article, int start, int end) {
    String url = article.url();
    if (url == null || !isWeb(url)) {
      return null;
    }
    String text = article.text();
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      return url;
    }
    // browsers match whole words only
    from = wordStart(text, from);
    to = wordEnd(text, to);
    String mark = url.indexOf('#') < 0 ? "#:~:text=" : ":~:text=";
    return url + mark + directive(text, from, to);
  }

  private static String directive(String text, int from, int to) {
    boolean range = to - from > LONGEST || text.substring(from, to).indexOf('\n') >= 0;
    int startEnd = to;
    int endStart = to;
    if (range) {
      startEnd = Math.min(to, after(text, from, EDGE_WORDS));
      endStart = Math.max(startEnd, before(text, to, EDGE_WORDS));
      for (int words = 2 * EDGE_WORDS;
          words < 50 && endsEarlier(text, startEnd, endStart, to);
          words *= 2) {
        endStart = Math.max(startEnd, before(text, to, words));
      }
      range = endStart > startEnd && !text.substring(endStart, to).isBlank();
      startEnd = range ? startEnd : to;
    }
    String middle = encode(text, from, startEnd) + (range ? "," + encode(text, endStart, to) : "");
    if (unique(text, from, startEnd)) {
      return middle;
    }
    String best = middle;
    for (int words : CONTEXT_WORDS) {
      int prefix = before(text, from, words);
      int suffix = after(text, to, words);
      best =
          (prefix < from ? encode(text, prefix, from) + "-," : "")
              + middle
              + (suffix > to ? ",-" + encode(text, to, suffix) : "");
      if (range ? unique(text, prefix, startEnd) : unique(text, prefix, suffix)) {
        break;
      }
    }
    return best;
  }

  private static boolean endsEarlier(String text, int startEnd, int endStart, int to) {
    String last = text.substring(endStart, to);
    int first = text.indexOf(last, startEnd);
    return first >= 0 && first < endStart;
  }

  /** Whether words stand only once in a text, case aside, as browsers match. */
  private static boolean unique(String text, int from, int to) {
    char lower = Character.toLowerCase(text.charAt(from));
    int length = to - from;
    for (int at = 0; at + length <= text.length(); at++) {
      if (at != from
          && Character.toLowerCase(text.charAt(at)) == lower
          && text.regionMatches(true, at, text, from, length)) {
        return false;
      }
    }
    return true;
  }

  /** Offset of the word that is {@code words} words before an offset; stays inside the block. */
  private static int before(String text, int offset, int words) {
    int at = offset;
    for (int word = 0; word < words; word++) {
      int next = at;
      while (next > 0 && isSpace(text.charAt(next - 1))) {
        next--;
      }
      if (next == 0 || text.charAt(next - 1) == '\n') {
        break;
      }
      while (next > 0 && !Character.isWhitespace(text.charAt(next - 1))) {
        next--;
      }
      at = next;
    }
    return at;
  }

  private static int after(String text, int offset, int words) {
    int at = offset;
    for (int word = 0; word < words; word++) {
      int next = at;
      while (next < text.length() && isSpace(text.charAt(next))) {
        next++;
      }
      if (next == text.length() || text.charAt(next) == '\n') {
        break;
      }
      while (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
        next++;
      }
      at = next;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c != '\n' && Character.isWhitespace(c);
  }

  private static int wordStart(String text, int offset) {
    int at = offset;
    while (at > 0
        && Character.isLetterOrDigit(text.charAt(at))
        && Character.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int wordEnd(String text, int offset) {
    int at = offset;
    while (at < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * Percent-encoded, white space as one space; dash, comma and ampersand are the draft's own marks.
   */
  private static String encode(String text, int from, int to) {
    var encoded = new StringBuilder();
    String words = text.substring(from, to).strip();
    boolean space = false;
    for (int i = 0; i < words.length(); ) {
      int code = words.codePointAt(i);
      i += Character.charCount(code);
      if (Character.isWhitespace(code)) {
        if (!space) {
          encoded.append("%20");
        }
        space = true;
        continue;
      }
      space = false;
      if (code < 128 && (Character.isLetterOrDigit(code) || "._~!$'()*;:@/?".indexOf(code) >= 0)) {
        encoded.appendCodePoint(code);
      } else {
        for (byte value : new String(Character.toChars(code)).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format(Locale.ROOT, "%%%02X", value & 0xff));
        }
      }
    }
    return encoded.toString();
  }

  private static boolean isWeb(String url) {
    return url.regionMatches(true, 0, "https://", 0, 8)
        || url.regionMatches(true, 0, "http://", 0, 7);
  }

  /** What the block at an offset is for; between blocks it is nothing in particular. */
  private static Role role(List<Block> blocks, int offset) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Block block = blocks.get(middle);
      if (offset < block.start()) {
        high = middle - 1;
      } else if (offset >= block.end()) {
        low = middle + 1;
      } else {
        return block.role();
      }
    }
    return Role.OTHER;
  }
}

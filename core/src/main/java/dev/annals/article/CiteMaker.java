package dev.annals.article;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes cites: the exact words, what their block is for, and a link that leads a browser to them.
 * Links follow the WICG draft "URL Fragment Text Directives".
 *
 * <pre>{@code
 * https://post.example/pier#:~:text=The%20pier%20was%20closed
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class CiteMaker {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  /** What stands in a link as it is. */
  private static final boolean[] PLAIN = plain();

  private static boolean[] plain() {
    var plain = new boolean[128];
    for (int c = 0; c < plain.length; c++) {
      plain[c] = Character.isLetterOrDigit(c) || "._~!$'()*;:@/?".indexOf(c) >= 0;
    }
    return plain;
  }

  /** Longer words are named by their start and end. */
  private static final int LONGEST = 120;

  /** Words of a start or end. */
  private static final int EDGE_WORDS = 6;

  /** Words tried before and after what stands more than once. */
  private static final int[] CONTEXT_WORDS = {3, 6, 10};

  private final Article article;
  private final String text;
  private final boolean web;

  /** The text in one case, for looking whether words stand more than once. */
  private @Nullable String folded;

  private final Map<Long, Cite> made = new HashMap<>();

  /** Makes cites of one article; a stretch that is cited again gives the same object. */
  public CiteMaker(Article article) {
    this.article = article;
    this.text = article.text();
    String url = article.url();
    this.web = url != null && isWeb(url);
  }

  /**
   * The cite of a stretch of the article's text.
   *
   * @param start offset in the text, UTF-16, inclusive
   * @param end offset after it, exclusive
   */
  public Cite cite(int start, int end) {
    return made.computeIfAbsent((long) start << 32 | end, place -> make(start, end));
  }

  private Cite make(int start, int end) {
    String words = text.substring(start, end);
    return new Cite(
        article.id(), start, end, role(article.blocks(), start), words, link(start, end));
  }

  /**
   * The cite of a stretch of an article's text.
   *
   * @param start offset in the text, UTF-16, inclusive
   * @param end offset after it, exclusive
   */
  public static Cite cite(Article article, int start, int end) {
    return new CiteMaker(article).make(start, end);
  }

  /** The link to a stretch of an article's text, or null when the article has no web address. */
  public static @Nullable String link(Article article, int start, int end) {
    return new CiteMaker(article).link(start, end);
  }

  private @Nullable String link(int start, int end) {
    String url = article.url();
    if (url == null || !web) {
      return null;
    }
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
    return url + mark + directive(from, to);
  }

  private String directive(int from, int to) {
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
    if (unique(from, startEnd)) {
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
      if (range ? unique(prefix, startEnd) : unique(prefix, suffix)) {
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

  /** Whether words stand only once in the text, case aside, as browsers match. */
  private boolean unique(int from, int to) {
    if (folded == null) {
      folded = fold(text);
    }
    String words = folded.substring(from, to);
    int at = folded.indexOf(words);
    return at == from && folded.indexOf(words, from + 1) < 0;
  }

  /** One character for each, so that offsets stay. */
  private static String fold(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c >= 128) {
        chars[i] = Character.toLowerCase(Character.toUpperCase(c));
      } else if (c >= 'A' && c <= 'Z') {
        chars[i] = (char) (c + 32);
      }
    }
    return new String(chars);
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
      if (code < PLAIN.length && PLAIN[code]) {
        encoded.append((char) code);
      } else {
        for (byte value : new String(Character.toChars(code)).getBytes(StandardCharsets.UTF_8)) {
          encoded.append('%').append(HEX[value >> 4 & 15]).append(HEX[value & 15]);
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

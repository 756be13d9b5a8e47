package dev.annals.article;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of the bytes of a page, before they are decoded and parsed, what its scripts and styles
 * hold: more than half of most pages, and nothing of the article. The elements themselves stay, and
 * so does what holds structured data or the first date of publication. Only what certainly is such
 * an element's content is taken out; the rest is left to the parser.
 */
final class PageTrim {

  /** Less is not worth the cut. */
  private static final int LEAST = 64;

  private static final int LONGEST_TAG = 2000;

  /** The name of a date stands within so many characters before it. */
  private static final int BEFORE_DATE = 64;

  /** In these, and in a script, a tag is no tag; a script that ends one has not begun as one. */
  private static final List<String> WORDS_ALONE =
      List.of("script", "style", "title", "textarea", "noscript", "iframe", "xmp", "head", "body");

  private final byte[] page;

  /** The page as characters of one byte each: every character set of the web agrees on markup. */
  private final String markup;

  private byte[] lean;
  private int length;
  private int kept;
  private int bracket = -1;
  private boolean dated;
  private final List<String> dates = new ArrayList<>();

  private PageTrim(byte[] page) {
    this.page = page;
    this.lean = page;
    this.markup = new String(page, StandardCharsets.ISO_8859_1);
  }

  /** The page without them; the very same bytes when there is nothing to take out. */
  static byte[] of(byte[] page) {
    return new PageTrim(page).trim();
  }

  private byte[] trim() {
    int script = markup.indexOf("<script");
    int style = markup.indexOf("<style");
    while (script >= 0 || style >= 0) {
      boolean first = script >= 0 && (style < 0 || script < style);
      int next =
          first ? element(script, "<script", "</script") : element(style, "<style", "</style");
      if (next < 0) {
        break;
      }
      script = script >= 0 && script < next ? markup.indexOf("<script", next) : script;
      style = style >= 0 && style < next ? markup.indexOf("<style", next) : style;
    }
    if (kept == 0) {
      return page;
    }
    keep(page.length);
    return java.util.Arrays.copyOf(lean, length);
  }

  /** Where to go on after the element that begins here, or -1 when it has no end. */
  private int element(int at, String open, String close) {
    int name = at + open.length();
    bracket = bracket < name ? markup.indexOf('>', name) : bracket; // looked for once
    int start = bracket + 1;
    if (start == 0) {
      return -1;
    }
    if (" \t\r\n\f/>".indexOf(markup.charAt(name)) < 0 || !isWhole(name, start)) {
      return name;
    }
    int end = markup.indexOf(close, start);
    if (end < 0) {
      return -1;
    }
    if (end - start >= LEAST) {
      String content = markup.substring(start, end);
      if (open.length() < "<script".length() ? content.indexOf('<') < 0 : isCode(content)) {
        cut(name, start, content);
      }
    }
    return end;
  }

  /** Whether a tag ends with its first bracket: what is quoted in it is quoted to the end. */
  private boolean isWhole(int from, int to) {
    if (to - from > LONGEST_TAG) {
      return false;
    }
    int quotes = 0;
    for (int i = from; i < to; i++) {
      char c = markup.charAt(i);
      quotes += c == '"' ? 1 : c == '\'' ? 1 << 16 : 0;
    }
    return (quotes & 0x10001) == 0;
  }

  /**
   * Whether a script is one from start to end, and not the page behind a tag that stands in a
   * comment or in an element that holds words alone.
   */
  private static boolean isCode(String content) {
    if (content.contains("-->")) {
      return false;
    }
    for (int i = content.indexOf('<'); i >= 0; i = content.indexOf('<', i + 1)) {
      if (content.startsWith("!", i + 1) // comments in scripts have rules of their own
          || content.startsWith("/", i + 1) && closesWords(content, i + 2)) {
        return false;
      }
    }
    return true;
  }

  private static boolean closesWords(String content, int name) {
    for (String element : WORDS_ALONE) {
      if (content.regionMatches(true, name, element, 0, element.length())) {
        return true;
      }
    }
    return false;
  }

  private void cut(int name, int start, String content) {
    if (markup.substring(name, start).contains("ld+")) {
      return;
    }
    if (!dated) {
      ScriptDates.find(content, 1, dates);
    }
    keep(start);
    kept = start + content.length();
    if (!dated && !dates.isEmpty()) {
      dated = true;
      int date = content.indexOf(dates.get(0));
      kept = start + Math.max(0, date - BEFORE_DATE);
      keep(start + date + dates.get(0).length());
      kept = start + content.length();
    }
  }

  /** Copies what was not taken out, up to some place. */
  private void keep(int to) {
    if (kept == 0) {
      lean = new byte[page.length];
    }
    System.arraycopy(page, kept, lean, length, to - kept);
    length += to - kept;
  }
}

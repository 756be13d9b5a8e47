package dev.annals.export;

import org.jspecify.annotations.Nullable;

/** Text of documents in Markdown: shown as text, never as markup. */
final class MarkdownText {

  private MarkdownText() {}

  /** On one line, with nothing in it that Markdown or HTML would take for markup. */
  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    var escaped = new StringBuilder(text.length() + 16);
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        blank = escaped.length() > 0;
        continue;
      }
      if (unseen(c)) {
        continue;
      }
      if (blank) {
        escaped.append(' ');
        blank = false;
      }
      switch (c) {
        case '\\', '*', '_', '`', '[', ']', '|' -> escaped.append('\\').append(c);
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        default -> escaped.append(c);
      }
    }
    if (escaped.length() > 0 && "#+-=~".indexOf(escaped.charAt(0)) >= 0) {
      escaped.insert(0, '\\');
    }
    return escaped.toString();
  }

  /** Control characters and marks that turn the direction of writing: they could hide words. */
  private static boolean unseen(char c) {
    return c < 0x20
        || c >= 0x7f && c < 0xa0
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200e
        || c == 0x200f
        || c == 0xfeff;
  }

  /** A link, or nothing where the address is none of the web. */
  static String link(String words, @Nullable String url) {
    if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
      return "";
    }
    var target = new StringBuilder();
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      switch (c) {
        case ' ' -> target.append("%20");
        case '(' -> target.append("%28");
        case ')' -> target.append("%29");
        case '<' -> target.append("%3C");
        case '>' -> target.append("%3E");
        case '\\' -> target.append("%5C");
        default -> {
          if (!unseen(c)) {
            target.append(c);
          }
        }
      }
    }
    return "[" + words + "](" + target + ")";
  }

  /** {@code 5 March 2031}; what is no whole day stays as it is. */
  static String day(@Nullable String date) {
    return of(DayNames.day(date));
  }

  /** {@code Wednesday 5 March 2031}. */
  static String weekday(@Nullable String date) {
    return of(DayNames.weekday(date));
  }
}

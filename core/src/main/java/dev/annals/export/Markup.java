package dev.annals.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text made safe for HTML and XML. */
final class Markup {

  private Markup() {}

  /** The text with the five signs of markup escaped and characters that XML forbids left out. */
  static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (Character.isSurrogate(c) || c >= 0xFFFE) {
            out.append('\uFFFD');
          } else if (c >= ' ' || c == '\n' || c == '\t') {
            out.append(isolates(c) ? '\uFFFD' : c);
          }
        }
      }
    }
    return out.toString();
  }

  /** Signs that turn the direction of all text after them. */
  private static boolean isolates(char c) {
    return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
  }

  /** The address when it is one of the web, else null. */
  static @Nullable String webLink(@Nullable String url) {
    if (url == null) {
      return null;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://") ? url : null;
  }

  static String shorten(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int blank = text.lastIndexOf(' ', length);
    return text.substring(0, blank > length / 2 ? blank : length) + " …";
  }
}

package dev.annals.export;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text made safe for HTML and XML. */
final class Markup {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

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
            out.append(turns(c) ? '\uFFFD' : c);
          }
        }
      }
    }
    return out.toString();
  }

  /** Signs that turn the direction of all text after them. */
  static boolean turns(int c) {
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

  /** {@code urn:annals:story:…} with an id of any letters, as a valid address. */
  static String urn(String kind, String id) {
    return "urn:annals:" + kind + ":" + percent(id);
  }

  /** The address with what no address may hold percent-encoded, or null when it is none. */
  static @Nullable String address(@Nullable String url) {
    String link = webLink(url);
    if (link == null) {
      return null;
    }
    var out = new StringBuilder(link.length() + 16);
    for (byte b : link.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c > ' ' && c < 127 && "\"<>\\^`{|}".indexOf(c) < 0;
      out.append(plain ? Character.toString(c) : "%" + HEX.toHexDigits(b));
    }
    return out.toString();
  }

  private static String percent(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~:/".indexOf(c) >= 0);
      out.append(plain ? Character.toString(c) : "%" + HEX.toHexDigits(b));
    }
    return out.toString();
  }

  static String shorten(String text, int length) {
    // what is cut could lose the sign that ends a turn of direction, so that all after it is turned
    var line = new StringBuilder(Math.min(text.length(), length + 2));
    for (int i = 0; i < text.length() && line.length() <= length; i++) {
      if (!turns(text.charAt(i))) {
        line.append(text.charAt(i));
      }
    }
    if (line.length() <= length) {
      return line.toString();
    }
    int blank = line.lastIndexOf(" ", length);
    return line.substring(0, blank > length / 2 ? blank : length) + " …";
  }
}

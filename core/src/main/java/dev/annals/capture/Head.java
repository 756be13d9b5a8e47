package dev.annals.capture;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first bytes of an input, looked at to tell its format. */
final class Head {

  /** How much a reader may look at. */
  static final int LENGTH = 8192;

  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

  private Head() {}

  /** The head as characters, markup intact whatever the character set. */
  static String text(byte[] head) {
    Charset charset = wide(head);
    String text = new String(head, charset == null ? StandardCharsets.ISO_8859_1 : charset);
    if (text.startsWith("\uFEFF")) {
      return text.substring(1);
    }
    return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
  }

  /**
   * UTF-16 in either order, by its mark or by its zeros, or UTF-32 by its mark; null when it is
   * something else.
   */
  static @Nullable Charset wide(byte[] head) {
    if (head.length < 2) {
      return null;
    }
    int mark = (head[0] & 0xff) << 8 | head[1] & 0xff;
    if (mark == 0xFFFE && head.length >= 4 && head[2] == 0 && head[3] == 0) {
      return UTF_32LE;
    }
    if (mark == 0 && head.length >= 4 && (head[2] & 0xff) == 0xFE && (head[3] & 0xff) == 0xFF) {
      return UTF_32BE;
    }
    if (mark == 0xFEFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (mark == 0xFFFE) {
      return StandardCharsets.UTF_16LE;
    }
    int even = 0;
    int odd = 0;
    int pairs = Math.min(head.length / 2, 256);
    for (int pair = 0; pair < pairs; pair++) {
      even += head[2 * pair] == 0 ? 1 : 0;
      odd += head[2 * pair + 1] == 0 ? 1 : 0;
    }
    if (even * 10 > pairs * 7 && odd * 10 < pairs) {
      return StandardCharsets.UTF_16BE;
    }
    return odd * 10 > pairs * 7 && even * 10 < pairs ? StandardCharsets.UTF_16LE : null;
  }

  /** The first character that is no white space, or NUL when there is none. */
  static char first(String head) {
    for (int i = 0; i < head.length(); i++) {
      if (!Character.isWhitespace(head.charAt(i))) {
        return head.charAt(i);
      }
    }
    return '\0';
  }

  /**
   * Whether the bytes are no text in any character set: control characters in numbers. A zero is
   * enough, but for markup: pages and feeds have one where something was cut off.
   */
  static boolean binary(byte[] head) {
    if (wide(head) != null) {
      return false;
    }
    if (isPdf(head)) {
      return true; // its own head is text
    }
    int controls = 0;
    boolean markup = text(head).stripLeading().startsWith("<");
    for (byte value : head) {
      int code = value & 0xff;
      if (code == 0 && !markup) {
        return true;
      }
      // tab, line feed, vertical tab, form feed, return, escape (ISO-2022-JP) are at home in text
      if (code < 0x20 && !(code >= 9 && code <= 13) && code != 0x1b) {
        controls++;
      }
    }
    return controls * 50 > head.length;
  }

  private static boolean isPdf(byte[] head) {
    return head.length > 4
        && head[0] == '%'
        && head[1] == 'P'
        && head[2] == 'D'
        && head[3] == 'F'
        && head[4] == '-';
  }

  /** What a file that is no text seems to be. */
  static String binaryKind(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith("%PDF")) {
      return "PDF";
    }
    if (start.startsWith("PK\3\4")) {
      return "ZIP or office document";
    }
    if (start.startsWith("\u0089PNG")
        || start.startsWith("\u00FF\u00D8")
        || start.startsWith("GIF8")) {
      return "picture";
    }
    if (start.startsWith("\u0028\u00B5\u002F\u00FD")) {
      return "Zstandard";
    }
    if (start.startsWith("BZh")) {
      return "bzip2";
    }
    if (start.startsWith("\u00FD7zXZ")) {
      return "xz";
    }
    if (start.startsWith("\u007FELF") || start.startsWith("MZ")) {
      return "program";
    }
    return "binary data";
  }

  /**
   * The name of the first element of an XML or HTML text, lower case, without prefix; empty when it
   * starts with something else. Steps over declaration, comments and DOCTYPE.
   */
  static String rootElement(String head) {
    int at = 0;
    while (at < head.length()) {
      if (Character.isWhitespace(head.charAt(at))) {
        at++;
      } else if (head.startsWith("<?", at)) {
        at = after(head, "?>", at);
      } else if (head.startsWith("<!--", at)) {
        at = after(head, "-->", at);
      } else if (head.startsWith("<!", at)) {
        at = afterDoctype(head, at);
      } else if (head.charAt(at) == '<') {
        int end = at + 1;
        while (end < head.length() && isNameCharacter(head.charAt(end))) {
          end++;
        }
        String name = head.substring(at + 1, end).toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
      } else {
        return "";
      }
    }
    return "";
  }

  /** Past a DOCTYPE and the declarations in its brackets. */
  private static int afterDoctype(String head, int at) {
    int depth = 0;
    for (int i = at; i < head.length(); i++) {
      char c = head.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>' && --depth == 0) {
        return i + 1;
      }
    }
    return head.length();
  }

  private static int after(String head, String mark, int from) {
    int end = head.indexOf(mark, from);
    return end < 0 ? head.length() : end + mark.length();
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_' || c == '.';
  }
}

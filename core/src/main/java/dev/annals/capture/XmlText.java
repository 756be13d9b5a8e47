package dev.annals.capture;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes XML by its own declaration and takes its DOCTYPE off, which nobody needs and bombs use.
 */
final class XmlText {

  private XmlText() {}

  static String of(byte[] bytes, @Nullable String charset) {
    String named = charset == null ? declared(bytes) : charset;
    String text = Charsets.decode(bytes, named, false).text();
    return withoutDoctype(text);
  }

  /** The encoding that {@code <?xml … encoding="…"?>} names, or null. */
  private static @Nullable String declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    int declaration = head.indexOf("<?xml");
    int end = head.indexOf("?>");
    int at = head.indexOf("encoding");
    if (declaration < 0 || at < 0 || at > end) {
      return null;
    }
    int from = at + "encoding".length();
    while (from < end && "= \"'".indexOf(head.charAt(from)) >= 0) {
      from++;
    }
    int to = from;
    while (to < end && "\"' ".indexOf(head.charAt(to)) < 0) {
      to++;
    }
    return from == to ? null : head.substring(from, to);
  }

  /** Without DOCTYPE and the entities declared in its brackets. */
  static String withoutDoctype(String text) {
    int start = text.indexOf("<!DOCTYPE");
    // only before the root element: later ones are text
    int scanned = Math.min(text.length(), Head.LENGTH);
    if (start < 0 || start > scanned) {
      return text;
    }
    int at = start + 2;
    char quote = 0;
    int brackets = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        brackets++;
      } else if (c == ']') {
        brackets--;
      } else if (c == '>' && brackets <= 0) {
        return text.substring(0, start) + text.substring(at + 1);
      }
    }
    return text.substring(0, start);
  }
}

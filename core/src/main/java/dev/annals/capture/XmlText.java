package dev.annals.capture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes XML by its own declaration and takes its DOCTYPE off, which nobody needs and bombs use.
 * What a server said before the declaration, a warning of its own for the most part, goes too, and
 * an ampersand that begins no entity stands for itself: {@code ?id=4&copy=2} holds no sign.
 */
final class XmlText {

  private XmlText() {}

  static String of(byte[] bytes, @Nullable String charset) {
    String named = charset == null ? declared(bytes) : charset;
    String text = Charsets.decode(bytes, named, false).text().replace("\0", "");
    int start = Math.max(0, declaration(text.substring(0, Math.min(text.length(), Head.LENGTH))));
    return withBareAmpersands(withoutDoctype(start == 0 ? text : text.substring(start)));
  }

  /**
   * The name of the root element, told by the head of a document, in small letters and without
   * prefix; empty when it is no XML.
   */
  static String root(String head) {
    int start = declaration(head);
    return Head.rootElement(start < 0 ? head : head.substring(start));
  }

  /** Where a declaration begins that has something before it, or -1. */
  private static int declaration(String head) {
    int at = head.indexOf("<?xml ");
    String before = at < 0 ? "" : head.substring(0, at).toLowerCase(Locale.ROOT);
    // a page about XML quotes it
    boolean page = before.contains("<html") || before.contains("<pre") || before.contains("<code");
    return before.isBlank() || page ? -1 : at;
  }

  /** Escapes each ampersand that no name or number and semicolon follow, outside CDATA. */
  private static String withBareAmpersands(String text) {
    StringBuilder out = null;
    int copied = 0;
    int cdata = text.indexOf("<![CDATA[");
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      while (cdata >= 0 && cdata < at) {
        int end = text.indexOf("]]>", cdata);
        end = end < 0 ? text.length() : end;
        if (end > at) {
          at = Math.min(end, text.length() - 1); // the next one is looked for behind it
        }
        cdata = text.indexOf("<![CDATA[", end);
      }
      if (text.charAt(at) == '&' && !beginsEntity(text, at)) {
        out = out == null ? new StringBuilder(text.length() + 64) : out;
        out.append(text, copied, at).append("&amp;");
        copied = at + 1;
      }
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private static boolean beginsEntity(String text, int ampersand) {
    int at = ampersand + 1;
    at += at < text.length() && text.charAt(at) == '#' ? 1 : 0;
    int from = at;
    while (at < text.length() && at - from < 32 && isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at > from && at < text.length() && text.charAt(at) == ';';
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
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

  private static int doctype(String text) {
    int start = text.indexOf("<!DOCTYPE");
    return start < 0 ? text.indexOf("<!doctype") : start;
  }

  /** Without DOCTYPE and the entities declared in its brackets. */
  static String withoutDoctype(String text) {
    int start = doctype(text);
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

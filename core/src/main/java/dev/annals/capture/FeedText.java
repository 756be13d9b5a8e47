package dev.annals.capture;

import java.util.Base64;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What is written in an element of a feed: plain, marked up, escaped, packed as Base64. */
final class FeedText {

  private FeedText() {}

  /**
   * The text of an element, or its markup where it holds elements as Atom's xhtml does; empty when
   * it holds something that is no text.
   */
  static String content(Element element) {
    String type = type(element);
    boolean packed = mode(element).equals("base64") || type.equals("application/octet-stream");
    if (packed) {
      return unpacked(element.wholeText());
    }
    if (!readable(type)) {
      return "";
    }
    return element.childrenSize() > 0 ? element.html() : element.wholeText();
  }

  /** Whether the content of an element is marked up. */
  static boolean html(Element element, String content) {
    String type = type(element);
    return !type.equals("text") && !type.equals("text/plain") && marked(content);
  }

  private static boolean readable(String type) {
    return type.isEmpty()
        || type.equals("text")
        || type.startsWith("text/")
        || type.contains("html")
        || type.contains("xml") && !type.startsWith("image/");
  }

  private static String type(Element element) {
    return FeedFields.attribute(element, "type").toLowerCase(Locale.ROOT);
  }

  private static String mode(Element element) {
    return FeedFields.attribute(element, "mode").toLowerCase(Locale.ROOT);
  }

  private static String unpacked(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
      return Head.binary(bytes) ? "" : Charsets.decode(bytes, null, false).text();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean marked(String content) {
    int open = content.indexOf('<');
    return open >= 0 && content.indexOf('>', open) > 0
        || content.indexOf("&amp;") >= 0
        || content.indexOf("&#") >= 0;
  }

  /**
   * A headline in one line, without markup. Titles are marked up in half of all feeds whatever they
   * say, but one that speaks of {@code <blink>} keeps it.
   */
  static @Nullable String line(Element element) {
    if (element.childrenSize() > 0) {
      return spaced(element.text());
    }
    String type = type(element);
    String text =
        mode(element).equals("base64") ? unpacked(element.wholeText()) : element.wholeText();
    if (type.equals("text") || type.equals("text/plain")) {
      return spaced(text);
    }
    return type.contains("html") ? spaced(Jsoup.parseBodyFragment(text).text()) : line(text);
  }

  /** Without tags and entities. */
  static @Nullable String line(@Nullable String text) {
    if (text == null) {
      return null;
    }
    boolean tags = text.contains("</") || text.contains("/>") || opensVoid(text);
    if (tags) {
      return spaced(Jsoup.parseBodyFragment(text).text());
    }
    return spaced(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
  }

  /** Elements that have no end: {@code <br>}. */
  private static boolean opensVoid(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("<br>") || lower.contains("<img ") || lower.contains("<wbr>");
  }

  private static @Nullable String spaced(String text) {
    var line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ') {
        space = !line.isEmpty();
      } else {
        line.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return line.isEmpty() ? null : line.toString().strip();
  }
}

package dev.annals.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the name of an element says about it, looked up once for each element of a page. Immutable
 * and safe for use by several threads.
 */
final class PageTag {

  /** What the walk does with an element beside going on inside it. */
  enum Kind {
    OTHER,
    SKIPPED,
    BUTTON,
    META,
    LINK,
    SCRIPT,
    TITLE,
    BREAK,
    ROOT,
    ANCHOR,
    BOLD,
    CELL,
    IMAGE,
    TIME,
    SPAN
  }

  /** Names that block features tell apart, in their order. */
  static final List<String> FEATURES =
      List.of(
          "p",
          "li",
          "h2",
          "h3",
          "h4",
          "div",
          "span",
          "td",
          "blockquote",
          "section",
          "figcaption",
          "article",
          "pre",
          "dd");

  private static final List<String> SKIPPED =
      List.of(
          "style",
          "template",
          "svg",
          "iframe",
          "object",
          "canvas",
          "select",
          "textarea",
          "audio",
          "map",
          "noscript",
          "datalist",
          "embed",
          "math");

  private static final List<String> PARTS =
      List.of("figcaption", "figure", "picture", "video", "summary", "details", "dialog", "main");
  private static final List<String> UNITS = List.of("p", "li", "td", "dd", "blockquote");
  private static final List<String> WHOLE = List.of("html", "body", "#root");

  private static final Map<String, Kind> KINDS = kinds();
  private static final Map<String, PageTag> TAGS = tags();
  private static final PageTag UNKNOWN = new PageTag("");

  final Kind kind;

  /** The bit of {@link PageContext#TAGS}, or 0. */
  final int bit;

  /** Its place in {@link #FEATURES}, or -1. */
  final int feature;

  /** Parts text into blocks although the parser does not take it for a block. */
  final boolean parts;

  /** The whole page: what its classes say holds for no part. */
  final boolean whole;

  final boolean article;

  /** A picture with what belongs to it, or what opens one. */
  final boolean figure;

  /** No box around a single picture: the article or more. */
  final boolean frame;

  /** A heading of some level, 1 to 6; 0 for all others. */
  final int heading;

  /** A heading or "hr", by the length of its name. */
  final boolean h;

  /** A paragraph, heading, item or cell, which stands among others of its kind. */
  final boolean unit;

  private PageTag(String name) {
    kind = KINDS.getOrDefault(name, Kind.OTHER);
    bit = PageContext.tag(name);
    feature = FEATURES.indexOf(name);
    parts = PARTS.contains(name);
    whole = WHOLE.contains(name);
    article = name.equals("article");
    figure = name.equals("figure") || name.equals("button");
    frame = name.equals("article") || name.equals("main") || name.equals("body");
    boolean isHeading =
        name.length() == 2
            && name.charAt(0) == 'h'
            && name.charAt(1) >= '1'
            && name.charAt(1) <= '6';
    h = name.length() == 2 && name.charAt(0) == 'h';
    heading = isHeading ? name.charAt(1) - '0' : 0;
    unit = isHeading || UNITS.contains(name);
  }

  static PageTag of(String name) {
    return TAGS.getOrDefault(name, UNKNOWN);
  }

  private static Map<String, Kind> kinds() {
    var kinds = new TreeMap<String, Kind>();
    for (String name : SKIPPED) {
      kinds.put(name, Kind.SKIPPED);
    }
    kinds.put("button", Kind.BUTTON);
    kinds.put("meta", Kind.META);
    kinds.put("link", Kind.LINK);
    kinds.put("script", Kind.SCRIPT);
    kinds.put("title", Kind.TITLE);
    kinds.put("br", Kind.BREAK);
    kinds.put("html", Kind.ROOT);
    kinds.put("a", Kind.ANCHOR);
    kinds.put("b", Kind.BOLD);
    kinds.put("strong", Kind.BOLD);
    kinds.put("td", Kind.CELL);
    kinds.put("th", Kind.CELL);
    kinds.put("img", Kind.IMAGE);
    kinds.put("time", Kind.TIME);
    kinds.put("span", Kind.SPAN);
    return kinds;
  }

  private static Map<String, PageTag> tags() {
    var names = new TreeSet<>(KINDS.keySet());
    names.addAll(WHOLE);
    names.addAll(PARTS);
    names.addAll(UNITS);
    names.addAll(List.of("article", "button", "figure", "main"));
    names.addAll(List.of("h1", "h2", "h3", "h4", "h5", "h6", "hr"));
    names.addAll(FEATURES);
    names.addAll(List.of(PageContext.TAGS));
    var tags = new HashMap<String, PageTag>();
    names.forEach(name -> tags.put(name, new PageTag(name)));
    return tags;
  }
}

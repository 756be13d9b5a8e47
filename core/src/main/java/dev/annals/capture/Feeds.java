package dev.annals.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS (0.9 to 2.0, with its common extensions) and Atom. Feeds in the wild are clipped, have
 * entities that nobody declared and a DOCTYPE from 1999: the DOCTYPE is taken off and never
 * resolved, and what is broken is read as far as it goes.
 */
public final class Feeds {

  private static final String[] PUBLISHED = {
    "pubdate", "published", "issued", "date", "created", "datetimewritten", "publicationdate"
  };
  private static final String[] MODIFIED = {"updated", "modified", "lastbuilddate"};
  private static final String[] FULL = {
    "content:encoded", "encoded", "content", "body", "fulltext"
  };
  private static final String[] SHORT = {"description", "summary", "subtitle"};

  private Feeds() {}

  /**
   * The entries of a feed, in its order.
   *
   * @param charset the character set that the transport named, or null
   */
  public static List<FeedEntry> entries(byte[] bytes, @Nullable String charset) {
    var feed = Jsoup.parse(XmlText.of(bytes, charset), "", Parser.xmlParser());
    var entries = new ArrayList<FeedEntry>();
    String source = null;
    String language = null;
    String home = null;
    var elements = feed.getAllElements();
    for (Element element : elements) {
      String name = local(element);
      if (name.equals("channel") || name.equals("feed")) {
        source = publisher(text(element, "title"));
        language = text(element, "language");
        language =
            language == null && element.hasAttr("xml:lang") ? element.attr("xml:lang") : language;
        home = link(element, null);
        break; // in RDF it may stand behind its items
      }
    }
    for (Element element : elements) {
      String name = local(element);
      if (name.equals("item") || name.equals("entry")) {
        entries.add(entry(element, source, language, home));
      }
    }
    return entries;
  }

  private static FeedEntry entry(
      Element entry,
      @Nullable String feedSource,
      @Nullable String feedLanguage,
      @Nullable String home) {
    Element full = longest(entry, FULL);
    Element body = full == null || content(full).isBlank() ? longest(entry, SHORT) : full;
    String content = body == null ? "" : content(body);
    String type = body == null ? "" : body.attr("type");
    boolean html = !type.equals("text") && !type.equals("text/plain") && marked(content);
    String link = link(entry, home);
    String id = first(entry, "guid", "id", "identifier");
    Element guid = child(entry, "guid");
    boolean lasting = guid == null || !guid.attr("isPermaLink").equalsIgnoreCase("false");
    if (link == null && id != null && lasting && isWeb(id)) {
      link = id;
    }
    if (link == null && isWeb(entry.attr("rdf:about"))) {
      link = entry.attr("rdf:about").strip();
    }
    String source = text(entry, "source");
    Element origin = child(entry, "source");
    if (origin != null && child(origin, "title") != null) {
      source = text(origin, "title");
    }
    String language = first(entry, "language");
    return new FeedEntry(
        link,
        id,
        title(entry),
        source == null ? feedSource : source,
        byline(entry),
        language == null ? feedLanguage : language,
        date(entry, PUBLISHED),
        date(entry, MODIFIED),
        content,
        html,
        body != null && body == full);
  }

  private static @Nullable String title(Element entry) {
    String stated = first(entry, "title", "headline");
    for (Element child : entry.children()) {
      stated = stated == null && child.tagName().equals("media:title") ? child.wholeText() : stated;
    }
    return plain(stated);
  }

  /** The feed's title without its section: {@code Harbour Post - World} gives Harbour Post. */
  private static @Nullable String publisher(@Nullable String title) {
    String plain = plain(title);
    if (plain == null) {
      return null;
    }
    for (String mark : new String[] {" - ", " – ", " | ", " » ", " > ", " :: ", ": "}) {
      int at = plain.indexOf(mark);
      if (at > 1) {
        return plain.substring(0, at).strip();
      }
    }
    return plain;
  }

  private static @Nullable String link(Element entry, @Nullable String home) {
    String link = statedLink(entry);
    return link == null || isWeb(link) ? link : resolved(link, entry, home);
  }

  /** A relative address against the {@code xml:base} around it, else the feed's own page. */
  private static String resolved(String link, Element entry, @Nullable String home) {
    String base = "";
    for (Element up = entry; up != null; up = up.parent()) {
      if (up.hasAttr("xml:base")) {
        String outer = up.attr("xml:base").strip();
        base = base.isEmpty() ? outer : StringUtil.resolve(outer, base);
      }
    }
    base =
        isWeb(base) || home == null ? base : base.isEmpty() ? home : StringUtil.resolve(home, base);
    String absolute = base.isEmpty() ? "" : StringUtil.resolve(base, link);
    return absolute.isEmpty() ? link : absolute;
  }

  private static @Nullable String statedLink(Element entry) {
    String origin = text(entry, "origlink");
    if (origin != null) {
      return origin;
    }
    String other = null;
    for (Element child : entry.children()) {
      if (!local(child).equals("link")) {
        continue;
      }
      String href = child.hasAttr("href") ? child.attr("href").strip() : child.wholeText().strip();
      String rel = child.attr("rel");
      if (!href.isEmpty() && (rel.isEmpty() || rel.equals("alternate"))) {
        return href;
      }
      other = other == null && rel.equals("self") && !href.isEmpty() ? href : other;
    }
    return other;
  }

  private static List<String> byline(Element entry) {
    var names = new ArrayList<String>();
    for (Element child : entry.children()) {
      String name = local(child);
      if (!name.equals("author") && !name.equals("creator")) {
        continue;
      }
      Element inner = child(child, "name");
      String author = plain((inner == null ? child : inner).wholeText());
      if (author != null && !names.contains(author)) {
        names.add(bare(author));
      }
    }
    return names;
  }

  /** {@code desk@post.example (Ada Banner)} gives Ada Banner. */
  private static String bare(String author) {
    int open = author.indexOf('(');
    int close = author.lastIndexOf(')');
    boolean mail = author.indexOf('@') > 0 && author.indexOf('@') < open;
    return mail && close > open + 1 ? author.substring(open + 1, close).strip() : author;
  }

  private static @Nullable String date(Element entry, String[] names) {
    for (String name : names) {
      for (Element child : entry.children()) {
        String iso = local(child).equals(name) ? FeedDates.iso(child.wholeText()) : null;
        if (iso != null) {
          return iso;
        }
      }
    }
    return null;
  }

  private static @Nullable Element longest(Element entry, String[] names) {
    Element longest = null;
    for (Element child : entry.children()) {
      for (String name : names) {
        // media:content and media:description are a picture's
        boolean own =
            child.tagName().equals(name)
                || local(child).equals(name) && !child.tagName().startsWith("media:");
        if (own && (longest == null || content(child).length() > content(longest).length())) {
          longest = child;
        }
      }
    }
    return longest;
  }

  /** The text of an element, or its markup where it holds elements as Atom's xhtml does. */
  private static String content(Element element) {
    return element.childrenSize() > 0 ? element.html() : element.wholeText();
  }

  private static boolean marked(String content) {
    int open = content.indexOf('<');
    return open >= 0 && content.indexOf('>', open) > 0
        || content.indexOf("&amp;") >= 0
        || content.indexOf("&#") >= 0;
  }

  private static @Nullable String first(Element entry, String... names) {
    for (String name : names) {
      String text = text(entry, name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String text(Element parent, String name) {
    Element child = child(parent, name);
    if (child == null) {
      return null;
    }
    String text = child.wholeText().strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Element child : parent.children()) {
      if (local(child).equals(name) && !child.tagName().startsWith("media:")) {
        return child;
      }
    }
    return null;
  }

  /** Without tags and entities: titles are marked up in half of all feeds. */
  private static @Nullable String plain(@Nullable String text) {
    if (text == null) {
      return null;
    }
    boolean marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    String plain = (marked ? Jsoup.parseBodyFragment(text).text() : text).strip();
    return plain.isEmpty() ? null : plain;
  }

  private static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isWeb(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}

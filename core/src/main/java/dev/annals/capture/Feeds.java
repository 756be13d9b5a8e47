package dev.annals.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS (0.9 to 2.0, with its common extensions), Atom and CDF. Feeds in the wild are clipped,
 * have entities that nobody declared and a DOCTYPE from 1999: the DOCTYPE is taken off and never
 * resolved, and what is broken is read as far as it goes.
 */
public final class Feeds {

  private static final String[] PUBLISHED = {
    "pubdate", "published", "issued", "date", "created", "datetimewritten", "publicationdate"
  };
  private static final String[] MODIFIED = {"updated", "modified", "lastbuilddate"};
  private static final List<String> FULL =
      List.of("encoded", "content", "body", "fulltext", "fullitem", "div");
  private static final List<String> SHORT =
      List.of("description", "summary", "subtitle", "abstract");

  /** Elements of one line, and what stands beside and never in them. */
  private static final Set<String> LINES =
      Set.of("title", "link", "guid", "id", "pubdate", "date", "published", "updated");

  private static final Set<String> BESIDE =
      Set.of(
          "title",
          "link",
          "guid",
          "pubdate",
          "published",
          "updated",
          "description",
          "summary",
          "encoded",
          "content",
          "author",
          "creator",
          "category",
          "item",
          "entry");

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
    elements.forEach(Feeds::mend);
    for (Element element : elements) {
      String name = FeedFields.local(element);
      if (name.equals("channel") || name.equals("feed")) {
        var fields = new FeedFields(element);
        source = publisher(title(fields, element));
        language = fields.text("language");
        language =
            language == null && element.hasAttr("xml:lang") ? element.attr("xml:lang") : language;
        home = FeedLinks.of(element, fields, null);
        break; // in RDF it may stand behind its items
      }
    }
    for (Element element : elements) {
      String name = FeedFields.local(element);
      boolean entry = name.equals("item") || name.equals("entry");
      boolean said = element.childrenSize() > 0 || element.attributesSize() > 0;
      // a text may be about items and entries, and hold one
      if (entry && said && !element.tag().namespace().endsWith("/xhtml")) {
        entries.add(entry(element, source, language, home));
      }
    }
    return entries;
  }

  /** An end that is missing or misspelt leaves what follows a title inside it: it is put behind. */
  private static void mend(Element element) {
    if (element.childrenSize() == 0 || !LINES.contains(FeedFields.local(element))) {
      return;
    }
    Element last = element;
    boolean beside = false;
    for (Element child : element.children()) {
      boolean markup = child.tag().namespace().endsWith("/xhtml");
      beside |= !markup && BESIDE.contains(FeedFields.local(child));
      if (beside) {
        last.after(child);
        last = child;
      }
    }
  }

  private static FeedEntry entry(
      Element entry,
      @Nullable String feedSource,
      @Nullable String feedLanguage,
      @Nullable String home) {
    var fields = new FeedFields(entry);
    Element full = longest(fields.texts(FULL));
    boolean whole = full != null && !FeedText.content(full).isBlank();
    Element body = whole ? full : longest(fields.texts(SHORT));
    String content = body == null ? "" : FeedText.content(body);
    String source = fields.text("source");
    Element origin = fields.child("source");
    if (origin != null && origin.childrenSize() > 0) {
      source = title(new FeedFields(origin), origin);
    }
    String language = fields.text("language");
    return new FeedEntry(
        FeedLinks.of(entry, fields, home),
        fields.text("guid", "id", "identifier"),
        title(fields, entry),
        source == null ? feedSource : source,
        byline(fields),
        language == null ? feedLanguage : language,
        date(fields, PUBLISHED),
        date(fields, MODIFIED),
        content,
        body != null && FeedText.html(body, content),
        body != null && whole);
  }

  private static @Nullable String title(FeedFields fields, Element parent) {
    for (String name : new String[] {"title", "headline"}) {
      for (Element title : fields.all(name)) {
        String line = FeedText.line(title);
        if (line != null) {
          return line;
        }
      }
    }
    for (Element child : parent.children()) {
      if (child.tagName().equals("media:title")) {
        return FeedText.line(child);
      }
    }
    return null;
  }

  /** The feed's title without its section: {@code Harbour Post - World} gives Harbour Post. */
  private static @Nullable String publisher(@Nullable String title) {
    if (title == null) {
      return null;
    }
    for (String mark : new String[] {" - ", " – ", " | ", " » ", " > ", " :: ", ": "}) {
      int at = title.indexOf(mark);
      if (at > 1) {
        return title.substring(0, at).strip();
      }
    }
    return title;
  }

  private static List<String> byline(FeedFields fields) {
    var names = new ArrayList<String>();
    for (Element child : fields.texts(List.of("author", "creator"))) {
      String name = new FeedFields(child).text("name");
      String author = FeedText.line(name == null ? child.wholeText() : name);
      String bare = author == null ? "" : bare(author);
      if (!bare.isEmpty() && !names.contains(bare)) {
        names.add(bare);
      }
    }
    return names;
  }

  /**
   * {@code desk@post.example (Ada Banner)}, {@code Ada Banner (desk@post.example)} and {@code Ada
   * Banner <desk@post.example>} give Ada Banner.
   */
  private static String bare(String author) {
    int at = author.indexOf('@');
    int open = Math.max(author.indexOf('('), author.indexOf('<'));
    int close = Math.max(author.lastIndexOf(')'), author.lastIndexOf('>'));
    if (at < 0 || open < 0 || close < open) {
      return author;
    }
    String inner = author.substring(open + 1, close).strip();
    String outer = (author.substring(0, open) + author.substring(close + 1)).strip();
    String name = inner.indexOf('@') >= 0 ? outer : inner;
    return name.isEmpty() ? author : name;
  }

  private static @Nullable String date(FeedFields fields, String[] names) {
    for (String name : names) {
      for (Element child : fields.all(name)) {
        String iso = FeedDates.iso(child.wholeText());
        if (iso != null) {
          return iso;
        }
      }
    }
    return null;
  }

  private static @Nullable Element longest(List<Element> elements) {
    Element longest = null;
    int length = -1;
    for (Element element : elements) {
      int own = FeedText.content(element).length();
      if (own > length) {
        longest = element;
        length = own;
      }
    }
    return longest;
  }
}

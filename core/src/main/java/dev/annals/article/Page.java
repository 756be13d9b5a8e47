package dev.annals.article;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A web page gone through once: its blocks of text, meta elements, structured data, times and
 * pictures, in the order of the page.
 */
final class Page {

  /** Elements nested deeper are taken as siblings by the parser; pages of outlets stay below 60. */
  static final int DEPTH = 256;

  /** Nodes of one page; the largest live blogs stay below 150,000. */
  static final int NODES = 1_000_000;

  /**
   * Blocks of text of one page, the budget of all that is done with them: every step is linear in
   * them. The longest live blogs stay below 20,000.
   */
  static final int MOST_BLOCKS = 60_000;

  /** Of all dates in scripts the first is the page's, if any is. */
  private static final int MOST_SCRIPT_DATES = 1;

  /** Attributes that hold the caption shown when the picture is opened. */
  private static final List<String> CAPTION_ATTRIBUTES =
      List.of("data-caption", "data-image-caption", "data-sub-html", "data-lightbox-caption");

  private static final int FIGURE = PageContext.tag("figure");
  private static final PageTag PARAGRAPH = PageTag.of("p");

  /** How deep the caption stands inside a button. */
  private static final int BUTTON_LEVELS = 6;

  /** A picture of the page. */
  record Image(String src, String alt, String data, PageContext context, int before) {}

  /** A time element or one with a date attribute. */
  record Time(String stated, String text, PageContext context, int before) {}

  /** An anchor whose text is long enough to be a headline. */
  record Link(String text, String href, PageContext context) {}

  final List<PageBlock> blocks = new ArrayList<>();

  /** How many elements were noted: the number of each context is less. */
  int elements;

  final Map<String, String> meta = new HashMap<>();
  final List<String> scripts = new ArrayList<>();
  final JsonLd data = new JsonLd();
  final List<Image> images = new ArrayList<>();
  final List<Time> times = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  final List<String> scriptDates = new ArrayList<>();
  final Map<String, List<String>> properties = new HashMap<>();
  @Nullable String canonical;
  String title = "";
  String language = "";

  private Page() {}

  static Page of(String html, String base) throws IOException {
    Parser parser = Parser.htmlParser().setMaxDepth(DEPTH);
    Document document = Jsoup.parse(html, base, parser);
    var page = new Page();
    var walk = page.new Walk();
    document.filter(walk);
    walk.flush();
    page.scripts.forEach(page.data::add);
    if (walk.nodes > NODES) {
      throw new IOException("more than " + NODES + " nodes: not read");
    }
    if (page.blocks.size() > MOST_BLOCKS) {
      throw new IOException("more than " + MOST_BLOCKS + " blocks of text: not read");
    }
    return page;
  }

  private final class Walk implements NodeFilter {

    private final Map<String, PageContext.Names> seen = new HashMap<>();
    private @Nullable PageContext context;
    private @Nullable PageContext textContext;
    private @Nullable PageContext innerContext;
    private final StringBuilder text = new StringBuilder();
    private boolean space;
    private int breaks;
    private int links;
    private int bold;
    private int linkChars;
    private int boldChars;
    private final StringBuilder linkText = new StringBuilder();
    private int nodes;

    @Override
    public FilterResult head(Node node, int depth) {
      if (++nodes > NODES) {
        return FilterResult.STOP;
      }
      if (node instanceof TextNode words) {
        append(words.getWholeText());
        return FilterResult.CONTINUE;
      }
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      PageTag tag = PageTag.of(element.normalName());
      switch (tag.kind) {
        case SKIPPED -> {
          return FilterResult.SKIP_ENTIRELY;
        }
        case BUTTON -> {
          if (!hasCaption(element, 0)) {
            return FilterResult.SKIP_ENTIRELY;
          }
        }
        case META -> {
          meta(element);
          return FilterResult.SKIP_ENTIRELY;
        }
        case LINK -> {
          if (canonical == null && element.attr("rel").equalsIgnoreCase("canonical")) {
            canonical = element.attr("href");
          }
          return FilterResult.SKIP_ENTIRELY;
        }
        case SCRIPT -> {
          script(element);
          return FilterResult.SKIP_ENTIRELY;
        }
        case TITLE -> {
          if (title.isEmpty() && (context == null || !context.in(FIGURE))) {
            title = element.text();
          }
          return FilterResult.SKIP_ENTIRELY;
        }
        case BREAK -> {
          if (++breaks >= 2) {
            flush();
          }
          return FilterResult.SKIP_ENTIRELY;
        }
        case SPAN -> {
          if (text.length() > 0 && isCard(element)) {
            return FilterResult.SKIP_ENTIRELY;
          }
        }
        case ROOT -> language = element.attr("lang");
        default -> {}
      }
      boolean block = isBlock(element, tag);
      if (block) {
        flush();
      }
      context = new PageContext(context, element, tag, block, elements++, seen);
      special(element, context);
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && context != null && context.element == element) {
        if (context.block) {
          flush();
        }
        switch (context.tag.kind) {
          case ANCHOR -> {
            links = Math.max(0, links - 1);
            if (linkText.length() > 15 && Page.this.links.size() < 3000) {
              Page.this.links.add(
                  new Link(linkText.toString().strip(), element.attr("href"), context));
            }
            linkText.setLength(0);
          }
          case BOLD -> bold--;
          default -> {}
        }
        context = context.parent;
      }
      return FilterResult.CONTINUE;
    }

    /**
     * Whether a part of a line is a card that is shown when a name in it is pointed at: it opens
     * with a picture and links to several places.
     */
    private static boolean isCard(Element element) {
      Element first = element;
      while (first.firstElementChild() != null && first.ownText().isBlank()) {
        first = first.firstElementChild();
      }
      return first != element && first.normalName().equals("img") && linksTo(element, 0) >= 2;
    }

    private static int linksTo(Element element, int level) {
      int links = element.normalName().equals("a") ? 1 : 0;
      for (Element child = element.firstElementChild();
          child != null && level < 4 && links < 2;
          child = child.nextElementSibling()) {
        links += linksTo(child, level + 1);
      }
      return links;
    }

    private static boolean isBlock(Element element, PageTag tag) {
      return tag.kind == PageTag.Kind.CELL ? isLayout(element) : tag.parts || element.isBlock();
    }

    /** A cell that holds blocks of its own; other cells are parts of one line of a table. */
    private static boolean isLayout(Element cell) {
      for (Node child : cell.childNodes()) {
        if (child instanceof Element inner && inner.isBlock()) {
          return true;
        }
      }
      return cell.childNodeSize() > 8;
    }

    private void special(Element element, PageContext here) {
      switch (here.tag.kind) {
        case ANCHOR -> links++;
        case BOLD -> bold++;
        case CELL -> space = true;
        case IMAGE -> image(element, here);
        case TIME ->
            times.add(new Time(element.attr("datetime"), element.text(), here, blocks.size()));
        default -> {}
      }
      String property = here.property;
      if (!property.isEmpty()) {
        String value =
            element.hasAttr("content")
                ? element.attr("content")
                : element.hasAttr("datetime")
                    ? element.attr("datetime")
                    : property.startsWith("articleBody") ? "" : start(element);
        properties.computeIfAbsent(property, p -> new ArrayList<>()).add(value);
      }
    }

    private String start(Element element) {
      return element.childNodeSize() > 12 ? "" : element.text();
    }

    /** Whether a button opens a picture that has its caption with it. */
    private static boolean hasCaption(Element element, int level) {
      for (int i = 0; i < element.childNodeSize(); i++) {
        if (element.childNode(i) instanceof Element child
            && (child.normalName().equals("figcaption")
                || level < BUTTON_LEVELS && hasCaption(child, level + 1))) {
          return true;
        }
      }
      return false;
    }

    private void image(Element element, PageContext here) {
      String src = element.attr("src");
      if (src.isEmpty() || src.startsWith("data:")) {
        src = element.attr("data-src");
      }
      String data = "";
      Element up = element;
      for (int level = 0; level < 3 && up != null && data.isEmpty(); level++, up = up.parent()) {
        for (String name : CAPTION_ATTRIBUTES) {
          data = data.isEmpty() ? up.attr(name).strip() : data;
        }
      }
      images.add(new Image(src, element.attr("alt"), data, here, blocks.size()));
    }

    private void meta(Element element) {
      String name = element.attr("property");
      if (name.isEmpty()) {
        name = element.attr("name");
      }
      String value = element.attr("content");
      String property = element.attr("itemprop");
      if (!property.isEmpty() && !value.isEmpty()) {
        properties.computeIfAbsent(property, p -> new ArrayList<>()).add(value);
      }
      if (name.isEmpty()) {
        name = element.attr("http-equiv");
      }
      if (!name.isEmpty() && !value.isBlank()) {
        meta.putIfAbsent(Words.lower(name), value.strip());
      }
    }

    private void script(Element element) {
      String type = element.attr("type");
      if (type.contains("ld+json") && scripts.size() < 50) {
        for (Node child : element.childNodes()) {
          if (child instanceof DataNode data) {
            scripts.add(data.getWholeData());
          }
        }
      } else if (scriptDates.size() < MOST_SCRIPT_DATES) {
        for (Node child : element.childNodes()) {
          if (child instanceof DataNode data) {
            ScriptDates.find(data.getWholeData(), MOST_SCRIPT_DATES, scriptDates);
          }
        }
      }
    }

    private static int commas(String text) {
      int commas = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        commas += c == ',' || c == '，' || c == '、' ? 1 : 0;
      }
      return commas;
    }

    private void append(String words) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (c <= ' ' || c >= 128 && (c == '\u00A0' || Character.isWhitespace(c))) {
          space = true;
          continue;
        }
        if (c == '\u200B' || c == '\uFEFF') {
          continue;
        }
        if (text.length() == 0) {
          textContext = context;
          innerContext = context;
          while (textContext != null && textContext.parent != null && !textContext.block) {
            textContext = textContext.parent;
          }
        } else if (breaks > 0) {
          text.append('\n');
        } else if (space) {
          text.append(' ');
        }
        if (links > 0) {
          if (space && linkText.length() > 0) {
            linkText.append(' ');
          }
          linkText.append(c);
          linkChars++;
        }
        if (bold > 0) {
          boldChars++;
        }
        space = false;
        breaks = 0;
        text.append(c);
        // the rest of the word is as its first letter was
        int end = i + 1;
        while (end < words.length() && words.charAt(end) > ' ' && words.charAt(end) < 128) {
          end++;
        }
        int more = end - i - 1;
        if (more > 0) {
          text.append(words, i + 1, end);
          if (links > 0) {
            linkText.append(words, i + 1, end);
            linkChars += more;
          }
          boldChars += bold > 0 ? more : 0;
          i += more;
        }
      }
    }

    private void flush() {
      breaks = 0;
      space = false;
      if (text.length() > 0 && textContext != null) {
        add(
            new PageBlock(
                blocks.size(), text.toString(), textContext, linkChars, boldChars, images.size()));
      }
      text.setLength(0);
      linkChars = 0;
      boldChars = 0;
    }

    private void add(PageBlock block) {
      blocks.add(block);
      if (innerContext != null) {
        block.inner = innerContext;
      }
      int commas = commas(block.text);
      boolean paragraph = block.context.tag == PARAGRAPH;
      boolean linked = block.words >= 4 && block.isLinked();
      int level = 0;
      for (PageContext up = block.context; up != null; up = up.parent) {
        up.chars += block.text.length();
        up.linkChars += block.linkChars;
        up.commas += commas;
        up.blocks++;
        up.linkedBlocks += linked ? 1 : 0;
        if (level == 1 && paragraph) {
          up.paragraphChars += block.text.length();
        }
        level++;
      }
    }
  }
}

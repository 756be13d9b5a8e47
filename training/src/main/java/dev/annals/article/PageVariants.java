package dev.annals.article;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Makes further pages of a known one: puts posts, teasers, boxes and comments with text of other
 * pages around its article, shortens it, takes class names away. What a few hundred pages show too
 * seldom is learnt from them: that many alike are never the article, however much text they hold.
 */
final class PageVariants {

  private static final List<String> ITEMS = List.of("article", "div", "div", "section", "li");
  private static final List<String> PLACES =
      List.of("", "", "grid", "more", "list", "river", "main", "row", "col", "content", "section");
  private static final List<String> NAMES =
      List.of("", "", "item", "post", "card", "story", "entry", "block", "teaser", "box", "text");

  private final Random random;
  private final List<String> texts;

  private PageVariants(Random random, List<String> texts) {
    this.random = random;
    this.texts = texts;
  }

  /**
   * @param labels of each block of the page, whether it is body
   * @param texts paragraphs of other pages
   */
  static String of(String html, double[] labels, Random random, List<String> texts)
      throws IOException {
    return new PageVariants(random, texts).make(Page.of(html, ""), labels, html);
  }

  private String make(Page page, double[] labels, String html) {
    Element container = container(page.blocks, labels);
    if (container == null) {
      return html;
    }
    Document document = container.ownerDocument();
    if (document == null) {
      return html;
    }
    if (random.nextInt(3) == 0) {
      shorten(page.blocks, labels);
    }
    if (random.nextInt(3) == 0) {
      wrap(page.blocks, labels);
    }
    int kind = random.nextInt(4);
    if (kind <= 1) {
      posts(container);
    }
    if (kind == 1 || kind == 2) {
      boxes(container);
    }
    if (kind == 3) {
      comments(container);
    }
    if (random.nextInt(4) == 0) {
      document.getAllElements().forEach(element -> element.removeAttr("class").removeAttr("id"));
    }
    return document.outerHtml();
  }

  /** The element that directly holds most of the article. */
  private static @Nullable Element container(List<PageBlock> blocks, double[] labels) {
    Map<Element, Integer> words = new IdentityHashMap<>();
    Element best = null;
    int most = 0;
    for (int i = 0; i < labels.length; i++) {
      Element element = blocks.get(i).container.element;
      if (labels[i] > 0 && !element.normalName().equals("body")) {
        int sum = words.merge(element, blocks.get(i).words, Integer::sum);
        if (sum > most) {
          most = sum;
          best = element;
        }
      }
    }
    return best;
  }

  /** Leaves the first few paragraphs. */
  private void shorten(List<PageBlock> blocks, double[] labels) {
    int keep = 1 + random.nextInt(5);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] > 0 && blocks.get(i).words >= 8 && keep-- <= 0) {
        Element element = blocks.get(i).context.element;
        if (element.normalName().equals("p") || element.normalName().equals("li")) {
          element.remove();
        }
      }
    }
  }

  /**
   * Puts every paragraph or every few of them in elements of their own, under a heading or not: an
   * article may be made of many alike, too.
   */
  private void wrap(List<PageBlock> blocks, double[] labels) {
    String tag = random.nextInt(4) == 0 ? "section" : "div";
    String name = pick(NAMES);
    int size = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(4);
    boolean headed = random.nextInt(3) == 0;
    boolean twice = random.nextInt(3) == 0;
    Element around = null;
    Element home = null;
    int inside = 0;
    for (int i = 0; i < labels.length; i++) {
      Element element = blocks.get(i).context.element;
      Element parent = element.parent();
      String kind = element.normalName();
      boolean unit = kind.equals("p") || blocks.get(i).isHeading();
      if (labels[i] == 0 || !unit || parent == null) {
        around = null;
        continue;
      }
      if (around == null || inside >= size || home != parent) {
        home = parent;
        around = new Element(tag);
        if (!name.isEmpty()) {
          around.addClass(name);
        }
        Element outer = twice ? new Element("div").appendChild(around) : around;
        element.before(outer);
        if (headed && blocks.get(i).words > 12) {
          around.appendElement("h3").text(cut(blocks.get(i).text, 6, ""));
        }
        inside = 0;
      }
      around.appendChild(element);
      inside++;
    }
  }

  private Element outside(Element container) {
    Element place = container;
    int up = random.nextInt(4);
    while (up-- > 0
        && place.parent() != null
        && !place.parent().normalName().equals("body")
        && !place.parent().normalName().equals("html")) {
      place = place.parent();
    }
    return place;
  }

  private void posts(Element container) {
    var list = new Element(random.nextInt(3) == 0 ? "section" : "div");
    name(list, PLACES);
    String tag = pick(ITEMS);
    String name = pick(NAMES);
    String heading = "h" + (2 + random.nextInt(3));
    boolean linked = random.nextInt(4) > 0;
    int paragraphs = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
    int longest = 15 + random.nextInt(100);
    boolean bare = random.nextInt(5) == 0;
    int count = 3 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      Element item = list.appendElement(tag);
      if (!name.isEmpty()) {
        item.addClass(name);
      }
      if (!bare) {
        Element head = item.appendElement(heading);
        (linked ? head.appendElement("a").attr("href", "/" + i) : head).text(cut(text(), 10, ""));
      }
      for (int k = 0; k < paragraphs; k++) {
        item.appendElement("p").text(cut(text(), longest, random.nextInt(3) == 0 ? "…" : "."));
      }
      if (random.nextInt(6) == 0) {
        item.appendElement("a").attr("href", "/" + i).text(cut(text(), 3, ""));
      }
    }
    outside(container).after(list);
  }

  private void boxes(Element container) {
    var side = new Element(random.nextInt(2) == 0 ? "aside" : "div");
    name(side, List.of("", "sidebar", "secondary", "right", "col", "widgets", "rail"));
    String name = pick(List.of("", "widget", "module", "box", "textwidget", "block", "item"));
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Element box = side.appendElement("div");
      if (!name.isEmpty()) {
        box.addClass(name);
      }
      if (random.nextInt(4) > 0) {
        box.appendElement("h" + (2 + random.nextInt(3))).text(cut(text(), 5, ""));
      }
      int paragraphs = 1 + random.nextInt(3);
      for (int k = 0; k < paragraphs; k++) {
        box.appendElement("p").text(cut(text(), 10 + random.nextInt(50), "."));
      }
    }
    Element place = outside(container);
    if (random.nextInt(3) == 0) {
      place.before(side);
    } else {
      place.after(side);
    }
  }

  private void comments(Element container) {
    var list = new Element(random.nextInt(2) == 0 ? "ol" : "div");
    name(list, List.of("", "comments", "discussion", "replies", "list"));
    boolean item = list.normalName().equals("ol");
    String name = pick(List.of("", "comment", "reply", "item", "entry", "media"));
    int count = 2 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      Element comment = list.appendElement(item ? "li" : "div");
      if (!name.isEmpty()) {
        comment.addClass(name);
      }
      comment.appendElement("div").text(cut(text(), 2, ""));
      Element words = comment.appendElement("div");
      int paragraphs = 1 + random.nextInt(2);
      for (int k = 0; k < paragraphs; k++) {
        words.appendElement("p").text(cut(text(), 5 + random.nextInt(90), "."));
      }
    }
    outside(container).after(list);
  }

  private void name(Element element, List<String> names) {
    String name = pick(names);
    if (!name.isEmpty()) {
      element.addClass(name);
    }
  }

  private String text() {
    return texts.get(random.nextInt(texts.size()));
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The first words of a text. */
  private static String cut(String text, int words, String end) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ' && ++found >= words) {
        return text.substring(0, i) + end;
      }
    }
    return text;
  }

  /** Paragraphs of some length. */
  static List<String> paragraphs(List<LabelledPage> pages) {
    var paragraphs = new ArrayList<String>();
    for (LabelledPage page : pages) {
      for (int i = 0; i < page.labels.length; i++) {
        if (page.labels[i] > 0 && page.blocks.get(i).words > 25) {
          paragraphs.add(page.blocks.get(i).text);
        }
      }
    }
    return paragraphs;
  }
}

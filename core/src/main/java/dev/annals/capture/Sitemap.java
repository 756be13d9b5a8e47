package dev.annals.capture;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap: the pages that a site names, with what its news extension says of them, or other
 * sitemaps.
 *
 * @param pages the pages in its order
 * @param sitemaps addresses of other sitemaps, the last changed first where that is said
 */
public record Sitemap(List<Page> pages, List<String> sitemaps) {

  /** The protocol's own bound. */
  private static final int MOST = 50_000;

  /** Copies the lists. */
  public Sitemap {
    pages = List.copyOf(pages);
    sitemaps = List.copyOf(sitemaps);
  }

  /**
   * A page.
   *
   * @param url where it is
   * @param news whether the news extension speaks of it
   * @param title its headline, or null
   * @param publisher whose it is, or null
   * @param language BCP 47 tag, or null
   * @param published ISO 8601 as stated, or null
   * @param modified ISO 8601 as stated, or null
   */
  public record Page(
      String url,
      boolean news,
      @Nullable String title,
      @Nullable String publisher,
      @Nullable String language,
      @Nullable String published,
      @Nullable String modified) {}

  private record Dated(String url, String day) {}

  /** Whether these bytes begin a sitemap. */
  public static boolean is(byte[] bytes) {
    byte[] head = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, Head.LENGTH));
    if (Head.binary(head)) {
      return false;
    }
    String root = XmlText.root(Head.text(head));
    return root.equals("urlset") || root.equals("sitemapindex");
  }

  /**
   * Reads a sitemap as far as it goes.
   *
   * @param charset the character set that the transport named, or null
   */
  public static Sitemap of(byte[] bytes, @Nullable String charset) {
    var document = Jsoup.parse(XmlText.of(bytes, charset), "", Parser.xmlParser());
    var pages = new ArrayList<Page>();
    var sitemaps = new ArrayList<Dated>();
    for (Element element : document.getAllElements()) {
      String name = local(element);
      String url = name.equals("url") || name.equals("sitemap") ? text(element, "loc") : null;
      if (url == null) {
        continue;
      }
      if (name.equals("sitemap")) {
        String day = StatedTime.iso(text(element, "lastmod"));
        sitemaps.add(new Dated(url, day == null ? "" : day));
      } else if (pages.size() < MOST) {
        pages.add(page(element, url));
      }
    }
    sitemaps.sort(java.util.Comparator.comparing(Dated::day).reversed());
    return new Sitemap(pages, sitemaps.stream().map(Dated::url).toList());
  }

  private static Page page(Element element, String url) {
    Element news = child(element, "news");
    String modified = StatedTime.iso(text(element, "lastmod"));
    if (news == null) {
      return new Page(url, false, null, null, null, null, modified);
    }
    Element publication = child(news, "publication");
    return new Page(
        url,
        true,
        text(news, "title"),
        publication == null ? null : text(publication, "name"),
        publication == null ? null : text(publication, "language"),
        StatedTime.iso(text(news, "publication_date")),
        modified);
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Element child : parent.children()) {
      if (local(child).equals(name)) {
        return child;
      }
    }
    return null;
  }

  private static @Nullable String text(Element parent, String name) {
    Element child = child(parent, name);
    String text = child == null ? "" : child.wholeText().strip();
    return text.isEmpty() ? null : text;
  }

  private static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1);
  }
}

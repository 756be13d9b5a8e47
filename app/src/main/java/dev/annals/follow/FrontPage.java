package dev.annals.follow;

import dev.annals.capture.Charsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A site's front page: leads to its feed, to its news sitemap, or, where there is neither, to the
 * articles it links to.
 */
final class FrontPage {

  private static final Set<String> FEEDS =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "application/json");

  /** Words in the last part of an address from which on it is a headline. */
  private static final int HEADLINE_HYPHENS = 3;

  /** Digits in a row that number an article or name its day. */
  private static final int NUMBER = 5;

  private FrontPage() {}

  static Found read(Answer answer, List<String> sitemaps) {
    String text = Charsets.decode(answer.body(), answer.charset(), true).text();
    Document page = Jsoup.parse(text, answer.url());
    Element stated = page.selectFirst("base[href]");
    String base = stated == null ? null : WebUrl.resolve(answer.url(), stated.attr("href"));
    base = base == null ? answer.url() : base;
    String feed = feed(page, base);
    if (feed != null) {
      return Found.elsewhere("page", feed, true);
    }
    var news =
        sitemaps.stream()
            .filter(s -> WebUrl.path(s).toLowerCase(Locale.ROOT).contains("news"))
            .toList();
    String sitemap = SourceReader.best(news, answer.url());
    return sitemap != null
        ? Found.elsewhere("page", sitemap, true)
        : Found.pages("page", links(page, base, WebUrl.host(answer.url())));
  }

  /** The feed that the page itself names; of several the first that is not about comments. */
  private static @Nullable String feed(Document page, String base) {
    String first = null;
    for (Element link : page.getElementsByTag("link")) {
      String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
      boolean alternate =
          List.of(link.attr("rel").toLowerCase(Locale.ROOT).split(" ")).contains("alternate");
      if (!alternate || !FEEDS.contains(type)) {
        continue;
      }
      String url = WebUrl.resolve(base, link.attr("href"));
      boolean comments =
          (link.attr("href") + link.attr("title")).toLowerCase(Locale.ROOT).contains("comment");
      if (url == null || type.equals("application/json") && !url.contains("feed")) {
        continue;
      }
      if (!comments) {
        return url;
      }
      first = first == null ? url : first;
    }
    return first;
  }

  /** Links of the same host that look like articles: with a headline or a number in them. */
  private static List<FoundPage> links(Document page, String base, String host) {
    var pages = new LinkedHashMap<String, FoundPage>();
    for (Element link : page.getElementsByTag("a")) {
      String url = link.hasAttr("href") ? WebUrl.resolve(base, link.attr("href")) : null;
      if (url == null || !WebUrl.host(url).equals(host) || pages.size() >= SourceReader.MOST) {
        continue;
      }
      String clean = WebUrl.withoutTracking(url);
      if (looksLikeArticle(WebUrl.path(clean))) {
        pages.putIfAbsent(clean, new FoundPage(clean, null, null, null, null, null, null));
      }
    }
    return List.copyOf(pages.values());
  }

  static boolean looksLikeArticle(String path) {
    int question = path.indexOf('?');
    String plain = question < 0 ? path : path.substring(0, question);
    String trimmed = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    String last = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    int hyphens = 0;
    int digits = 0;
    int longest = 0;
    for (int i = 0; i < last.length(); i++) {
      char c = last.charAt(i);
      hyphens += c == '-' || c == '_' ? 1 : 0;
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      longest = Math.max(longest, digits);
    }
    return hyphens >= HEADLINE_HYPHENS || longest >= NUMBER;
  }
}

package dev.annals.follow;

import dev.annals.capture.FeedDocument;
import dev.annals.capture.FeedEntry;
import dev.annals.capture.Sitemap;
import dev.annals.store.FollowedSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a source answered: a feed of any kind, a sitemap, or a page that leads to one. */
final class SourceReader {

  /** Pages taken from one look; what is over comes with the next. */
  static final int MOST = 1000;

  /** A sitemap names a site's whole past; only what is this young is news. */
  private static final int SITEMAP_DAYS = 3;

  private SourceReader() {}

  /**
   * What an answer leads to; null when it is nothing that can be followed.
   *
   * @param sitemaps those that the host's robots.txt names
   */
  static @Nullable Found read(
      Answer answer, FollowedSource source, List<String> sitemaps, Instant now) {
    byte[] body = answer.body();
    List<FeedEntry> entries = FeedDocument.entries(body, answer.charset());
    if (entries != null) {
      return Found.pages("feed", feed(entries, answer.url(), source));
    }
    if (Sitemap.is(body)) {
      return sitemap(Sitemap.of(body, answer.charset()), answer.url(), source, now);
    }
    String type = answer.mediaType();
    boolean page = type.contains("html") || type.isEmpty();
    return page ? FrontPage.read(answer, sitemaps) : null;
  }

  private static List<FoundPage> feed(List<FeedEntry> entries, String base, FollowedSource source) {
    var pages = new LinkedHashMap<String, FoundPage>();
    for (FeedEntry entry : entries) {
      String link = entry.url() == null ? null : WebUrl.resolve(base, entry.url());
      FoundPage page = link == null ? inline(entry, base, source) : page(entry, link, base, source);
      if (page != null && pages.size() < MOST) {
        pages.putIfAbsent(page.url(), page);
      }
    }
    return new ArrayList<>(pages.values());
  }

  private static FoundPage page(FeedEntry entry, String link, String base, FollowedSource source) {
    // a feed that gathers the reports of others must not give them its own name
    boolean own = site(link).equals(site(base));
    String publisher =
        source.publisher() != null ? source.publisher() : own ? entry.source() : null;
    return new FoundPage(
        WebUrl.withoutTracking(link),
        entry.title(),
        publisher,
        source.language() != null ? source.language() : entry.language(),
        withZone(entry.published(), source.zone()),
        null,
        entry.full() && !entry.content().isBlank() ? entry : null);
  }

  /** An entry without a page of its own is an article as it stands, if it has a text. */
  private static @Nullable FoundPage inline(FeedEntry entry, String base, FollowedSource source) {
    String id = entry.id() == null ? entry.title() : entry.id();
    if (id == null
        || entry.content().isBlank()
        || base.length() + id.length() > WebUrl.LONGEST / 2) {
      return null;
    }
    return new FoundPage(
        base + "#" + id,
        entry.title(),
        source.publisher() != null ? source.publisher() : entry.source(),
        source.language() != null ? source.language() : entry.language(),
        withZone(entry.published(), source.zone()),
        entry,
        null);
  }

  /**
   * The last two labels of a host: {@code www.harbour.example} and its feeds' host are one site.
   */
  private static String site(String url) {
    String host = WebUrl.host(url);
    int last = host.lastIndexOf('.');
    int before = last < 0 ? -1 : host.lastIndexOf('.', last - 1);
    return host.substring(before + 1);
  }

  /** A time without offset is one of the source's zone, where that is known. */
  static @Nullable String withZone(@Nullable String stated, @Nullable String zone) {
    if (stated == null || zone == null || stated.length() < 16 || stated.indexOf('T') != 10) {
      return stated;
    }
    try {
      var time = LocalDateTime.parse(stated); // fails when there is an offset
      return time.atZone(ZoneId.of(zone)).toOffsetDateTime().toString();
    } catch (DateTimeException e) {
      return stated;
    }
  }

  private static Found sitemap(Sitemap map, String base, FollowedSource source, Instant now) {
    if (map.pages().isEmpty() && !map.sitemaps().isEmpty()) {
      String best = best(map.sitemaps(), base);
      return best == null
          ? Found.pages("sitemap", List.of())
          : Found.elsewhere("sitemap", best, false);
    }
    var pages = new LinkedHashMap<String, FoundPage>();
    for (Sitemap.Page page : map.pages()) {
      String url = WebUrl.resolve(base, page.url());
      String when = page.published() == null ? page.modified() : page.published();
      if (url == null || pages.size() >= MOST || !page.news() && !young(when, now)) {
        continue;
      }
      String clean = WebUrl.withoutTracking(url);
      pages.putIfAbsent(
          clean,
          new FoundPage(
              clean,
              page.title(),
              source.publisher() != null ? source.publisher() : page.publisher(),
              source.language() != null ? source.language() : page.language(),
              withZone(page.published(), source.zone()),
              null,
              null));
    }
    return Found.pages("sitemap", new ArrayList<>(pages.values()));
  }

  /** Of several sitemaps the one with news in its name, else the one that changed last. */
  static @Nullable String best(List<String> sitemaps, String base) {
    String first = null;
    for (String sitemap : sitemaps) {
      String url = WebUrl.resolve(base, sitemap);
      if (url != null && WebUrl.path(url).toLowerCase(java.util.Locale.ROOT).contains("news")) {
        return url;
      }
      first = first == null ? url : first;
    }
    return first;
  }

  private static boolean young(@Nullable String stated, Instant now) {
    if (stated == null || stated.length() < 10) {
      return false;
    }
    String oldest = now.minus(SITEMAP_DAYS, ChronoUnit.DAYS).toString().substring(0, 10);
    return stated.substring(0, 10).compareTo(oldest) >= 0;
  }
}

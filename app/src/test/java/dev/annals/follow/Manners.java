package dev.annals.follow;

import dev.annals.follow.World.Site;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What each host of the {@link World} does: at first, an hour later, a day later. */
final class Manners {

  static final int HOSTS = 200;
  static final String HTML = "Content-Type: text/html; charset=utf-8";

  /** The certificates name these addresses; see {@code make.sh} beside them. */
  private static final List<Integer> TLS = List.of(180, 181, 182, 183, 184);

  private final World world;
  private final Map<String, List<Site>> manners = new LinkedHashMap<>();
  private final Map<String, List<String>> articles = new LinkedHashMap<>();

  /** Host to the address of its feed. */
  final Map<String, String> sources = new LinkedHashMap<>();

  /** Names to the addresses that they have at first. */
  final Map<String, String> names = new LinkedHashMap<>();

  private int next = 1;

  /** Sets a host up; the number counts the hosts of this manner. */
  interface Manner {
    void set(Site site, int number);
  }

  Manners(World world) {
    this.world = world;
  }

  List<Site> of(String manner) {
    return Objects.requireNonNull(manners.get(manner), manner);
  }

  List<Site> all() {
    return manners.values().stream().flatMap(List::stream).toList();
  }

  /** Hosts with which nothing is wrong. */
  List<Site> good() {
    return of("is good");
  }

  List<String> articles(Site site) {
    return articles.getOrDefault(site.address, List.of());
  }

  /** Addresses of all pages that the feeds list and that can be asked for. */
  TreeSet<String> pages() {
    var pages = new TreeSet<String>();
    for (Site site : all()) {
      String feed = sources.get(site.address);
      for (String path : articles(site)) {
        pages.add(
            feed.startsWith("https:") || names.containsKey(URI.create(feed).getHost())
                ? feed.replace("/feed", path)
                : site.url(path));
      }
    }
    return pages;
  }

  void hosts(String manner, int count, Manner set) {
    for (int i = 0; i < count; i++) {
      while (TLS.contains(next)) {
        next++;
      }
      host(manner, next++, i, set);
    }
  }

  void host(String manner, int address, int number, Manner set) {
    Site site = world.site(address);
    sources.put(site.address, site.url("/feed"));
    set.set(site, number);
    manners.computeIfAbsent(manner, m -> new ArrayList<>()).add(site);
  }

  /** A feed with pages about events of their own. */
  void news(Site site, String... paths) {
    site.feed("/feed", paths);
    for (String path : paths) {
      site.article(path);
    }
    listed(site, paths);
  }

  void listed(Site site, String... paths) {
    articles.put(site.address, Arrays.asList(paths));
  }

  /** Pages that nobody is expected to have asked for. */
  void unlisted(String address) {
    articles.remove(address);
  }

  // ------------------------------------------------------------------ at first

  void first() {
    var trouble = new Troublemakers(world, this);
    trouble.slow();
    trouble.tooMuch();
    moved();
    trouble.inside();
    robots();
    untidy();
    changing();
    trouble.certificates();
    hosts("is good", HOSTS - sources.size(), this::good);
  }

  private void good(Site site, int number) {
    switch (number % 10) {
      case 0 -> atom(site, "/a");
      case 1 -> jsonFeed(site, "/a");
      case 2 -> sitemap(site, "/a");
      case 3 -> {
        news(site, "/a");
        site.paths.put("/list", site.paths.remove("/feed"));
        site.says(
            "/feed",
            200,
            "<html><head><link rel=alternate type='application/rss+xml' href='/list'></head></html>",
            HTML);
      }
      case 4 -> {
        news(site, "/a");
        packed(site, "/a");
      }
      default -> news(site, "/a", "/b");
    }
  }

  private void packed(Site site, String path) {
    byte[] page = World.gzip(TestArticles.page(world.event(), 1).getBytes(StandardCharsets.UTF_8));
    site.on(
        path,
        (request, reply) -> {
          if (request.header("if-none-match").equals("\"z\"")) {
            reply.send(304, "");
          } else {
            reply.send(200, page, HTML, "Content-Encoding: gzip", "ETag: \"z\"");
          }
        });
  }

  private void atom(Site site, String path) {
    site.article(path);
    site.tagged(
        "/feed",
        "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Atom</title><id>urn:a</id>"
            + "<updated>2031-03-05T09:00:00Z</updated><entry><id>urn:a:1</id><title>An item</title><updated>2031-03-05T09:00:00Z</updated>"
            + "<link rel=\"alternate\" href=\""
            + path
            + "\"/></entry></feed>",
        "Content-Type: application/atom+xml");
    listed(site, path);
  }

  private void jsonFeed(Site site, String path) {
    site.article(path);
    site.tagged(
        "/feed",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":\"1\",\"url\":\""
            + site.url(path)
            + "\",\"title\":\"An item\",\"content_text\":\"Short.\"}]}",
        "Content-Type: application/feed+json");
    listed(site, path);
  }

  private void sitemap(Site site, String path) {
    site.article(path);
    site.tagged(
        "/feed",
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
            + site.url(path)
            + "</loc><lastmod>2031-03-05</lastmod></url><url><loc>"
            + site.url("/old")
            + "</loc><lastmod>2029-01-01</lastmod></url></urlset>",
        "Content-Type: application/xml");
    listed(site, path);
  }

  private void moved() {
    hosts(
        "moved its feed for good",
        3,
        (s, i) -> {
          news(s, "/a");
          s.paths.put("/new", s.paths.get("/feed"));
          s.moved("/feed", i == 0 ? 308 : 301, "/new");
        });
    hosts(
        "moved its feed for now",
        3,
        (s, i) -> {
          news(s, "/a");
          s.paths.put("/new", s.paths.get("/feed"));
          s.moved("/feed", i == 0 ? 307 : 302, "/new");
        });
    hosts(
        "moved its article for good",
        2,
        (s, i) -> {
          news(s, "/a");
          s.article("/b").moved("/a", 301, "/b");
        });
    hosts(
        "redirects its feed in a circle",
        3,
        (s, i) ->
            s.moved("/feed", i == 0 ? 301 : 302, i == 1 ? "/feed" : "/round")
                .moved("/round", 302, "/feed"));
    hosts(
        "redirects its article in a circle",
        2,
        (s, i) -> {
          news(s, "/a");
          s.moved("/a", 302, "/b").moved("/b", 301, "/a");
        });
  }

  private void robots() {
    hosts(
        "opens its robots.txt",
        3,
        (s, i) -> {
          news(s, "/a");
          s.says("/robots.txt", 200, "User-agent: *\nDisallow: /a\n");
        });
    hosts(
        "closes its robots.txt",
        3,
        (s, i) -> {
          news(s, "/a");
          s.says("/robots.txt", 200, "User-agent: *\nDisallow:\n");
        });
    hosts(
        "has a robots.txt that cannot be had",
        2,
        (s, i) -> {
          s.feed("/feed", "/a");
          s.says("/robots.txt", i == 0 ? 503 : 429, "later");
        });
    hosts(
        "has a robots.txt without end",
        2,
        (s, i) -> {
          news(s, "/a");
          s.feed("/feed", "/a", "/private");
          s.article("/private");
          s.on(
              "/robots.txt",
              (request, reply) ->
                  Troublemakers.endless(
                      reply, "text/plain", "User-agent: *\nDisallow: /private\n"));
        });
    hosts(
        "has a robots.txt in a circle",
        1,
        (s, i) -> {
          news(s, "/a");
          s.moved("/robots.txt", 301, "/robots.txt");
        });
    hosts(
        "has a Crawl-delay",
        2,
        (s, i) -> {
          news(s, "/a");
          s.says("/robots.txt", 200, "User-agent: *\nCrawl-delay: 1\n");
        });
  }

  private void untidy() {
    hosts("reorders its feed", 3, (s, i) -> news(s, "/a", "/b", "/c"));
    hosts("changes its GUIDs", 3, (s, i) -> news(s, "/a"));
    hosts(
        "dates items in the future",
        2,
        (s, i) -> {
          news(s, "/a");
          s.feed(
              "/feed",
              List.of(
                  new String[][] {{s.url("/a"), "An item", "g", "Sat, 05 Mar 2033 10:00:00 GMT"}}));
        });
    hosts(
        "lists one page under many addresses",
        2,
        (s, i) -> {
          news(s, "/a");
          s.feed("/feed", "/a?utm_source=feed", "/a#part", "/a?fbclid=1&utm_medium=x", "/a");
        });
    hosts(
        "lists the pages of others",
        2,
        (s, i) -> {
          var links = new ArrayList<String>();
          for (Site other : of("reorders its feed")) {
            links.add(other.url("/a"));
            links.add(other.url("/b"));
          }
          s.feed("/feed", links.toArray(String[]::new));
        });
    hosts(
        "sends a feed that is none",
        3,
        (s, i) ->
            s.says(
                "/feed",
                200,
                i == 0 ? "Page not found." : i == 1 ? "\0\1\2\3" : "{\"a\":",
                "Content-Type: application/rss+xml"));
    hosts(
        "declares entities",
        3,
        (s, i) -> {
          news(s, "/a");
          String entity =
              i == 0
                  ? "<!ENTITY x SYSTEM \"http://127.0.0.1:" + world.port() + "/secret\">"
                  : i == 1 ? "<!ENTITY x SYSTEM \"file:///etc/passwd\">" : laughs();
          s.says(
              "/feed",
              200,
              "<?xml version=\"1.0\"?><!DOCTYPE rss ["
                  + entity
                  + "]><rss version=\"2.0\"><channel><title>&x;</title>"
                  + "<item><title>&x;</title><link>"
                  + s.url("/a")
                  + "</link></item></channel></rss>",
              "Content-Type: application/rss+xml");
          articles.remove(s.address);
        });
  }

  private static String laughs() {
    var text = new StringBuilder("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      text.append("<!ENTITY l")
          .append(i)
          .append(" \"")
          .append(("&l" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    return text + "<!ENTITY x \"&l9;\">";
  }

  private void changing() {
    hosts(
        "names the wrong character set",
        3,
        (s, i) -> {
          news(s, "/a");
          String page =
              TestArticles.page(world.event(), 1)
                  .replace("Shops along", "Shops like Søren Håkansson’s café along")
                  .replace(
                      "<meta charset=\"utf-8\">", i == 1 ? "<meta charset=\"windows-1252\">" : "");
          byte[] bytes = page.getBytes(Charset.forName("windows-1252"));
          String type =
              "Content-Type: text/html; charset="
                  + (i == 0 ? "utf-8" : i == 1 ? "no-such-set" : "iso-8859-1");
          s.on("/a", (request, reply) -> reply.send(200, bytes, type));
        });
    hosts("changes its article", 3, (s, i) -> news(s, "/a"));
    hosts("takes an article away", 3, (s, i) -> news(s, "/a"));
    hosts("takes an article away for a while", 2, (s, i) -> news(s, "/a"));
  }

  // ------------------------------------------------------------------ later

  void anHourLater() {
    for (Site site : of("reorders its feed")) {
      site.feed("/feed", "/c", "/a", "/b");
    }
    for (Site site : of("changes its GUIDs")) {
      site.feed(
          "/feed", List.of(new String[][] {{site.url("/a"), "Item /a", "other-" + site.address}}));
    }
    for (Site site : of("changes its article")) {
      site.article("/a");
    }
    for (Site site : of("takes an article away")) {
      site.says("/a", site.address.endsWith("0") ? 410 : 404, "gone");
    }
    for (Site site : of("takes an article away for a while")) {
      site.on("/back", site.paths.get("/a")).says("/a", 404, "gone");
    }
  }

  void aDayLater() {
    for (String manner : List.of("says 429", "says 503")) {
      of(manner).forEach(site -> site.feed("/feed", "/a"));
    }
    for (Site site : of("opens its robots.txt")) {
      site.says("/robots.txt", 200, "User-agent: *\nDisallow:\n");
    }
    for (Site site : of("closes its robots.txt")) {
      site.says("/robots.txt", 200, "User-agent: *\nDisallow: /\n");
    }
    for (Site site : of("takes an article away for a while")) {
      site.on("/a", site.paths.get("/back"));
    }
  }
}

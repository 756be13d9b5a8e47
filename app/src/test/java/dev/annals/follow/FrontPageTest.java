package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Finding the lists of a site, and where they have moved to. */
class FrontPageTest extends FollowerFixture {

  @Test
  void remembersPermanentRedirectsAndOnlyThose() throws IOException {
    on("/old", (request, reply) -> reply.send(301, "", "Location: /feed"));
    on("/detour", (request, reply) -> reply.send(302, "", "Location: /feed"));
    feed("/feed", "/go");
    on(
        "/go",
        (request, reply) ->
            reply.send(302, "", "Location: http://" + OTHER + ":" + server.port() + "/a"));
    on(
        OTHER + "/a",
        (request, reply) -> reply.send(200, TestArticles.page(3, 1), "Content-Type: text/html"));
    String old = add("/old");
    String detour = add("/detour");
    start();
    until(
        () ->
            is("/go", "kept")
                && source(old).succeededAt() != null
                && source(detour).succeededAt() != null);
    assertThat(source(old).address()).isEqualTo(server.url(HOST, "/feed"));
    assertThat(source(old).url()).isEqualTo(server.url(HOST, "/old"));
    assertThat(source(detour).address()).isEqualTo(server.url(HOST, "/detour"));
    assertThat(engine.store().versions(server.url(OTHER, "/a"))).hasSize(1);
    assertThat(asked).contains(OTHER + "/robots.txt");
  }

  @Test
  void findsTheFeedOfAFrontPage() throws IOException {
    on(
        "/",
        (request, reply) ->
            reply.send(
                200,
                "<html><head><link rel=alternate type='application/rss+xml' title='Comments' href='/comments'>"
                    + "<link rel='alternate' type='application/rss+xml' href='/feed'></head><body>x</body></html>",
                "Content-Type: text/html"));
    feed("/feed", "/a");
    page("/a", 1);
    String id = add("/");
    start();
    until(() -> is("/a", "kept"));
    assertThat(source(id).address()).isEqualTo(server.url(HOST, "/feed"));
    assertThat(source(id).kind()).isEqualTo("feed");
  }

  @Test
  void readsNewsSitemapsAndTakesFrontPagesWithoutFeedAsTheyAre() throws IOException {
    on(
        "/robots.txt",
        (request, reply) ->
            reply.send(200, "Sitemap: " + server.url(OTHER, "/news-sitemap.xml") + "\n"));
    on(
        "/",
        (request, reply) ->
            reply.send(200, "<html><body>x</body></html>", "Content-Type: text/html"));
    on(
        OTHER + "/news-sitemap.xml",
        (request, reply) ->
            reply.send(
                200,
                "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                    + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>"
                    + server.url(HOST, "/a")
                    + "</loc><news:news><news:publication><news:name>Post</news:name><news:language>en</news:language>"
                    + "</news:publication><news:publication_date>2031-03-05</news:publication_date><news:title>T</news:title>"
                    + "</news:news></url><url><loc>"
                    + server.url(HOST, "/past")
                    + "</loc><lastmod>2029-01-01</lastmod></url></urlset>"));
    on(
        OTHER + "/",
        (request, reply) ->
            reply.send(
                200,
                "<html><head><base href='/2031/'></head><body><a href='/about'>About</a><a href='harbour-bridge-shut-again'>Shut</a></body></html>",
                "Content-Type: text/html"));
    page("/a", 1);
    on(
        OTHER + "/2031/harbour-bridge-shut-again",
        (request, reply) -> reply.send(200, TestArticles.page(9, 1), "Content-Type: text/html"));
    String id = add("/");
    new SourceList(engine, settings(), clock).add(server.url(OTHER, "/"), SourceList.Details.NONE);
    start();
    until(() -> is("/a", "kept") && engine.store().articles() == 2);
    assertThat(source(id).kind()).isEqualTo("sitemap");
    assertThat(count("/past")).isZero();
    assertThat(asked).doesNotContain(OTHER + "/about");
  }
}

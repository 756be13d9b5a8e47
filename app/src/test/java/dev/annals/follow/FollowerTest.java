package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.store.FollowedPage;
import dev.annals.store.FollowedSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {

  private static final String HOST = "127.40.0.1";
  private static final String OTHER = "127.40.0.2";

  @TempDir private Path folder;
  private final Map<String, TestServer.Handler> paths = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<TestServer.Request> requests = new ConcurrentLinkedQueue<>();
  private final TestClock clock = new TestClock(Instant.parse("2031-03-05T10:00:00Z"));
  private TestServer server;
  private Engine engine;
  private @Nullable Follower follower;

  @BeforeEach
  void open() throws IOException {
    server =
        new TestServer(
            (request, reply) -> {
              asked.add(request.host() + request.path());
              requests.add(request);
              var handler = paths.get(request.host() + request.path());
              if (handler == null) {
                reply.send(404, "not found");
              } else {
                handler.handle(request, reply);
              }
            });
    engine = Engine.open(folder.resolve("store").toString(), new Settings(1));
  }

  @AfterEach
  void close() throws IOException {
    stop();
    engine.close();
    server.close();
  }

  private void stop() throws IOException {
    if (follower != null) {
      follower.close();
      follower = null;
    }
  }

  static FollowSettings settings(String... allowed) {
    return new FollowSettings(
        null,
        List.of(allowed),
        null,
        Duration.ofMillis(20),
        Duration.ofMinutes(1),
        Duration.ofHours(4),
        FollowSettings.defaults().revisits(),
        16,
        Duration.ofSeconds(2),
        1 << 20);
  }

  private void start() {
    follower = new Follower(engine, settings("127.40.0.0/16"), clock);
  }

  private void on(String path, TestServer.Handler handler) {
    paths.put(path.startsWith("/") ? HOST + path : path, handler);
  }

  private void page(String path, int event) {
    on(
        path,
        (request, reply) ->
            reply.send(200, TestArticles.page(event, 1), "Content-Type: text/html"));
  }

  private void feed(String path, String... links) {
    var items = new ArrayList<String[]>();
    for (String link : links) {
      items.add(
          new String[] {link.startsWith("/") ? server.url(HOST, link) : link, "Item " + link});
    }
    on(
        path,
        (request, reply) ->
            reply.send(200, TestArticles.rss("Post", items), "Content-Type: application/rss+xml"));
  }

  private String add(String path) throws IOException {
    return new SourceList(engine, settings(), clock)
        .add(server.url(HOST, path), SourceList.Details.NONE);
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private @Nullable FollowedPage row(String path) {
    return engine.store().follow().page(server.url(HOST, path));
  }

  private boolean is(String path, String state) {
    FollowedPage page = row(path);
    return page != null && page.state().equals(state);
  }

  private int count(String path) {
    return (int) asked.stream().filter(a -> a.equals(HOST + path)).count();
  }

  private FollowedSource source(String id) {
    return java.util.Objects.requireNonNull(engine.store().follow().source(id));
  }

  @Test
  void fetchesWhatAFeedLeadsToOnceAndMakesStoriesOfIt() throws IOException {
    feed("/feed", "/a?utm_source=rss", "/b", "/b#again");
    page("/a", 1);
    page("/b", 2);
    String id = add("/feed");
    start();
    until(() -> is("/a", "kept") && is("/b", "kept") && !engine.stories().isEmpty());
    assertThat(asked.element()).isEqualTo(HOST + "/robots.txt");
    assertThat(count("/a")).isEqualTo(1);
    assertThat(count("/b")).isEqualTo(1);
    assertThat(engine.store().articles()).isEqualTo(2);
    FollowedSource source = source(id);
    assertThat(source.articles()).isEqualTo(2);
    assertThat(source.kind()).isEqualTo("feed");
    assertThat(source.error()).isNull();
    assertThat(engine.store().follow().days(id, 5)).containsExactly(Map.entry("2031-03-05", 2));
  }

  @Test
  void looksAgainOnAScheduleThatDecays() throws IOException {
    feed("/feed", "/a");
    on(
        "/a",
        (request, reply) -> {
          if (request.header("if-none-match").equals("\"v\"")) {
            reply.send(304, "");
          } else {
            reply.send(200, TestArticles.page(1, 1), "Content-Type: text/html", "ETag: \"v\"");
          }
        });
    add("/feed");
    start();
    until(() -> is("/a", "kept"));
    int visits = 1;
    for (Duration later : FollowSettings.defaults().revisits()) {
      clock.forward(later.minusMinutes(5));
      AWhile.pause(300);
      assertThat(count("/a")).isEqualTo(visits);
      clock.forward(Duration.ofMinutes(10));
      visits++;
      int now = visits;
      until(() -> count("/a") == now && row("/a").visits() == now);
    }
    clock.forward(Duration.ofDays(30));
    AWhile.pause(300);
    assertThat(count("/a")).isEqualTo(5);
    assertThat(row("/a").nextAt()).isNull();
  }

  @Test
  void keepsNewVersionsAndMarksWhatHasGone() throws IOException {
    feed("/feed", "/a");
    page("/a", 1);
    add("/feed");
    start();
    until(() -> is("/a", "kept"));
    page("/a", 5);
    clock.forward(Duration.ofHours(2));
    String id = server.url(HOST, "/a");
    until(() -> engine.store().versions(id).size() == 2);
    paths.remove(HOST + "/a");
    clock.forward(Duration.ofHours(7));
    until(() -> is("/a", "gone"));
    assertThat(engine.store().versions(id)).hasSize(2);
    assertThat(row("/a").goneAt()).isNotNull();
    page("/a", 5);
    clock.forward(Duration.ofDays(2));
    until(() -> is("/a", "kept"));
    assertThat(row("/a").goneAt()).isNull();
  }

  @Test
  void adaptsToTheFeed() throws IOException {
    feed("/feed");
    String id = add("/feed");
    start();
    until(() -> source(id).succeededAt() != null);
    long before = source(id).gap();
    for (int i = 0; i < 3; i++) {
      long gap = source(id).gap();
      clock.forward(Duration.ofMillis(gap + 1000));
      until(() -> source(id).gap() > gap);
    }
    assertThat(source(id).gap()).isGreaterThan(before);
    feed("/feed", "/a");
    page("/a", 1);
    long slow = source(id).gap();
    clock.forward(Duration.ofMillis(slow + 1000));
    until(() -> source(id).gap() < slow);
  }

  @Test
  void asksForFeedsConditionallyAndHeedsCacheControl() throws IOException {
    on(
        "/feed",
        (request, reply) -> {
          if (request.header("if-none-match").isEmpty()) {
            reply.send(
                200,
                TestArticles.rss("Post", List.of()),
                "ETag: \"f\"",
                "Cache-Control: max-age=7200");
          } else {
            reply.send(304, "", "Cache-Control: max-age=7200");
          }
        });
    String id = add("/feed");
    start();
    until(() -> source(id).succeededAt() != null);
    long wait = source(id).nextAt() - clock.millis();
    assertThat(Duration.ofMillis(wait)).isBetween(Duration.ofMinutes(115), Duration.ofHours(2));
    clock.forward(Duration.ofHours(2).plusMinutes(1));
    until(() -> count("/feed") == 2);
    assertThat(
            requests.stream()
                .filter(r -> r.path().equals("/feed"))
                .reduce((a, b) -> b)
                .get()
                .header("if-none-match"))
        .isEqualTo("\"f\"");
  }

  @Test
  void leavesAHostAloneThatAsksForIt() throws IOException {
    on("/feed", (request, reply) -> reply.send(429, "slow down", "Retry-After: 3600"));
    feed("/other", "/a");
    String id = add("/feed");
    start();
    until(() -> source(id).failures() == 1);
    assertThat(source(id).error()).contains("429");
    add("/other");
    AWhile.pause(300);
    assertThat(count("/other")).isZero();
    clock.forward(Duration.ofMinutes(59));
    AWhile.pause(300);
    assertThat(count("/feed")).isEqualTo(1);
    clock.forward(Duration.ofMinutes(2));
    until(() -> count("/other") == 1 && count("/feed") >= 1);
  }

  @Test
  void backsOffFromErrorsLongerEachTime() throws IOException {
    on("/feed", (request, reply) -> reply.send(500, "broken"));
    String id = add("/feed");
    start();
    long last = 0;
    for (int failures = 1; failures <= 4; failures++) {
      int now = failures;
      until(() -> source(id).failures() == now);
      long wait = source(id).nextAt() - clock.millis();
      assertThat(wait).isGreaterThan(last);
      last = wait;
      clock.forward(Duration.ofMillis(wait + 1000));
    }
  }

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
  void goesNowhereThatIsNotAllowed() throws IOException {
    feed(
        "/feed",
        "/inside",
        "/circle",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data/",
        server.url("127.0.0.1", "/secret"));
    on(
        "/inside",
        (request, reply) -> reply.send(302, "", "Location: " + server.url("127.0.0.1", "/secret")));
    on("/circle", (request, reply) -> reply.send(302, "", "Location: /circle"));
    add("/feed");
    start();
    until(() -> is("/inside", "refused"));
    until(() -> row("/circle") != null && row("/circle").failures() > 0);
    assertThat(row("/inside").error()).contains("not allowed");
    assertThat(row("/circle").error()).contains("redirects in a row");
    assertThat(asked).noneMatch(a -> a.contains("/secret"));
    assertThat(engine.store().articles()).isZero();
  }

  @Test
  void obeysRobotsAndTheirChange() throws IOException {
    on("/robots.txt", (request, reply) -> reply.send(200, "User-agent: *\nDisallow: /private/\n"));
    feed("/feed", "/private/a", "/b");
    page("/private/a", 1);
    page("/b", 2);
    add("/feed");
    start();
    until(() -> is("/b", "kept") && is("/private/a", "refused"));
    assertThat(count("/private/a")).isZero();
    on("/robots.txt", (request, reply) -> reply.send(200, "User-agent: *\nDisallow:\n"));
    clock.forward(Duration.ofHours(25));
    until(() -> is("/private/a", "kept"));
    assertThat(count("/robots.txt")).isEqualTo(2);
  }

  @Test
  void asksNothingOfAHostWhoseRobotsCannotBeHad() throws IOException {
    on("/robots.txt", (request, reply) -> reply.send(503, "later"));
    feed("/feed", "/a");
    String id = add("/feed");
    start();
    until(() -> source(id).failures() == 1);
    assertThat(source(id).error()).contains("robots.txt");
    assertThat(count("/feed")).isZero();
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
                "<html><body><a href='/about'>About</a><a href='/2031/harbour-bridge-shut-again'>Shut</a></body></html>",
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

  @Test
  void canBePausedAndRemovedWhileRunning() throws IOException {
    feed("/feed", "/a");
    page("/a", 1);
    String id = add("/feed");
    start();
    until(() -> is("/a", "kept"));
    follower.sources().pause(id);
    clock.forward(Duration.ofHours(5));
    AWhile.pause(300);
    assertThat(count("/feed")).isEqualTo(1);
    assertThat(count("/a")).isEqualTo(1);
    follower.sources().resume(id);
    until(() -> count("/feed") == 2);
    follower.sources().remove(id);
    assertThat(follower.sources().all()).isEmpty();
    assertThat(engine.store().articles()).isEqualTo(1);
  }

  @Test
  void goesOnAfterAStopWithoutAskingTwice() throws IOException {
    feed("/feed", "/a", "/b");
    page("/a", 1);
    page("/b", 2);
    add("/feed");
    start();
    until(() -> is("/a", "kept") && is("/b", "kept"));
    stop();
    start();
    AWhile.pause(500);
    assertThat(count("/a")).isEqualTo(1);
    assertThat(count("/feed")).isEqualTo(1);
    assertThat(count("/robots.txt")).isEqualTo(1);
  }

  @Test
  void tellsWebhooksWhatIsNewSignedAndUntilTheyTakeIt() throws IOException {
    var told = new ConcurrentLinkedQueue<TestServer.Request>();
    on(
        "/hook",
        (request, reply) -> {
          told.add(request);
          reply.send(told.size() == 1 ? 500 : 204, "");
        });
    feed("/feed", "/a");
    page("/a", 1);
    add("/feed");
    start();
    until(() -> is("/a", "kept") && !engine.stories().isEmpty());
    var alerts = new AlertList(engine, clock);
    var alert = alerts.add("search", "council", server.url(HOST, "/hook"), "hush");
    alerts.add("search", "council", server.url("127.0.0.1", "/hook"), null);
    until(() -> alerts.all().stream().allMatch(a -> a.generation() >= 0));
    assertThat(told).isEmpty(); // what was there before is not told
    feed("/feed", "/a", "/b");
    page("/b", 2);
    clock.forward(Duration.ofHours(1));
    until(() -> told.size() == 1 && alerts.all().get(0).failures() == 1);
    clock.forward(Duration.ofMinutes(1));
    until(() -> told.size() == 2 && alerts.all().get(0).failures() == 0);
    var message = told.toArray(new TestServer.Request[0])[1];
    String body = new String(message.body(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(body).contains("\"alert\":\"" + alert.id() + "\"", "/b\"").doesNotContain("/a\"");
    assertThat(message.header("x-annals-signature"))
        .isEqualTo(
            "sha256="
                + Alerter.sign(
                    "hush", Long.parseLong(message.header("x-annals-timestamp")), message.body()));
    until(
        () ->
            alerts.all().stream().anyMatch(a -> String.valueOf(a.error()).contains("not allowed")));
    assertThat(alerts.remove(alert.id())).isTrue();
  }

  /** Waits for something that should not happen. */
  private static final class AWhile {
    static void pause(long milliseconds) {
      try {
        Thread.sleep(milliseconds);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

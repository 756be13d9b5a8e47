package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.article.Article;
import dev.annals.follow.World.Asked;
import dev.annals.follow.World.Site;
import dev.annals.store.FollowedPage;
import dev.annals.store.FollowedSource;
import dev.annals.web.WebOptions;
import dev.annals.web.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred hosts, good and evil, followed at once for a day: {@link Manners} says what each does
 * at first, an hour later, and a day later. The day is lived through once; each test looks at what
 * came of one manner, in the log of the hosts and in the store.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldTest {

  private static final long GAP = 20;

  /** Long enough for a machine that does much else. */
  private static final long PATIENCE = 4000;

  /** The addresses of these names change once the first hour is over. */
  private static final String REBOUND = "rebind";

  private final World world = new World();
  private final TestClock clock = new TestClock(Instant.parse("2031-03-05T10:00:00Z"));
  private final Manners manners = new Manners(world);
  private Engine engine;
  private SourceList list;
  private long phaseStart;

  private static FollowSettings settings() {
    return new FollowSettings(
        "desk@harbour.example",
        List.of(World.BLOCK),
        null,
        Duration.ofMillis(GAP),
        Duration.ofMinutes(1),
        Duration.ofHours(4),
        FollowSettings.defaults().revisits(),
        32,
        Duration.ofMillis(PATIENCE),
        1 << 20);
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    String address = manners.names.get(host);
    if (address == null) {
      return List.of(InetAddress.getByName(host)); // digits; no name is asked for outside
    }
    boolean changed = world.phase > 1 && host.startsWith(REBOUND);
    return List.of(InetAddress.getByName(changed ? "127.0.0.1" : address));
  }

  @BeforeAll
  void liveThroughADay(@TempDir Path folder) throws Exception {
    engine = Engine.open(folder.resolve("store").toString(), Settings.defaults());
    list = new SourceList(engine, settings(), clock);
    manners.first();
    assertThat(manners.sources).hasSize(Manners.HOSTS);
    var listed = new ArrayList<SourceList.Listed>();
    manners.sources.forEach(
        (host, url) -> listed.add(new SourceList.Listed(url, SourceList.Details.NONE)));
    list.addAll(listed);
    phaseStart = clock.millis();
    var fetcher = new Fetcher(settings(), this::resolve, TestTls.trusting());
    try (var follower = new Follower(engine, settings(), clock, fetcher, message -> {})) {
      live(1, Set.of("says 429", "says 503"));
      manners.anHourLater();
      pass(2, Duration.ofMinutes(70));
      live(2, Set.of("says 429", "says 503", "drips its article"));
      manners.aDayLater();
      pass(3, Duration.ofHours(25));
      live(3, Set.of("drips its article"));
      assertThat(follower.trouble()).isNull();
    }
  }

  private void pass(int phase, Duration time) {
    world.phase = phase;
    clock.forward(time);
    phaseStart = clock.millis();
  }

  /** Waits until all sources were looked at in this phase, and all pages that are due. */
  private void live(int phase, Set<String> leftAlone) {
    var exempt = new HashSet<String>();
    leftAlone.forEach(manner -> manners.of(manner).forEach(site -> exempt.add(site.address)));
    var waiting = new ArrayList<String>();
    FollowerFixture.until(
        Duration.ofSeconds(60),
        () -> {
          waiting.clear();
          for (var entry : manners.sources.entrySet()) {
            FollowedSource source = list.find(entry.getValue());
            if (!exempt.contains(entry.getKey())
                && (source.triedAt() == null || source.triedAt() < phaseStart)) {
              waiting.add(entry.getValue());
            }
          }
          for (String url : waiting.isEmpty() ? manners.pages() : Set.<String>of()) {
            FollowedPage page = page(url);
            if (exempt.contains(URI.create(url).getHost())) {
              continue;
            }
            if (page == null || !over(page)) {
              waiting.add(url + " " + page);
            }
          }
          return waiting.isEmpty();
        },
        () -> "phase " + phase + " waits for " + waiting);
  }

  /** Whether a page is not due now. */
  private boolean over(FollowedPage page) {
    return page.nextAt() == null || page.nextAt() > clock.millis();
  }

  @AfterAll
  void close() throws IOException {
    world.close();
    if (engine != null) {
      engine.close();
    }
  }

  // ------------------------------------------------------------------ looking at it

  private FollowedPage page(String url) {
    return engine.store().follow().page(url);
  }

  private FollowedSource source(Site site) {
    return list.find(manners.sources.get(site.address));
  }

  private Article article(String url) {
    return engine.store().versions(url).get(0).article();
  }

  private void each(String manner, Predicate<Site> holds) {
    assertThat(manners.of(manner))
        .as(manner)
        .isNotEmpty()
        .allSatisfy(
            site ->
                assertThat(holds.test(site))
                    .as(site.address + " " + source(site) + " " + site.log())
                    .isTrue());
  }

  // ------------------------------------------------------------------ the tests

  @Test
  void everythingGoodIsInAStory() {
    var missing = new TreeSet<String>();
    var shown = new HashSet<String>();
    engine
        .stories()
        .forEach(story -> engine.record(story.id()).articles().forEach(a -> shown.add(a.id())));
    for (Site site : manners.good()) {
      for (String path : manners.articles(site)) {
        FollowedPage page = page(site.url(path));
        if (page == null || !page.state().equals("kept") || !shown.contains(site.url(path))) {
          missing.add(site.url(path) + " " + page);
        }
      }
      assertThat(source(site).error()).isNull();
    }
    assertThat(missing).isEmpty();
    assertThat(manners.good()).hasSizeGreaterThan(80);
  }

  @Test
  void nothingGoodIsFetchedTwiceWithoutNeed() {
    for (Site site : manners.good()) {
      assertThat(site.asked("/robots.txt", 1)).as(site.address).isEqualTo(1);
      assertThat(site.asked("/robots.txt", 2)).as(site.address).isZero(); // kept for a day
      for (String path : manners.articles(site)) {
        for (int phase = 1; phase <= 3; phase++) {
          assertThat(site.asked(path, phase)).as(site.url(path)).isEqualTo(1);
        }
        assertThat(site.log())
            .filteredOn(a -> a.path().equals(path) && a.phase() > 1)
            .allMatch(a -> a.headers().containsKey("if-none-match"));
        assertThat(engine.store().versions(site.url(path))).hasSize(1);
      }
    }
  }

  @Test
  void everyHostIsAskedOneThingAtATimeWithAGap() {
    for (Site site : manners.all()) {
      if (!manners.of("says nothing").contains(site)) { // these do not notice that we have gone
        assertThat(site.mostAtOnce.get()).as(site.address).isLessThanOrEqualTo(1);
      }
      // a host is a name and a port
      site.log().stream()
          .collect(Collectors.groupingBy(a -> String.valueOf(a.headers().get("host"))))
          .values()
          .forEach(WorldTest::checkGaps);
    }
    each(
        "has a Crawl-delay",
        site -> {
          var first = site.log().stream().filter(a -> a.phase() == 1).toList();
          return first.size() == 3 && first.get(2).start() - first.get(0).start() > 1_990_000_000L;
        });
  }

  private static void checkGaps(List<Asked> log) {
    for (int i = 1; i < log.size(); i++) {
      if (log.get(i).phase() == log.get(i - 1).phase()) {
        long gap = (log.get(i).start() - log.get(i - 1).start()) / 1_000_000;
        assertThat(gap).as(log.toString()).isGreaterThanOrEqualTo(GAP - 1);
      }
    }
  }

  @Test
  void saysWhoAsks() {
    assertThat(world.log)
        .allSatisfy(
            asked ->
                assertThat(asked.headers().get("user-agent"))
                    .contains("annals")
                    .contains("desk@harbour.example"));
  }

  @Test
  void slowHostsHoldUpNobody() {
    for (Site slow : manners.of("drips its feed")) {
      long start =
          slow.log().stream()
              .filter(a -> a.path().equals("/feed"))
              .findFirst()
              .orElseThrow()
              .start();
      assertThat(
              world.log.stream()
                  .filter(a -> !a.host().equals(slow.address))
                  .filter(a -> a.start() > start && a.start() < start + PATIENCE * 1_000_000)
                  .map(Asked::host)
                  .distinct())
          .hasSizeGreaterThan(30);
    }
    each("drips its feed", s -> source(s).failures() == 3 && said(s, "too slow"));
    each("drips its article", s -> failed(s, "too slow"));
    each("says nothing", s -> source(s).failures() == 3 && said(s, "too slow"));
  }

  private boolean said(Site site, String words) {
    return String.valueOf(source(site).error()).contains(words);
  }

  /** An article that was never had, and why. */
  private boolean failed(Site site, String words) {
    FollowedPage page = page(site.url("/a"));
    return page != null
        && page.visits() == 0
        && page.failures() > 0
        && String.valueOf(page.error()).contains(words)
        && engine.store().versions(site.url("/a")).isEmpty();
  }

  private boolean kept(Site site, String path) {
    FollowedPage page = page(site.url(path));
    return page != null
        && page.state().equals("kept")
        && engine.store().storyOf(site.url(path)) != null;
  }

  @Test
  void whatIsTooLongIsEnded() {
    each("sends without end", s -> said(s, "more than 1048576 bytes"));
    each("sends an article without end", s -> failed(s, "more than 1048576 bytes"));
    each("sends endless headers", s -> source(s).failures() == 3);
    each(
        "packs a bomb",
        s -> failed(s, "inflates to more than") || failed(s, "more than 1048576 bytes"));
    each("clips a packed article", s -> failed(s, "damaged or clipped"));
    each("speaks no HTTP", s -> source(s).failures() == 3);
    each("takes no connection", s -> source(s).failures() == 3);
  }

  @Test
  void hostsThatAskForPeaceHaveIt() {
    for (String manner : List.of("says 429", "says 503")) {
      each(
          manner, s -> s.asked("/feed", 1) == 1 && s.log().stream().noneMatch(a -> a.phase() == 2));
      each(manner, s -> s.asked("/feed", 3) == 1 && source(s).failures() == 0 && kept(s, "/a"));
    }
    each(
        "says 500",
        s ->
            s.asked("/feed") == 3
                && source(s).failures() == 3
                && source(s).nextAt() > clock.millis());
  }

  @Test
  void redirectsAreFollowedRememberedAndBounded() {
    each(
        "moved its feed for good",
        s -> s.asked("/feed") == 1 && s.asked("/new") == 3 && kept(s, "/a"));
    each(
        "moved its feed for now",
        s -> s.asked("/feed") == 3 && s.asked("/new") == 3 && kept(s, "/a"));
    each(
        "moved its article for good",
        s ->
            s.asked("/a") == 1
                && s.asked("/b") == 3
                && page(s.url("/a")).address().equals(s.url("/b"))
                && engine.store().storyOf(s.url("/b")) != null);
    each(
        "redirects its feed in a circle",
        s -> said(s, "redirects in a row") && s.asked("/feed", 1) <= 1 + Looker.HOPS);
    each("redirects its article in a circle", s -> failed(s, "redirects in a row"));
  }

  @Test
  void nobodyIsLedToAnAddressThatIsNotAllowed() {
    assertThat(world.log).allMatch(asked -> asked.host().startsWith("127.70."));
    each(
        "redirects to an address inside",
        s -> failed(s, "allowed") || failed(s, "redirect to nowhere"));
    each("lists addresses inside", s -> source(s).error() == null && engine.store().articles() > 0);
    each(
        "has a name that comes to point inside",
        s -> {
          String url = manners.sources.get(s.address).replace("/feed", "/a");
          return said(s, "not allowed")
              && s.asked("/feed", 1) == 1
              && s.asked("/feed", 2) == 0
              && page(url).visits() > 1
              && engine.store().storyOf(url) != null;
        });
  }

  @Test
  void robotsAreHeededAndTheirChangesSeen() {
    each(
        "opens its robots.txt",
        s -> s.asked("/a", 1) + s.asked("/a", 2) == 0 && s.asked("/a", 3) == 1 && kept(s, "/a"));
    each(
        "closes its robots.txt",
        s ->
            s.asked("/a", 1) == 1
                && s.asked("/a", 2) == 1
                && s.asked("/a", 3) == 0
                && s.asked("/feed", 3) == 0
                && said(s, "robots.txt")
                && engine.store().storyOf(s.url("/a")) != null);
    each(
        "has a robots.txt that cannot be had",
        s -> s.log().stream().allMatch(a -> a.path().equals("/robots.txt")));
    each("has a robots.txt without end", s -> s.asked("/private") == 0 && kept(s, "/a"));
    each("has a robots.txt in a circle", s -> kept(s, "/a"));
  }

  @Test
  void feedsMayBeUntidy() {
    each("reorders its feed", s -> s.asked("/a") == 3 && s.asked("/b") == 3 && s.asked("/c") == 3);
    each("changes its GUIDs", s -> s.asked("/a") == 3 && source(s).articles() == 1);
    each("dates items in the future", s -> kept(s, "/a") && s.asked("/a") == 3);
    for (Site site : manners.of("dates items in the future")) {
      assertThat(article(site.url("/a")).published()).isNotNull();
      assertThat(article(site.url("/a")).published().toString()).startsWith("2033-03-05");
    }
    each(
        "lists one page under many addresses",
        s -> s.asked("/a") == 3 && s.log().stream().noneMatch(a -> a.path().contains("utm_")));
    each("lists the pages of others", s -> source(s).error() == null);
    each("sends a feed that is none", s -> source(s).failures() == 3);
    each("declares entities", s -> engine.store().versions(s.url("/a")).size() <= 1);
  }

  @Test
  void textIsReadInTheCharactersItIsWrittenIn() {
    for (Site site : manners.of("names the wrong character set")) {
      assertThat(article(site.url("/a")).text()).contains("Søren Håkansson’s café");
    }
  }

  @Test
  void articlesThatChangeHaveVersionsAndThoseThatGoAreMarked() {
    each("changes its article", s -> engine.store().versions(s.url("/a")).size() == 2);
    each(
        "takes an article away",
        s -> {
          FollowedPage page = page(s.url("/a"));
          return page.state().equals("gone")
              && page.goneAt() != null
              && engine.store().storyOf(s.url("/a")) != null
              && !article(s.url("/a")).text().isEmpty();
        });
    each(
        "takes an article away for a while",
        s ->
            kept(s, "/a")
                && page(s.url("/a")).goneAt() == null
                && engine.store().versions(s.url("/a")).size() == 1);
  }

  @Test
  void recordsAndPagesSayWhatHasGone() throws Exception {
    each("takes an article away", s -> "gone".equals(notice(s.url("/a"))));
    each("takes an article away for a while", s -> notice(s.url("/a")) == null);
    String gone = manners.of("takes an article away").get(0).url("/a");
    String story = engine.store().storyOf(gone);
    var text = new ByteArrayOutputStream();
    engine.export("markdown", story, text);
    assertThat(text.toString(StandardCharsets.UTF_8)).contains("| gone; ");
    try (var server = new WebServer(engine, new WebOptions("localhost", 0, null, 1000), clock)) {
      String words = "Not at its address any more";
      assertThat(get(server, "/story/" + story)).contains(words);
      assertThat(get(server, "/article?id=" + gone)).contains(words);
    }
  }

  private static String get(WebServer server, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private String notice(String url) {
    String story = engine.store().storyOf(url);
    return engine.record(story).articles().stream()
        .filter(a -> a.id().equals(url))
        .findFirst()
        .orElseThrow()
        .notice();
  }

  @Test
  void certificatesAreChecked() {
    for (Site site : manners.of("has a good certificate")) {
      String url = manners.sources.get(site.address).replace("/feed", "/a");
      assertThat(url).startsWith("https:");
      assertThat(page(url).state()).isEqualTo("kept");
      assertThat(engine.store().storyOf(url)).isNotNull();
    }
    each(
        "has a bad certificate",
        s -> s.log().isEmpty() && source(s).failures() == 3 && said(s, "no trusted connection"));
    each(
        "leads down from https",
        s -> source(s).address().startsWith("https:") && kept(s, "/a") && s.asked("/feed") == 3);
  }
}

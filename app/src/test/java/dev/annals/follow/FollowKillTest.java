package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.follow.World.Site;
import dev.annals.store.FollowedPage;
import dev.annals.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that follows, as {@code kill -9} does, at any moment while articles are
 * published: what was in the store is in it, what was in it is not fetched again, and in the end
 * every article is there once. {@code -Dannals.kills=50} for more kills.
 */
class FollowKillTest {

  private static final int KILLS = Integer.getInteger("annals.kills", 2);
  private static final int HOSTS = 12;
  private static final int ARTICLES = 40;

  @TempDir private Path folder;
  private final World world = new World();
  private final Random random = new Random(20310305);
  private final Map<String, List<String>> listed = new HashMap<>();
  private final Set<String> published = new TreeSet<>();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void nothingIsLostOrFetchedAgainInAFolder() throws Exception {
    kill(folder.resolve("store").toString(), KILLS);
  }

  @Test
  void nothingIsLostOrFetchedAgainOnAServer() throws Exception {
    try (var server = EmbeddedPostgres.builder().start()) {
      kill(server.getJdbcUrl("postgres", "postgres"), Math.max(1, KILLS / 2));
    }
  }

  private void kill(String store, int kills) throws Exception {
    var feeds = new ArrayList<String>();
    for (int host = 1; host <= HOSTS; host++) {
      feeds.add(world.site(host).feed("/feed", List.of()).url("/feed"));
    }
    int again = 0;
    for (int kill = 1; kill <= kills; kill++) {
      int asked = world.log.size();
      Process process = start(store, feeds);
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (world.log.size() == asked && System.nanoTime() < deadline && process.isAlive()) {
        Thread.sleep(5);
      }
      assertThat(process.isAlive()).as(Files.readString(log())).isTrue();
      Set<String> seen = publishFor(random.nextInt(1500), store);
      process.destroyForcibly().waitFor();
      Thread.sleep(50); // answers that were on their way are in the log
      again += check(store, seen);
    }
    publishFor(0, store);
    Process last = start(store, feeds);
    FollowerFixture.until(
        Duration.ofSeconds(90),
        () -> kept(store).containsAll(published),
        () -> "still missing of " + published + ": only " + kept(store));
    last.destroy(); // as Ctrl-C does: what is under way is finished
    assertThat(last.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(check(store, published)).isZero();
    try (var engine = Engine.open(store, Settings.defaults())) {
      assertThat(shown(engine)).isEqualTo(published);
      assertThat(engine.search("kind:article", 0, 1).total()).isEqualTo(published.size());
    }
    for (String url : published) {
      assertThat(requests(url)).as(url).isBetween(1L, 1L + kills);
    }
    long more = published.stream().mapToLong(this::requests).sum() - published.size();
    assertThat(more).as("fetched again, of those that were under way").isLessThanOrEqualTo(again);
    System.out.println(
        "killed %d times; %d articles, %d under way at a kill, %d of these fetched again"
            .formatted(kills, published.size(), again, more));
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Process start(String store, List<String> feeds) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.annals.cli.Main",
                "follow",
                "--store",
                store,
                "--allow-address",
                World.BLOCK,
                "--host-gap",
                "0.02",
                "--shortest-interval",
                "0.1",
                "--longest-interval",
                "0.2"));
    command.addAll(feeds);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log().toFile()))
        .start();
  }

  /** Publishes articles for a while; what others could see in the store until then. */
  private Set<String> publishFor(int milliseconds, String store) throws Exception {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    var seen = new HashSet<String>();
    for (int i = 0; i < ARTICLES; i++) {
      Site site = world.site(1 + random.nextInt(HOSTS));
      String path = "/a" + published.size();
      var links = listed.computeIfAbsent(site.address, a -> new ArrayList<>());
      site.article(path);
      links.add(0, path);
      site.feed("/feed", links.toArray(String[]::new));
      published.add(site.url(path));
      if (i % 10 == 9) {
        seen.addAll(articles(store));
      }
    }
    while (System.nanoTime() < end) {
      seen.addAll(articles(store));
      Thread.sleep(15);
    }
    return seen;
  }

  private static Set<String> articles(String location) throws IOException {
    try (var store = Store.open(location)) {
      return new HashSet<>(store.articleIds());
    }
  }

  private Set<String> kept(String location) {
    try (var store = Store.open(location)) {
      var kept = new HashSet<String>();
      for (String url : published) {
        FollowedPage page = store.follow().page(url);
        if (page != null && page.state().equals("kept")) {
          kept.add(url);
        }
      }
      return kept;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private long requests(String url) {
    return world.log.stream().filter(a -> url.endsWith(a.path()) && at(a, url)).count();
  }

  private boolean at(World.Asked asked, String url) {
    return url.equals("http://" + asked.host() + ":" + world.port() + asked.path());
  }

  private static Set<String> shown(Engine engine) {
    var shown = new TreeSet<String>();
    for (var story : engine.stories()) {
      engine.record(story.id()).articles().forEach(a -> shown.add(a.id()));
    }
    return shown;
  }

  private final Map<String, Long> requestsOfKept = new HashMap<>();

  /**
   * What is noted and what is there agree, and what was there before was not asked for again.
   *
   * @return how many articles had been asked for and are not in the store
   */
  private int check(String location, Set<String> seen) throws IOException {
    requestsOfKept.forEach((url, before) -> assertThat(requests(url)).as(url).isEqualTo(before));
    Set<String> kept = kept(location);
    try (var engine = Engine.open(location, Settings.defaults())) {
      assertThat(engine.store().articleIds())
          .doesNotHaveDuplicates()
          .containsAll(seen)
          .containsExactlyInAnyOrderElementsOf(kept);
      assertThat(kept).containsAll(shown(engine));
    }
    kept.forEach(url -> requestsOfKept.put(url, requests(url)));
    return (int) published.stream().filter(url -> !kept.contains(url) && requests(url) > 0).count();
  }
}

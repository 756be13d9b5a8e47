package dev.annals.follow;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A follower on a store of its own, with hosts that answer as each test says. */
abstract class FollowerFixture {

  static final String HOST = "127.40.0.1";
  static final String OTHER = "127.40.0.2";

  @TempDir Path folder;
  final Map<String, TestServer.Handler> paths = new ConcurrentHashMap<>();
  final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<TestServer.Request> requests = new ConcurrentLinkedQueue<>();
  final TestClock clock = new TestClock(Instant.parse("2031-03-05T10:00:00Z"));
  TestServer server;
  Engine engine;
  @Nullable Follower follower;

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

  void stop() throws IOException {
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

  void start() {
    follower = new Follower(engine, settings("127.40.0.0/16"), clock);
  }

  void on(String path, TestServer.Handler handler) {
    paths.put(path.startsWith("/") ? HOST + path : path, handler);
  }

  void page(String path, int event) {
    on(
        path,
        (request, reply) ->
            reply.send(200, TestArticles.page(event, 1), "Content-Type: text/html"));
  }

  void feed(String path, String... links) {
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

  String add(String path) throws IOException {
    return new SourceList(engine, settings(), clock)
        .add(server.url(HOST, path), SourceList.Details.NONE);
  }

  static void until(BooleanSupplier condition) {
    until(Duration.ofSeconds(20), condition, () -> "in time");
  }

  static void until(Duration time, BooleanSupplier condition, Supplier<String> missing) {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(missing.get());
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Nullable FollowedPage row(String path) {
    return engine.store().follow().page(server.url(HOST, path));
  }

  boolean is(String path, String state) {
    FollowedPage page = row(path);
    return page != null && page.state().equals(state);
  }

  int count(String path) {
    return (int) asked.stream().filter(a -> a.equals(HOST + path)).count();
  }

  FollowedSource source(String id) {
    return java.util.Objects.requireNonNull(engine.store().follow().source(id));
  }

  /** Waits for something that should not happen. */
  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

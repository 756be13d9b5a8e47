package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.FollowedSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowerTest extends FollowerFixture {

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
  void canBePausedAndRemovedWhileRunning() throws IOException {
    feed("/feed", "/a");
    page("/a", 1);
    String id = add("/feed");
    start();
    until(() -> is("/a", "kept"));
    follower.sources().pause(id);
    clock.forward(Duration.ofHours(5));
    pause(300);
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
    pause(500);
    assertThat(count("/a")).isEqualTo(1);
    assertThat(count("/feed")).isEqualTo(1);
    assertThat(count("/robots.txt")).isEqualTo(1);
  }
}

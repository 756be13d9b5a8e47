package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a guest behaves that sites would have again. */
class CourtesyTest extends FollowerFixture {

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
    pause(300);
    assertThat(count("/other")).isZero();
    clock.forward(Duration.ofMinutes(59));
    pause(300);
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
  void takesTheWholeTextOfTheFeedWhereThePageIsForbidden() throws IOException {
    on("/robots.txt", (request, reply) -> reply.send(200, "User-agent: *\nDisallow: /closed/\n"));
    String text =
        "The old mill in Kelbeck was sold on Tuesday, the council said. Nobody had bid for it in ten"
            + " years. The mayor, Ada Okoro, called it the end of an age.";
    String feed =
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Post</title><item><link>"
            + server.url(HOST, "/closed/a")
            + "</link><title>Mill sold</title><description>Short.</description><content:encoded>&lt;p&gt;"
            + text
            + "&lt;/p&gt;</content:encoded></item><item><link>"
            + server.url(HOST, "/closed/b")
            + "</link><title>Short</title><description>A line alone.</description></item><item><link>"
            + server.url(HOST, "/open")
            + "</link><title>Open</title><content:encoded>&lt;p&gt;From the feed.&lt;/p&gt;</content:encoded></item></channel></rss>";
    on("/feed", (request, reply) -> reply.send(200, feed, "Content-Type: application/rss+xml"));
    page("/open", 1);
    add("/feed");
    start();
    until(() -> is("/closed/a", "kept") && is("/closed/b", "refused") && is("/open", "kept"));
    assertThat(count("/closed/a") + count("/closed/b")).isZero();
    assertThat(engine.store().versions(server.url(HOST, "/closed/a")).get(0).article().text())
        .contains(text);
    assertThat(engine.store().versions(server.url(HOST, "/open")).get(0).article().text())
        .doesNotContain("From the feed");
  }
}

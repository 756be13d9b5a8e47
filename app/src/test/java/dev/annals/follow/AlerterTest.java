package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class AlerterTest extends FollowerFixture {

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
    String body = new String(message.body(), StandardCharsets.UTF_8);
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

  @Test
  void tellsOfAMatchHoweverManyBetterOnesThereAre() throws Exception {
    var told = new ConcurrentLinkedQueue<TestServer.Request>();
    on(
        "/hook",
        (request, reply) -> {
          told.add(request);
          reply.send(204, "");
        });
    var news = new StringBuilder();
    for (int i = 0; i < 700; i++) { // each matches better than the one that comes last
      news.append(
          "{\"id\":\"old%d\",\"title\":\"Harbour %d\",\"text\":\"Harbour harbour harbour %d.\"}\n"
              .formatted(i, i, i));
    }
    engine.read(Files.writeString(folder.resolve("old.jsonl"), news));
    feed("/feed");
    add("/feed");
    start();
    var alerts = new AlertList(engine, clock);
    alerts.add("search", "harbour", server.url(HOST, "/hook"), null);
    until(() -> alerts.all().get(0).generation() >= 0);
    String late = "A long report of a day with many words in which only once a harbour is named.";
    engine.read(
        Files.writeString(
            folder.resolve("new.jsonl"),
            "{\"id\":\"late\",\"text\":\"" + late + " " + "And more of it. ".repeat(60) + "\"}"));
    until(() -> !told.isEmpty());
    String body = new String(told.element().body(), StandardCharsets.UTF_8);
    assertThat(body).contains("\"late\"").doesNotContain("\"old");
    assertThat(told).hasSize(1);
  }
}

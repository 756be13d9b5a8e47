package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.follow.FollowSettings;
import dev.annals.follow.Follower;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePagesTest {

  @TempDir private Path folder;
  private Engine engine;
  private Follower follower;
  private WebServer server;
  private Visitor visitor;

  @BeforeEach
  void start() throws IOException {
    engine = Engine.open(folder.toString(), new Settings(1));
    follower = new Follower(engine, FollowSettings.defaults(), InstantSource.system());
    server =
        new WebServer(
            engine,
            new WebOptions("localhost", 0, Visitor.TOKEN, 10_000),
            InstantSource.system(),
            follower);
    visitor = new Visitor(server);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    follower.close();
    engine.close();
  }

  @Test
  void addsPausesAndRemovesASource() throws Exception {
    // an address that is refused: nothing leaves this machine
    String body = "{\"url\": \"http://127.0.0.1:1025/feed\", \"publisher\": \"<b>Post</b>\"}";
    assertThat(visitor.ask("POST", "/api/v1/sources", body, false).statusCode()).isEqualTo(401);
    var added = visitor.ask("POST", "/api/v1/sources", body, true);
    assertThat(added.statusCode()).isEqualTo(201);
    String id = Visitor.json(added).get("id").asText();
    for (int i = 0;
        i < 500
            && Visitor.json(visitor.ask("GET", "/api/v1/sources/" + id, "", false))
                    .get("failures")
                    .asInt()
                == 0;
        i++) {
      Thread.sleep(20);
    }
    JsonNode source =
        Visitor.json(visitor.ask("GET", "/api/v1/sources", "", false)).get("sources").get(0);
    assertThat(source.get("error").asText()).contains("not allowed");
    assertThat(source.get("lastSuccess").isNull()).isTrue();
    assertThat(source.has("articlesPerDay")).isTrue();
    String page = visitor.ask("GET", "/sources", "", false).body();
    assertThat(page).contains("&lt;b").contains("not allowed").doesNotContain("<b>Post");
    assertThat(visitor.ask("GET", "/api/v1/sources.opml", "", false).body())
        .contains("xmlUrl=\"http://127.0.0.1:1025/feed\"");
    assertThat(
            Visitor.json(visitor.ask("POST", "/api/v1/sources/" + id + "/pause", "", true))
                .get("state")
                .asText())
        .isEqualTo("paused");
    assertThat(
            Visitor.json(visitor.ask("POST", "/api/v1/sources/" + id + "/resume", "", true))
                .get("state")
                .asText())
        .isEqualTo("active");
    assertThat(visitor.ask("DELETE", "/api/v1/sources/" + id, "", true).statusCode())
        .isEqualTo(204);
    assertThat(visitor.ask("GET", "/api/v1/sources/" + id, "", false).statusCode()).isEqualTo(404);
  }

  @Test
  void takesListsAndRefusesWhatCannotBeFollowed() throws Exception {
    String opml =
        "<opml version=\"2.0\"><body><outline xmlUrl=\"http://127.0.0.1:1025/a\"/><outline xmlUrl=\"http://127.0.0.1:1025/b\"/></body></opml>";
    assertThat(
            Visitor.json(visitor.ask("POST", "/api/v1/sources", opml, true)).get("added").asInt())
        .isEqualTo(2);
    for (String bad :
        new String[] {
          "{}",
          "[",
          "{\"url\": \"file:///etc/passwd\"}",
          "{\"url\": \"https://a.example/\", \"zone\": \"Moon/Sea\"}"
        }) {
      assertThat(visitor.ask("POST", "/api/v1/sources", bad, true).statusCode())
          .as(bad)
          .isEqualTo(400);
    }
  }

  @Test
  void saysHowItGoes() throws Exception {
    assertThat(visitor.ask("GET", "/health", "", false).body()).isEqualTo("ok");
    String metrics = visitor.ask("GET", "/metrics", "", false).body();
    assertThat(metrics)
        .contains("# TYPE annals_up gauge\nannals_up 1\n")
        .contains("annals_store_articles 0\n")
        .contains("# HELP annals_looks_waiting");
  }
}

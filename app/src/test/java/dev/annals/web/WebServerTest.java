package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.Engine;
import dev.annals.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerTest {

  private static final String TOKEN = "a-token-of-good-length";
  private static final String HOSTILE =
      "{\"id\": \"evil\", \"title\": \"<script>alert(1)</script>\", \"source\": \"<img src=x onerror=alert(2)>\","
          + " \"url\": \"javascript:alert(3)\", \"published\": \"2031-04-01\", \"language\": \"en\","
          + " \"text\": \"The mayor of Hask <b>said</b> on Tuesday: \\\"We <script>alert(4)</script> will rebuild the pier.\\\"\"}";

  @TempDir private static Path folder;
  private static Engine engine;
  private static WebServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    Path evil = folder.resolve("evil.jsonl");
    Files.writeString(evil, HOSTILE);
    engine = Engine.open(folder.resolve("store").toString(), Settings.defaults());
    engine.read(Path.of("../examples"), evil);
    server =
        new WebServer(
            engine,
            new WebOptions("localhost", 0, TOKEN, 100_000),
            InstantSource.fixed(Instant.parse("2031-04-02T00:00:00Z")));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    engine.close();
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> storyIds() throws Exception {
    var ids = new ArrayList<String>();
    new ObjectMapper()
        .readTree(get("/api/v1/stories?size=100").body())
        .get("stories")
        .forEach(s -> ids.add(s.get("id").asText()));
    return ids;
  }

  @Test
  void everyPathOfTheDescriptionAnswersAsItSays() throws Exception {
    JsonNode api = new ObjectMapper().readTree(get("/api/v1/openapi.json").body());
    assertThat(api.get("openapi").asText()).startsWith("3.1");
    var paths = new ArrayList<String>();
    api.get("paths").fieldNames().forEachRemaining(paths::add);
    for (String path : paths) {
      JsonNode get = api.get("paths").get(path).get("get");
      if (get == null) {
        assertThat(post(path, "{}").statusCode()).isEqualTo(401);
        continue;
      }
      String asked =
          path.replace("{id}", storyIds().get(0))
              + (path.endsWith("articles") ? "?id=tidewater-1" : "");
      var answer = get(asked);
      assertThat(answer.statusCode()).as(asked).isEqualTo(200);
      JsonNode body = new ObjectMapper().readTree(answer.body());
      JsonNode required = get.at("/responses/200/content/application~1json/schema/required");
      if (required.isArray()) {
        required.forEach(field -> assertThat(body.has(field.asText())).as(field.asText()).isTrue());
      }
    }
  }

  @Test
  void everyStoryHasAPageAndEveryFormat() throws Exception {
    for (String id : storyIds()) {
      assertThat(get("/story/" + id).statusCode()).isEqualTo(200);
      for (var exporter : engine.exporters().all()) {
        var answer = get("/api/v1/stories/" + id + "?format=" + exporter.name());
        assertThat(answer.statusCode()).as(exporter.name()).isEqualTo(200);
      }
    }
    assertThat(get("/api/v1/stories/" + storyIds().get(0) + "?format=nonsense").statusCode())
        .isEqualTo(400);
  }

  @Test
  void hostileTextIsTextEverywhere() throws Exception {
    for (String path :
        List.of(
            "/",
            "/article?id=evil",
            "/search?q=rebuild",
            "/story/" + engine.store().storyOf("evil"),
            "/feed.atom")) {
      String page = get(path).body();
      assertThat(page)
          .as(path)
          .doesNotContain("<script>alert")
          .doesNotContain("<img src=x")
          .doesNotContain("href=\"javascript:");
    }
  }

  @Test
  void aStatementLeadsToItsHighlightedWords() throws Exception {
    String page = get("/article?id=tidewater-1&from=4&to=13").body();
    assertThat(page).contains("<mark class=\"target\" id=\"cite\"").contains(">Karsk dam</mark>");
  }

  @Test
  void answersCarryThePolicyAndEtagsSpareWork() throws Exception {
    var answer = get("/api/v1/stories");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/api/v1/stories", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void problemsAreProblemJsonInTheApiAndPagesElsewhere() throws Exception {
    var problem = get("/api/v1/stories/nope");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(new ObjectMapper().readTree(problem.body()).get("title").asText())
        .isEqualTo("No such story");
    assertThat(get("/story/nope").body()).contains("No such story");
    assertThat(get("/nothing/here").statusCode()).isEqualTo(404);
  }

  @Test
  void uploadsNeedTheTokenAndAreReadLikeFiles() throws Exception {
    String document =
        "{\"id\": \"up-1\", \"source\": \"Hask Herald\", \"published\": \"2031-05-01\", \"title\": \"Lighthouse of Hask is lit again\","
            + " \"text\": \"The lighthouse of Hask was lit again on Thursday after two years of repairs.\"}";
    assertThat(post("/api/v1/documents", document).statusCode()).isEqualTo(401);
    assertThat(
            post("/api/v1/documents", document, "Authorization", "Bearer wrong-token-entirely")
                .statusCode())
        .isEqualTo(401);
    var answer = post("/api/v1/documents", document, "Authorization", "Bearer " + TOKEN);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(get("/search?q=lighthouse").body()).contains("Hask Herald");
    var again = post("/api/v1/documents", document, "Authorization", "Bearer " + TOKEN);
    assertThat(new ObjectMapper().readTree(again.body()).get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void aCorrectionIsKeptAndShown() throws Exception {
    String story = engine.store().storyOf("evil");
    var record = engine.record(String.valueOf(story));
    assertThat(record.quotes()).isNotEmpty();
    String body =
        new ObjectMapper()
            .createObjectNode()
            .put("author", "J. Editor")
            .put("kind", "speaker")
            .put("story", story)
            .put("target", record.quotes().get(0).text())
            .put("value", "Berit Lunde")
            .toString();
    assertThat(post("/api/v1/corrections", body).statusCode()).isEqualTo(401);
    assertThat(post("/api/v1/corrections", body, "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(204);
    assertThat(get("/story/" + story).body()).contains("Corrected by hand").contains("Berit Lunde");
  }

  @Test
  void aNameThatOnlyPointsHereGetsNothing() {
    assertThat(Guard.isLocal(Guard.hostOf("localhost:8080"))).isTrue();
    assertThat(Guard.isLocal(Guard.hostOf("[::1]:8080"))).isTrue();
    assertThat(Guard.isLocal(Guard.hostOf("evil.example"))).isFalse();
  }
}

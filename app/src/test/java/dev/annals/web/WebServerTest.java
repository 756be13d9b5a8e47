package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
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
        assertThat(post(path.replace("{id}", "x"), "{}").statusCode()).isEqualTo(401);
        continue;
      }
      if (get.has("security")) {
        assertThat(get(path.replace("{id}", "x")).statusCode()).as(path).isEqualTo(401);
        continue; // AlertPagesTest
      }
      if (path.startsWith("/api/v1/sources")) {
        continue; // SourcePagesTest
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
    var post = post("/api/v1/search", "");
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow").orElse("")).contains("GET");
    assertThat(post.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
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
    // searches follow the store within a second
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!get("/search?q=lighthouse").body().contains("Hask Herald")
        && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(get("/search?q=lighthouse").body()).contains("Hask Herald");
    var again = post("/api/v1/documents", document, "Authorization", "Bearer " + TOKEN);
    assertThat(new ObjectMapper().readTree(again.body()).get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void anUploadIsNamedAsItsSenderSaysOrAfterWhatItSays() throws Exception {
    String first = "The tannery of Hask was sold to a cooperative on Monday.";
    String second = "The tannery of Hask was sold to a cooperative of 40 workers on Monday.";
    String other = "A heron has nested on the town hall of Quillon, the warden said.";
    assertThat(upload("?name=news/tannery.txt", first)).isEqualTo("1 0 0");
    assertThat(upload("?name=news/tannery.txt", second)).isEqualTo("0 1 0");
    assertThat(engine.store().versions("tannery")).hasSize(2);
    assertThat(upload("", first)).isEqualTo("1 0 0");
    assertThat(upload("", other)).isEqualTo("1 0 0");
    assertThat(upload("", other)).isEqualTo("0 0 1");
  }

  private String upload(String query, String text) throws Exception {
    var answer = post("/api/v1/documents" + query, text, "Authorization", "Bearer " + TOKEN);
    var json = new ObjectMapper().readTree(answer.body());
    return json.get("added") + " " + json.get("updated") + " " + json.get("unchanged");
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
  void aCorrectionOfNothingIsRefusedAndNotKept() throws Exception {
    String story = String.valueOf(engine.store().storyOf("evil"));
    int before = engine.record(story).corrections().size();
    for (var asked :
        List.of(
            List.of("speaker", "Words that nobody said in this story", "no statement of"),
            List.of("drop", "Words that nobody said in this story", "no statement of"),
            List.of("merge", story, "cannot be merged with itself"),
            List.of("merge", "no-such-story", "no-such-story"),
            List.of("split", "no-such-article", "no such article"))) {
      String body =
          new ObjectMapper()
              .createObjectNode()
              .put("author", "J. Editor")
              .put("kind", asked.get(0))
              .put("story", story)
              .put("target", asked.get(1))
              .toString();
      var answer = post("/api/v1/corrections", body, "Authorization", "Bearer " + TOKEN);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).as(body).contains(asked.get(2));
    }
    assertThat(engine.record(story).corrections()).hasSize(before);
  }

  @Test
  void answersFitTheSchemasOfTheDescription() throws Exception {
    String description = get("/api/v1/openapi.json").body();
    JsonNode api = new ObjectMapper().readTree(description);
    for (String asked :
        List.of(
            "/api/v1/stories?size=1",
            "/api/v1/stories/" + storyIds().get(0),
            "/api/v1/search?q=ferry",
            "/api/v1/search?q=speaker:okoro",
            "/api/v1/status")) {
      String path =
          asked.startsWith("/api/v1/stories/")
              ? "/api/v1/stories/{id}"
              : asked.replaceFirst("\\?.*", "");
      ObjectNode schema = new ObjectMapper().createObjectNode();
      schema.setAll(
          (ObjectNode)
              api.get("paths").get(path).at("/get/responses/200/content/application~1json/schema"));
      schema.set("components", api.get("components"));
      var errors =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(schema)
              .validate(new ObjectMapper().readTree(get(asked).body()));
      assertThat(errors).as(asked).isEmpty();
    }
  }

  @Test
  void listsComePageByPage() throws Exception {
    var seen = new ArrayList<String>();
    String next = "/api/v1/stories?size=1";
    while (next != null) {
      var answer = get(next);
      JsonNode page = new ObjectMapper().readTree(answer.body());
      page.get("stories").forEach(story -> seen.add(story.get("id").asText()));
      next = page.has("next") ? page.get("next").asText() : null;
      assertThat(answer.headers().firstValue("Link").isPresent()).isEqualTo(next != null);
    }
    assertThat(seen).containsExactlyElementsOf(storyIds());
    JsonNode hits = new ObjectMapper().readTree(get("/api/v1/search?q=ferry&size=2").body());
    assertThat(hits.get("hits")).hasSize(2);
    JsonNode further = new ObjectMapper().readTree(get(hits.get("next").asText()).body());
    assertThat(further.get("hits")).isNotEmpty().isNotEqualTo(hits.get("hits"));
  }

  @Test
  void storiesAreNarrowedByDayPlacePersonAndOutlet() throws Exception {
    for (String filter :
        List.of("day=2031-03-18", "place=hask", "outlet=Island+Channel", "person=nobody+at+all")) {
      JsonNode page = new ObjectMapper().readTree(get("/api/v1/stories?" + filter).body());
      String front = get("/?" + filter).body();
      assertThat(front.contains("class=\"card\"")).isEqualTo(page.get("total").asInt() > 0);
    }
    JsonNode day = new ObjectMapper().readTree(get("/api/v1/stories?day=2031-03-18").body());
    assertThat(day.get("stories")).isNotEmpty();
    JsonNode none = new ObjectMapper().readTree(get("/api/v1/stories?day=1999-01-01").body());
    assertThat(none.get("stories")).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidAsAProblem() throws Exception {
    for (String path :
        List.of(
            "stories?day=tomorrow",
            "stories?from=abc",
            "stories?size=-1",
            "articles",
            "search?q=ferry&since=March",
            "search?q=ferry&from=20000",
            "stories/" + storyIds().get(0) + "?format=xml")) {
      var answer = get("/api/v1/" + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }
    var broken = post("/api/v1/corrections", "{broken", "Authorization", "Bearer " + TOKEN);
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/nothing").body()).contains("No such page");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() throws Exception {
    Thread.sleep(
        1500); // the front page is told within a second what its stories can be narrowed by
    String id = storyIds().get(0);
    for (String path :
        List.of(
            "/",
            "/story/" + id,
            "/api/v1/stories/" + id,
            "/api/v1/stories/" + id + "?format=atom",
            "/api/v1/articles?id=tidewater-1")) {
      var first = get(path);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      var again = get(path, "If-None-Match", tag);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(get(path, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void pagesAreTheSameGzippedOrNot() throws Exception {
    String path = "/story/" + storyIds().get(0);
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .header("Accept-Encoding", "gzip")
            .build();
    var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    try (var in =
        new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
      assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(get(path).body());
    }
  }

  @Test
  void aTimelineIsDrawnForAnyWindow() throws Exception {
    String story = "/story/" + engine.store().storyOf("tidewater-1");
    String day = get(story).body();
    assertThat(day).contains("data-zoom=\"in\"").contains("class=\"stack");
    for (String window :
        List.of(
            "?from=32169600&to=32173920",
            "?from=-99999999999&to=99999999999",
            "?from=5&to=1",
            "?from=x&to=y",
            "?from=0&to=1")) {
      assertThat(get(story + "/axis" + window).statusCode()).as(window).isEqualTo(200);
      assertThat(get(story + window).statusCode()).as(window).isEqualTo(200);
    }
  }

  @Test
  void tooManyRequestsAndTooLargeUploadsAreRefused() throws Exception {
    try (var strict =
        new WebServer(engine, new WebOptions("localhost", 0, TOKEN, 3), InstantSource.system())) {
      var statuses = new ArrayList<Integer>();
      for (int i = 0; i < 8; i++) {
        var request =
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + strict.port() + "/api/v1/status"))
                .build();
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        statuses.add(answer.statusCode());
        if (answer.statusCode() == 429) {
          assertThat(answer.headers().firstValue("Retry-After")).isPresent();
          assertThat(answer.headers().firstValue("Content-Type").orElse(""))
              .startsWith("application/problem+json");
        }
      }
      assertThat(statuses).contains(200, 429);
    }
    var large = post("/api/v1/documents", "x".repeat(21 << 20), "Authorization", "Bearer " + TOKEN);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void writingIsOffWithoutAToken() throws Exception {
    try (var closed =
        new WebServer(engine, new WebOptions("localhost", 0, null, 1000), InstantSource.system())) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + closed.port() + "/api/v1/documents"))
              .header("Authorization", "Bearer ")
              .POST(HttpRequest.BodyPublishers.ofString("A text."))
              .build();
      assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void theFrontPageIsAFeedOfBothKinds() throws Exception {
    JsonNode feed = new ObjectMapper().readTree(get("/feed.json").body());
    assertThat(feed.get("items")).hasSameSizeAs(storyIds());
    assertThat(feed.get("items").get(0).get("url").asText()).startsWith("http://localhost");
    assertThat(get("/feed.atom").body()).contains("<entry>").contains("rel=\"self\"");
  }

  @Test
  void aNameThatOnlyPointsHereGetsNothing() {
    assertThat(Guard.isLocal(Guard.hostOf("localhost:8080"))).isTrue();
    assertThat(Guard.isLocal(Guard.hostOf("[::1]:8080"))).isTrue();
    assertThat(Guard.isLocal(Guard.hostOf("evil.example"))).isFalse();
  }
}

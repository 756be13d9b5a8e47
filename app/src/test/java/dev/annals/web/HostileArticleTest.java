package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that attack their readers, from file to page and export. */
class HostileArticleTest {

  private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>";

  @TempDir private static Path folder;
  private static Engine engine;
  private static WebServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    String escaped = SCRIPT.replace("<", "&lt;").replace(">", "&gt;");
    Files.writeString(
        folder.resolve("page.html"),
        "<html><head><title>Pier of Hask burns</title></head><body><article><h1>Pier of Hask burns "
            + escaped
            + "\u202egnp</h1><figure><img src=\"javascript:alert(5)\"><figcaption>The pier of Hask on"
            + " Tuesday "
            + escaped
            + " Photo: "
            + escaped
            + "/NNA</figcaption></figure><p>The pier of Hask burned on Tuesday evening, mayor Berit"
            + " Lunde said. \"We "
            + escaped
            + " will rebuild it,\" she said.</p><p>Nobody was hurt on the pier \u202eof Hask\u202c, the"
            + " fire service of the island said on Tuesday.</p></article></body></html>");
    Files.writeString(
        folder.resolve("lines.jsonl"),
        "{\"id\": \"long\", \"source\": \"Hask Herald\", \"published\": \"2031-04-01\", \"title\": \""
            + SCRIPT
            + "pier ".repeat(1 << 20)
            + "\", \"text\": \"The pier of Hask burned on Tuesday evening, mayor Berit Lunde said."
            + " The pier was closed.\"}\n"
            + "{\"id\": \"\\\"><script>alert(7)</script>\", \"source\": \""
            + SCRIPT
            + "\", \"url\": \"javascript:alert(3)\", \"published\": \"2031-04-01\", \"title\": \"Pier burns\","
            + " \"text\": \"The pier of Hask burned on Tuesday evening. "
            + SCRIPT
            + " Lunde said: \\\"We saw "
            + SCRIPT
            + " smoke over the pier.\\\"\"}\n");
    engine = Engine.open(folder.resolve("store").toString(), Settings.defaults());
    engine.read(folder.resolve("page.html"), folder.resolve("lines.jsonl"));
    server =
        new WebServer(
            engine, new WebOptions("localhost", 0, null, 100_000), InstantSource.system());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    engine.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    var uri = URI.create("http://localhost:" + server.port() + path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void pagesShowItAsText() throws Exception {
    var paths =
        new ArrayList<>(List.of("/", "/search?q=pier", "/status", "/search?q=%3Cscript%3E"));
    engine.stories().forEach(story -> paths.add(Links.story(story.id())));
    for (String id : List.of("page", "long", "\"><script>alert(7)</script>")) {
      paths.add(Links.article(id));
    }
    for (String path : paths) {
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body().length()).as(path).isLessThan(1 << 20);
      assertThat(answer.body()).as(path).doesNotContain("\u202e");
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select("script:not([src=/assets/annals.js])")).as(path).isEmpty();
      assertThat(page.select("img, [onerror], [onload], [style]")).as(path).isEmpty();
      assertThat(page.select("a[href^=javascript]")).as(path).isEmpty();
    }
    assertThat(get("/").body()).contains("&lt;script");
  }

  @Test
  void everyExportIsWritten() throws Exception {
    for (var story : engine.stories()) {
      for (var exporter : engine.exporters().all()) {
        var answer =
            get("/api/v1" + "/stories/" + Links.encode(story.id()) + "?format=" + exporter.name());
        assertThat(answer.statusCode()).as(exporter.name()).isEqualTo(200);
        if (List.of("html", "atom", "markdown", "timelinejs").contains(exporter.name())) {
          assertThat(answer.body())
              .as(exporter.name())
              .doesNotContain("<script")
              .doesNotContain("<img");
        }
      }
    }
    assertThat(get("/feed.atom").body()).doesNotContain("<script");
    assertThat(get("/feed.atom").body().length()).isLessThan(1 << 20);
  }
}

package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has come since a record was compiled is on the story's page before it is in the record. */
class JustInTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;

  private static Capture report(String id, String more) {
    String text =
        "The ferry Halcyon ran aground off Merrow on Monday and 40 passengers were taken ashore,"
            + " captain Joss Tallis said. The ferry Halcyon lay on a sandbank off Merrow. "
            + more;
    return new Capture(
        id,
        id,
        null,
        null,
        MediaKind.PLAIN_TEXT,
        "UTF-8",
        text.getBytes(StandardCharsets.UTF_8),
        Stated.NOTHING);
  }

  private static HttpResponse<String> get(WebServer server, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aNewArticleIsOnThePageAtOnceAndThenInTheRecord() throws Exception {
    try (var engine = Engine.open(folder.toString(), new Settings(1))) {
      engine.take(List.of(report("first", "")), rejected -> {});
      engine.freshen(story -> true);
      String story = engine.stories().get(0).id();
      try (var server =
          new WebServer(
              engine, new WebOptions("localhost", 0, null, 1000), InstantSource.system())) {
        var before = get(server, "/story/" + story);
        assertThat(before.body()).doesNotContain("Just in");
        engine.take(List.of(report("second", "A tug was sent.")), rejected -> {});
        assertThat(engine.store().storyOf("second")).isEqualTo(story);
        var pending = get(server, "/story/" + story);
        assertThat(pending.body()).contains("Just in", "/article?id=second");
        assertThat(pending.headers().firstValue("ETag"))
            .isNotEqualTo(before.headers().firstValue("ETag"));
        assertThat(get(server, "/article?id=second").body()).contains("A tug was sent");
        engine.freshen(stale -> true);
        var after = get(server, "/story/" + story).body();
        assertThat(after).contains("/article?id=second").doesNotContain("Just in");
      }
    }
  }
}

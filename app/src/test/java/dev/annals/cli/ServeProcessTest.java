package dev.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server in a process of its own: killed during uploads, as {@code kill -9} does, it has lost
 * nothing that it has answered for; what another process reads it shows. {@code -Dannals.kills=50}
 * for more kills.
 */
class ServeProcessTest {

  private static final int KILLS = Integer.getInteger("annals.kills", 2);
  private static final String TOKEN = "a-token-for-uploads";

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(20310305);

  /** A server and the port it listens on. */
  private record Served(Process process, int port) {}

  private Served serve(String store) throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.annals.cli.Main",
                "serve",
                "--port",
                "0",
                "--store",
                store));
    builder.environment().put("ANNALS_TOKEN", TOKEN);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    var said = new StringBuilder();
    // not closed: the server goes on writing to it
    var lines =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      int at = line.indexOf("http://localhost:");
      if (at >= 0) {
        String port = line.substring(at + 17, line.indexOf('/', at + 17));
        return new Served(process, Integer.parseInt(port));
      }
    }
    throw new IOException("the server did not start: " + said);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI at(int port, String path) {
    return URI.create("http://localhost:" + port + path);
  }

  @Test
  void losesNothingThatWasAcknowledgedWhenItIsKilled() throws Exception {
    kill(folder.resolve("store").toString());
  }

  @Test
  void losesNothingThatWasAcknowledgedOnPostgresWhenItIsKilled() throws Exception {
    try (var server = EmbeddedPostgres.builder().start()) {
      kill(server.getJdbcUrl("postgres", "postgres"));
    } catch (IOException | IllegalStateException e) {
      Assumptions.assumeTrue("true".equals(System.getenv("CI")), "no PostgreSQL: " + e);
      throw e;
    }
  }

  private void kill(String store) throws Exception {
    Set<String> leftBefore = leftBehind();
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    int sent = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      var served = serve(store);
      int first = sent;
      sent += 1000;
      var uploads = new Thread(() -> upload(served.port(), first, acknowledged));
      int before = acknowledged.size();
      uploads.start();
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (acknowledged.size() == before && System.nanoTime() < deadline) {
        Thread.sleep(2);
      }
      Thread.sleep(random.nextInt(1500));
      served.process().destroyForcibly().waitFor();
      uploads.join();
      try (var engine = Engine.open(store, Settings.defaults())) {
        assertThat(engine.store().articleIds()).doesNotHaveDuplicates().containsAll(acknowledged);
        var shown = new TreeSet<String>();
        for (var story : engine.stories()) {
          engine.record(story.id()).articles().forEach(a -> shown.add(story.id() + " " + a.id()));
        }
        assertThat(found(engine)).isEqualTo(shown);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
    assertThat(leftBehind()).isEqualTo(leftBefore);
    System.out.println("killed " + KILLS + " times; " + acknowledged.size() + " acknowledged");
  }

  private void upload(int port, int first, Set<String> acknowledged) {
    for (int i = first; ; i++) {
      String body =
          "{\"id\":\"u%d\",\"published\":\"2031-03-05\",\"text\":\"Ferry %d ran aground off Merrow, captain Joss Tallis said. %s\"}"
              .formatted(i, i, "Nobody was hurt. ".repeat(i % 40));
      try {
        var answer =
            send(
                HttpRequest.newBuilder(at(port, "/api/v1/documents?name=u.jsonl"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() == 201) {
          acknowledged.add("u" + i);
        }
      } catch (Exception e) {
        return; // killed
      }
    }
  }

  /** What uploads have left in the temporary folder. */
  private static Set<String> leftBehind() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("annals-upload"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Articles by story as the index has them. */
  private static Set<String> found(Engine engine) throws IOException {
    var found = new TreeSet<String>();
    for (int from = 0; ; from += 100) {
      var hits = engine.search("kind:article", from, 100).hits();
      hits.forEach(hit -> found.add(hit.story() + " " + hit.article()));
      if (hits.size() < 100) {
        return found;
      }
    }
  }

  @Test
  void showsAndFindsWhatAnotherProcessReads() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("ferry.txt"), "The ferry Halcyon ran aground off Merrow on Monday.");
    var served = serve(folder.resolve("store").toString());
    try (var engine = Engine.open(folder.resolve("store"))) {
      assertThat(get(served, "/api/v1/search?q=halcyon")).contains("\"total\":0");
      engine.read(file);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (get(served, "/api/v1/search?q=halcyon").contains("\"total\":0")
          && System.nanoTime() < deadline) {
        Thread.sleep(100);
      }
      assertThat(get(served, "/api/v1/search?q=halcyon+kind:article")).contains("\"total\":1");
      assertThat(get(served, "/api/v1/stories")).contains("\"total\":1");
    } finally {
      served.process().destroyForcibly().waitFor();
    }
  }

  private String get(Served served, String path) throws Exception {
    return send(HttpRequest.newBuilder(at(served.port(), path))).body();
  }
}

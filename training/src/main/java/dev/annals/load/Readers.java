package dev.annals.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads a running server as many people at once do, and says how long they waited. Each opens the
 * front page, a story, an article, a search, a record, and starts again; some stories are read more
 * than others, all are read by somebody.
 *
 * <pre>{@code
 * java -cp … dev.annals.load.Readers http://127.0.0.1:8080 50 60
 * }</pre>
 */
public final class Readers {

  private static final List<String> WORDS =
      List.of("bridge", "fire", "speaker:lunde", "\"market hall\"", "police", "flood damage");

  private final URI server;
  private final long end;
  private final List<String> stories;
  private final long pauseMillis;

  private Readers(URI server, long end, List<String> stories, long pauseMillis) {
    this.server = server;
    this.end = end;
    this.stories = stories;
    this.pauseMillis = pauseMillis;
  }

  /**
   * Reads.
   *
   * @param arguments address of the server, number of readers, seconds, and optionally how many
   *     milliseconds a reader looks at a page (0: none)
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      System.err.println("usage: Readers ADDRESS READERS SECONDS [MILLISECONDS-A-PAGE]");
      System.exit(2);
    }
    var server = URI.create(arguments[0]);
    int readers = Integer.parseInt(arguments[1]);
    long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L;
    long pause = arguments.length > 3 ? Long.parseLong(arguments[3]) : 0;
    try (var client = new Closing(readers)) {
      var stories = stories(client.http, server);
      var all = new Readers(server, end, stories, pause);
      var futures = new ArrayList<Future<Map<String, List<Long>>>>();
      for (int i = 0; i < readers; i++) {
        int number = i;
        futures.add(
            client.threads.submit(
                (Callable<Map<String, List<Long>>>) () -> all.read(client.http, number)));
      }
      var waits = new TreeMap<String, List<Long>>();
      for (var future : futures) {
        future.get().forEach((k, v) -> waits.computeIfAbsent(k, n -> new ArrayList<>()).addAll(v));
      }
      print(waits, Long.parseLong(arguments[2]));
    }
  }

  private static final class Closing implements AutoCloseable {
    private final ExecutorService threads;
    private final HttpClient http;

    Closing(int readers) {
      threads = Executors.newFixedThreadPool(readers);
      http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }

  /** Ids of all stories, page by page of the API. */
  private static List<String> stories(HttpClient http, URI server)
      throws IOException, InterruptedException {
    var ids = new ArrayList<String>();
    String next = "/api/v1/stories?size=500";
    while (next != null) {
      String json = get(http, server, next).body();
      for (int at = json.indexOf("\"id\":\""); at >= 0; at = json.indexOf("\"id\":\"", at + 1)) {
        ids.add(json.substring(at + 6, json.indexOf('"', at + 6)));
      }
      int at = json.indexOf("\"next\":\"");
      next = at < 0 ? null : json.substring(at + 8, json.indexOf('"', at + 8));
    }
    return ids;
  }

  private static HttpResponse<String> get(HttpClient http, URI server, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private Map<String, List<Long>> read(HttpClient http, int number) throws InterruptedException {
    var random = new Random(number);
    var waits = new TreeMap<String, List<Long>>();
    while (System.nanoTime() < end) {
      // half of all reading is of a tenth of the stories
      int range = random.nextBoolean() ? Math.max(1, stories.size() / 10) : stories.size();
      String story = stories.get(random.nextInt(range));
      String number2 = story.substring(story.indexOf('-') + 1);
      timed(http, "front page", "/", waits);
      for (int i = 0; i < 4; i++) {
        timed(http, "story page", "/story/" + story, waits);
        story = stories.get(random.nextInt(range));
      }
      timed(http, "article page", "/article?id=made-up-" + number2 + "-0", waits);
      String words = WORDS.get(random.nextInt(WORDS.size())).replace(" ", "+").replace("\"", "%22");
      timed(http, "search page", "/search?q=" + words, waits);
      timed(http, "record as JSON", "/api/v1/stories/" + story, waits);
    }
    return waits;
  }

  private void timed(HttpClient http, String kind, String path, Map<String, List<Long>> waits)
      throws InterruptedException {
    if (pauseMillis > 0) {
      Thread.sleep(pauseMillis);
    }
    if (System.nanoTime() >= end) {
      return;
    }
    var request =
        HttpRequest.newBuilder(server.resolve(path)).header("Accept-Encoding", "gzip").build();
    long start = System.nanoTime();
    boolean right = false;
    try {
      right = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
    } catch (IOException e) {
      right = false; // counted below
    }
    long wait = System.nanoTime() - start;
    waits.computeIfAbsent(right ? kind : "error", k -> new ArrayList<>()).add(wait);
  }

  private static void print(Map<String, List<Long>> waits, long seconds) {
    System.out.println("| page | requests | a second | p50 ms | p90 ms | p99 ms | longest ms |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    waits.forEach(
        (kind, list) -> {
          long[] sorted = list.stream().mapToLong(Long::longValue).toArray();
          Arrays.sort(sorted);
          System.out.println(
              String.format(
                  Locale.ROOT,
                  "| %s | %d | %.0f | %.1f | %.1f | %.1f | %.1f |",
                  kind,
                  sorted.length,
                  (double) sorted.length / seconds,
                  at(sorted, 0.5),
                  at(sorted, 0.9),
                  at(sorted, 0.99),
                  at(sorted, 1)));
        });
    System.out.println(waits.containsKey("error") ? "There were errors." : "No errors.");
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }
}

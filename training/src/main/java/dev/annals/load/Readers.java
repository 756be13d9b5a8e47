package dev.annals.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Reads a running server as many people at once do, and says how long they waited. Each opens the
 * front page, four stories, an article, a search and a record, one after the other over a
 * connection of its own, and starts again; half of the stories that are opened are of a tenth of
 * them, the rest of all. Half of the searches are for one of a few words that many articles have,
 * half for the first words of some story's title. All readers share one thread, so that the cores
 * are left to the server. A page that was seen before is asked for anew, as by somebody else.
 *
 * <pre>{@code
 * java -cp … dev.annals.load.Readers http://127.0.0.1:8080 50 60
 * }</pre>
 */
public final class Readers {

  private static final List<String> WORDS =
      List.of("bridge", "fire", "speaker:lunde", "\"market hall\"", "police", "flood damage");
  private static final int STORIES_IN_A_ROUND = 4;
  private static final int STEPS = STORIES_IN_A_ROUND + 4;

  /** A story as the list of stories has it. */
  private record Listed(String id, String title) {}

  /** One reader: what comes next, and when. */
  private static final class Reader {
    final Random random;
    final Connection connection;
    int step;
    long due;
    String kind = "";

    Reader(int number, Connection connection, long start) {
      this.random = new Random(number);
      this.connection = connection;
      this.step = number % STEPS; // not all on the front page at once
      this.due = start;
    }
  }

  private final List<Listed> stories;
  private final long pause;
  private final Map<String, List<Long>> waits = new TreeMap<>();

  private Readers(List<Listed> stories, long pauseMillis) {
    this.stories = stories;
    this.pause = pauseMillis * 1_000_000;
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
    int seconds = Integer.parseInt(arguments[2]);
    long pause = arguments.length > 3 ? Long.parseLong(arguments[3]) : 0;
    var all = new Readers(stories(server), pause);
    all.read(server, Integer.parseInt(arguments[1]), seconds);
    all.print(seconds);
  }

  /** All stories, page by page of the API. */
  private static List<Listed> stories(URI server) throws IOException, InterruptedException {
    var client = HttpClient.newHttpClient();
    var listed = new ArrayList<Listed>();
    String next = "/api/v1/stories?size=500";
    while (next != null) {
      var request = HttpRequest.newBuilder(server.resolve(next)).build();
      String json = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      for (int at = json.indexOf("\"id\":\""); at >= 0; at = json.indexOf("\"id\":\"", at + 1)) {
        listed.add(new Listed(value(json, "id", at), value(json, "title", at)));
      }
      next = json.contains("\"next\":\"") ? value(json, "next", 0) : null;
    }
    return listed;
  }

  private static String value(String json, String name, int from) {
    int at = json.indexOf('"' + name + "\":\"", from) + name.length() + 4;
    return json.substring(at, json.indexOf('"', at));
  }

  private void read(URI server, int number, int seconds) throws IOException {
    var address = new InetSocketAddress(server.getHost(), server.getPort());
    try (var selector = Selector.open()) {
      long start = System.nanoTime();
      long end = start + seconds * 1_000_000_000L;
      var readers = new ArrayList<Reader>();
      for (int i = 0; i < number; i++) {
        // with pauses, readers come in one after the other
        long first = start + pause * i / number;
        var reader = new Reader(i, new Connection(address, selector), first);
        reader.connection.owner(reader);
        readers.add(reader);
      }
      long now = start;
      while (now < end) {
        long next = end;
        for (Reader reader : readers) {
          if (!reader.connection.waiting() && reader.due <= now) {
            ask(reader);
          } else if (!reader.connection.waiting()) {
            next = Math.min(next, reader.due);
          }
        }
        selector.select(Math.max(1, (next - now) / 1_000_000));
        for (SelectionKey key : selector.selectedKeys()) {
          answered((Reader) key.attachment());
        }
        selector.selectedKeys().clear();
        now = System.nanoTime();
      }
      for (Reader reader : readers) {
        reader.connection.close();
      }
    }
  }

  private void answered(Reader reader) {
    try {
      if (!reader.connection.receive()) {
        return;
      }
      note(reader.connection.status() == 200 ? reader.kind : "error", reader.connection.took());
    } catch (IOException e) {
      note("error", reader.connection.took());
      reader.connection.close();
    }
    reader.due = System.nanoTime() + pause;
  }

  private void note(String kind, long nanoseconds) {
    waits.computeIfAbsent(kind, k -> new ArrayList<>()).add(nanoseconds);
  }

  private void ask(Reader reader) {
    int step = reader.step++ % STEPS;
    // half of all reading is of a tenth of the stories
    int range = reader.random.nextBoolean() ? Math.max(1, stories.size() / 10) : stories.size();
    Listed story = stories.get(reader.random.nextInt(range));
    String number = story.id().substring(story.id().indexOf('-') + 1);
    String path;
    if (step == 0) {
      reader.kind = "front page";
      path = "/";
    } else if (step <= STORIES_IN_A_ROUND) {
      reader.kind = "story page";
      path = "/story/" + story.id();
    } else if (step == STORIES_IN_A_ROUND + 1) {
      reader.kind = "article page";
      path = "/article?id=made-up-" + number + "-0";
    } else if (step == STORIES_IN_A_ROUND + 2) {
      reader.kind = "search page";
      path = "/search?q=" + URLEncoder.encode(words(reader, story), StandardCharsets.UTF_8);
    } else {
      reader.kind = "record as JSON";
      path = "/api/v1/stories/" + story.id();
    }
    try {
      reader.connection.send(path);
    } catch (IOException e) {
      note("error", 0);
      reader.connection.close();
    }
  }

  private static String words(Reader reader, Listed story) {
    if (reader.random.nextBoolean()) {
      return WORDS.get(reader.random.nextInt(WORDS.size()));
    }
    var words = story.title().split(" ", 4);
    return String.join(" ", Arrays.copyOf(words, Math.min(3, words.length)));
  }

  private void print(int seconds) {
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

package dev.annals.follow;

import com.sun.management.OperatingSystemMXBean;
import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.made.MadeFiles;
import dev.annals.made.MadeNews;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures following on a world of 200 hosts at loopback addresses, servers and all in one process.
 *
 * <pre>
 * eval/follow.sh throughput SECONDS ARTICLES-A-SECOND STORE
 * eval/follow.sh soak SECONDS STORE
 * </pre>
 */
final class FollowBench {

  private static final int HOSTS = 200;
  private static final int ITEMS = 20;

  private FollowBench() {}

  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[1]);
    if (arguments[0].equals("throughput")) {
      new Throughput(Integer.parseInt(arguments[2])).run(seconds, Path.of(arguments[3]));
    } else {
      new Soak().run(seconds, Path.of(arguments[2]));
    }
    System.exit(0);
  }

  static String host(int number) {
    return "127.60." + number / 250 + "." + (1 + number % 250);
  }

  private static FollowSettings settings(Duration gap, Duration interval, List<Duration> revisits) {
    return new FollowSettings(
        null,
        List.of("127.60.0.0/16"),
        null,
        gap,
        interval,
        interval,
        revisits,
        64,
        Duration.ofSeconds(10),
        10 << 20);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** CPU seconds of this process by kind of thread, where the system tells. */
  private static Map<String, Double> threads() {
    var seconds = new TreeMap<String, Double>();
    try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path task : tasks) {
        String stat = Files.readString(task.resolve("stat"));
        int end = stat.lastIndexOf(')');
        String name = stat.substring(stat.indexOf('(') + 1, end).replaceAll("[0-9]+", "N");
        String[] fields = stat.substring(end + 2).split(" ");
        double spent = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        seconds.merge(name.strip(), spent, Double::sum);
      }
    } catch (IOException e) {
      return Map.of(); // another system, or a thread that has just ended
    }
    return seconds;
  }

  private static void printThreads(Map<String, Double> before) {
    threads().entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue() - before.getOrDefault(e.getKey(), 0.0)))
        .filter(e -> e.getValue() >= 0.2)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(e -> print("  %-16s %6.1f CPU-s", e.getKey(), e.getValue()));
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : -1;
  }

  private static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Articles appear in feeds at a steady rate; how many reach a story, and how soon. */
  private static final class Throughput {

    private final int rate;
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final Map<String, Long> publishedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> listedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> fetchedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> shownAt = new ConcurrentHashMap<>();
    private final Map<String, Long> onPageAt = new ConcurrentHashMap<>();
    private final Set<String> pagesThere = new HashSet<>();
    private final List<Deque<String[]>> feeds = new ArrayList<>();
    private final TestServer server = new TestServer(this::answer);

    Throughput(int rate) {
      this.rate = rate;
      for (int i = 0; i < HOSTS; i++) {
        feeds.add(new ArrayDeque<>());
      }
    }

    private void answer(TestServer.Request request, TestServer.Reply reply) throws IOException {
      if (request.path().equals("/feed")) {
        String[] quads = request.host().split("\\.");
        int number = Integer.parseInt(quads[2]) * 250 + Integer.parseInt(quads[3]) - 1;
        List<String[]> items;
        synchronized (feeds.get(number)) {
          items = List.copyOf(feeds.get(number));
        }
        String etag = items.isEmpty() ? "\"0\"" : '"' + items.get(0)[0] + '"';
        if (request.header("if-none-match").equals(etag)) {
          reply.send(304, "", "ETag: " + etag);
          return;
        }
        reply.send(
            200,
            TestArticles.rss("Host " + number, items),
            "ETag: " + etag,
            "Content-Type: application/rss+xml");
        long now = System.nanoTime();
        items.forEach(item -> listedAt.putIfAbsent(item[0], now));
        return;
      }
      byte[] page = pages.get("http://" + request.host() + ":" + server.port() + request.path());
      if (page == null) {
        reply.send(404, "");
        return;
      }
      reply.send(200, page, "Content-Type: text/html; charset=utf-8");
      fetchedAt.putIfAbsent(
          "http://" + request.host() + ":" + server.port() + request.path(), System.nanoTime());
    }

    void run(int seconds, Path store) throws Exception {
      try (var engine = Engine.open(store.toString(), Settings.defaults())) {
        var settings =
            settings(Duration.ofSeconds(1), Duration.ofMillis(1000), List.of(Duration.ofHours(1)));
        var listed = new ArrayList<SourceList.Listed>();
        for (int i = 0; i < HOSTS; i++) {
          listed.add(new SourceList.Listed(server.url(host(i), "/feed"), SourceList.Details.NONE));
        }
        new SourceList(engine, settings, InstantSource.system()).addAll(listed);
        var news = new MadeNews(7, 400);
        try (var follower = new Follower(engine, settings, InstantSource.system())) {
          publish(engine, news, 15 * rate, 0); // models loaded, code compiled
          long cpu = cpu();
          var threads = threads();
          long start = System.nanoTime();
          publish(engine, news, seconds * rate, 15 * rate);
          report(start, seconds, cpu() - cpu, 15 * rate);
          printThreads(threads);
          print("%s", follower.metrics().text().lines().filter(l -> !l.startsWith("#")).toList());
        }
        print(
            "articles in the store %d, stories %d, heap %d MB",
            engine.store().articles(), engine.stories().size(), heap() >> 20);
      }
    }

    private void publish(Engine engine, MadeNews news, int articles, int first) throws Exception {
      long start = System.nanoTime();
      long generation = engine.store().generation();
      for (int i = 0; i < articles; i++) {
        var article = news.next();
        int host = (first + i) * 7 % HOSTS;
        String url = server.url(host(host), "/" + article.id());
        pages.put(url, MadeFiles.page(article).getBytes(StandardCharsets.UTF_8));
        synchronized (feeds.get(host)) {
          feeds.get(host).addFirst(new String[] {url, article.title().replace("&", "and")});
          if (feeds.get(host).size() > ITEMS) {
            pages.remove(feeds.get(host).removeLast()[0]);
          }
        }
        publishedAt.put(url, System.nanoTime());
        long due = start + (i + 1) * 1_000_000_000L / rate;
        do {
          generation = look(engine, generation);
          Thread.sleep(Math.max(1, Math.min(20, (due - System.nanoTime()) / 1_000_000)));
        } while (System.nanoTime() < due);
      }
    }

    private long lookedAt;

    /** Notes which articles a page shows now: those of a record, and those that wait for one. */
    private void lookAtPages(Engine engine) {
      long now = System.nanoTime();
      for (var fetched : fetchedAt.entrySet()) {
        String url = fetched.getKey();
        if (onPageAt.containsKey(url) || now - fetched.getValue() < 200_000_000) {
          continue;
        }
        Long shown = shownAt.get(url);
        String story = shown != null ? null : engine.store().storyOf(url);
        if (shown != null || story != null && pagesThere.contains(story)) {
          onPageAt.put(url, shown != null ? shown : Long.valueOf(now));
        }
      }
    }

    /** Notes which articles stand in a record now. */
    private long look(Engine engine, long generation) {
      if (System.nanoTime() - lookedAt < 100_000_000) {
        return generation;
      }
      lookedAt = System.nanoTime();
      long now = engine.store().generation();
      if (now == generation) {
        return generation;
      }
      for (var changed : engine.store().changedAfter(generation)) {
        String story = changed.id();
        StoryRecord record = engine.store().record(story);
        if (record != null) {
          long time = System.nanoTime();
          pagesThere.add(story);
          record.articles().forEach(a -> shownAt.putIfAbsent(a.id(), time));
        }
      }
      lookAtPages(engine);
      return now;
    }

    private void report(long start, int seconds, long cpu, int warm) {
      var total = new ArrayList<Double>();
      var due = new ArrayList<Double>();
      var fetch = new ArrayList<Double>();
      var page = new ArrayList<Double>();
      long end = System.nanoTime();
      long shown = shownAt.values().stream().filter(t -> t >= start).count();
      publishedAt.forEach(
          (url, published) -> {
            Long at = shownAt.get(url);
            Long onPage = onPageAt.get(url);
            if (published >= start && onPage != null) {
              page.add((onPage - published) / 1e9);
            }
            if (published < start || at == null) {
              return;
            }
            total.add((at - published) / 1e9);
            due.add((at - listedAt.getOrDefault(url, published)) / 1e9);
            fetch.add((at - fetchedAt.getOrDefault(url, published)) / 1e9);
          });
      long published = publishedAt.values().stream().filter(t -> t >= start).count();
      print(
          "published %d in %.1f s (%.1f a second), shown %d (%.1f a second), not yet shown %d",
          published,
          (end - start) / 1e9,
          published * 1e9 / (end - start),
          shown,
          shown * 1e9 / (end - start),
          publishedAt.size() - shownAt.size());
      print(
          "CPU %.1f s: %.2f processors, %.1f ms an article",
          cpu / 1e9, cpu / 1e9 / ((end - start) / 1e9), cpu / 1e6 / Math.max(1, shown));
      quantiles("from publication to story page", page);
      quantiles("from publication to record", total);
      quantiles("from the feed's answer to record", due);
      quantiles("from the page's answer to record", fetch);
    }

    private static void quantiles(String what, List<Double> values) {
      double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
      if (sorted.length > 0) {
        print(
            "%-34s median %.2f s, 90%% %.2f s, 99%% %.2f s",
            what,
            sorted[sorted.length / 2],
            sorted[sorted.length * 9 / 10],
            sorted[sorted.length * 99 / 100]);
      }
      Arrays.fill(sorted, 0);
    }
  }

  /** As many requests as fit, most of them answered with 304; the heap should not grow. */
  private static final class Soak {

    private static final int FEEDS_A_HOST = 5;

    private final AtomicLong requests = new AtomicLong();
    private final TestServer server = new TestServer(this::answer);

    private void answer(TestServer.Request request, TestServer.Reply reply) throws IOException {
      long number = requests.incrementAndGet();
      if (request.path().startsWith("/robots")) {
        reply.send(200, "User-agent: *\nDisallow: /private\n");
      } else if (request.path().startsWith("/gone")) {
        reply.send(404, "not here");
      } else if (number % 97 == 0) {
        reply.send(503, "busy");
      } else if (number % 53 == 0) {
        reply.send(302, "", "Location: /feed" + number % FEEDS_A_HOST);
      } else if (number % 5 == 0 || request.header("if-none-match").isEmpty()) {
        var items = new ArrayList<String[]>();
        for (long i = 0; i < 20; i++) {
          items.add(
              new String[] {
                "http://" + request.host() + ":" + server.port() + "/gone/" + i, "Item " + number
              });
        }
        reply.send(200, TestArticles.rss("Soak", items), "ETag: \"" + number + '"');
      } else {
        reply.send(304, "");
      }
    }

    void run(int seconds, Path store) throws Exception {
      try (var engine = Engine.open(store.toString(), Settings.defaults())) {
        var settings = settings(Duration.ofMillis(1), Duration.ofMillis(200), List.of());
        var listed = new ArrayList<SourceList.Listed>();
        for (int i = 0; i < HOSTS * FEEDS_A_HOST; i++) {
          listed.add(
              new SourceList.Listed(
                  server.url(host(i / FEEDS_A_HOST), "/feed" + i % FEEDS_A_HOST),
                  SourceList.Details.NONE));
        }
        new SourceList(engine, settings, InstantSource.system()).addAll(listed);
        try (var follower = new Follower(engine, settings, InstantSource.system())) {
          long start = System.nanoTime();
          int steps = 10;
          for (int step = 1; step <= steps; step++) {
            Thread.sleep(1000L * seconds / steps);
            print(
                "after %4d s: %8d requests, heap %d KB, threads %d, open files %d",
                (System.nanoTime() - start) / 1_000_000_000,
                follower.metrics().total("annals_requests_total"),
                heap() >> 10,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openFiles());
          }
        }
      }
    }
  }
}

package dev.annals.flink;

import dev.annals.story.StoryFeatures;
import dev.annals.story.Terms;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * How many articles a second one placing operator holds, state in RocksDB included: {@code
 * PlacerBenchmark ARTICLES ACTIVE OPEN [ARTICLES ACTIVE OPEN]...}, where ACTIVE stories may be in
 * memory and OPEN ones are being told at a time. Prints for each quarter of a run articles per
 * CPU-second of the operator and of the whole process, stories in memory and asleep, how many were
 * woken and how long a checkpoint holds the operator up.
 */
@SuppressWarnings("try")
final class PlacerBenchmark {

  private static final int COMMON = 6_000;
  private static final int RARE = 400_000;
  private static final int SLOTS = 64;

  private final Random random = new Random(1);
  private final List<int[]> open = new ArrayList<>();
  private final List<Integer> left = new ArrayList<>();
  private long written;

  private PlacerBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    new PlacerBenchmark().run(6_000, 3_000, 3_000, false); // warms Java
    for (int i = 0; i + 2 < arguments.length; i += 3) {
      int active = Integer.parseInt(arguments[i + 1]);
      int told = Integer.parseInt(arguments[i + 2]);
      new PlacerBenchmark().run(Integer.parseInt(arguments[i]), active, told, true);
    }
  }

  private static double processSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private void run(int articles, int active, int told, boolean shown) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, Candidate, Assignment>(
            new KeyedProcessOperator<>(new StoryPlacer(Duration.ofDays(60), active)),
            candidate -> AnnalsJob.ALL,
            Types.STRING)) {
      var backend = new EmbeddedRocksDBStateBackend(true);
      backend.setDbStoragePath(Files.createTempDirectory("placer").toString());
      harness.setStateBackend(backend.configure(new Configuration(), getClass().getClassLoader()));
      harness.setCheckpointStorage(
          new org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage(
              Files.createTempDirectory("placer-checkpoints").toUri()));
      harness.open();
      long time = 0;
      var happened = new TreeMap<String, Integer>();
      for (int quarter = 0; quarter < 4; quarter++) {
        double busy = 0;
        double process = 0;
        int done = 0;
        int wokenBefore = happened.getOrDefault("woken", 0);
        while (done < articles / 4) {
          var some = new ArrayList<Candidate>();
          for (int i = 0; i < Math.min(500, articles / 4 - done); i++) {
            some.add(next(told));
          }
          double all = processSeconds();
          long start = threads.getCurrentThreadCpuTime();
          for (Candidate candidate : some) {
            harness.processElement(candidate, time);
            harness.processWatermark(time++);
          }
          busy += (threads.getCurrentThreadCpuTime() - start) / 1e9;
          process += processSeconds() - all;
          done += some.size();
          harness.getOutput().clear();
          var history = harness.getSideOutput(StoryPlacer.HISTORY);
          history.forEach(change -> happened.merge(kind(change.getValue()), 1, Integer::sum));
          history.clear();
        }
        long start = System.nanoTime();
        harness.snapshot(quarter, time);
        if (shown) {
          int asleep = happened.getOrDefault("asleep", 0) - happened.getOrDefault("woken", 0);
          int stories =
              happened.getOrDefault("opened", 0)
                  + happened.getOrDefault("split", 0)
                  - happened.getOrDefault("merged", 0);
          System.out.printf(
              "active %d, open %d, %d articles: %.0f per CPU-second (process %.0f), %d stories,"
                  + " %d asleep, %d woken per 1,000 articles, checkpoint %d ms%n",
              active,
              told,
              written,
              done / busy,
              done / process,
              stories,
              asleep,
              (happened.getOrDefault("woken", 0) - wokenBefore) * 1000L / done,
              (System.nanoTime() - start) / 1_000_000);
        }
      }
    }
  }

  private static String kind(StoreChange change) {
    return java.util.Objects.requireNonNull(change.happened()).kind();
  }

  private Candidate next(int told) {
    while (open.size() < told) {
      int[] words = new int[24];
      for (int i = 0; i < words.length; i++) {
        words[i] = COMMON + skewed(RARE);
      }
      open.add(words);
      left.add((int) Math.min(400, Math.floor(Math.pow(1 - random.nextDouble(), -0.85))));
    }
    int at = random.nextInt(open.size());
    StoryFeatures article = article(open.get(at));
    left.set(at, left.get(at) - 1);
    if (left.get(at) == 0) {
      open.set(at, open.get(open.size() - 1));
      left.set(at, left.get(left.size() - 1));
      open.remove(open.size() - 1);
      left.remove(left.size() - 1);
    }
    return new Candidate(
        article.id(),
        article.id(),
        article.id(),
        article.id(),
        "en",
        Steps.FEATURES.shape(),
        Steps.FEATURES.encode(article));
  }

  private int skewed(int range) {
    return (int) (range * Math.pow(random.nextDouble(), 2.5));
  }

  private StoryFeatures article(int[] plot) {
    written++;
    var body = new TreeMap<String, Float>();
    var lead = new TreeMap<String, Float>();
    var names = new TreeMap<String, Float>();
    for (int word : plot) {
      if (random.nextDouble() < 0.6) {
        body.put("w" + word, 1f + random.nextInt(3));
        if (random.nextBoolean()) {
          lead.put("w" + word, 1f);
        }
        if (word % 3 == 0) {
          names.put("w" + word, 1f);
        }
      }
    }
    for (int i = 0; i < 180; i++) {
      body.merge("w" + (i % 12 == 0 ? COMMON + skewed(RARE) : skewed(COMMON)), 1f, Float::sum);
    }
    int[] signature = new int[SLOTS];
    for (int i = 0; i < signature.length; i++) {
      signature[i] = 1 + random.nextInt(Integer.MAX_VALUE - 1);
    }
    return new StoryFeatures(
        "article-" + written,
        "outlet-" + random.nextInt(500),
        "Report " + written,
        1_900_000_000L + written * 20,
        null,
        "en",
        Terms.NONE,
        terms(lead),
        terms(body),
        terms(names),
        Terms.NONE,
        Terms.NONE,
        Map.of(),
        signature);
  }

  private static Terms terms(TreeMap<String, Float> counts) {
    float[] values = new float[counts.size()];
    int n = 0;
    for (float count : counts.values()) {
      values[n++] = count;
    }
    return new Terms(List.copyOf(counts.keySet()), values);
  }
}

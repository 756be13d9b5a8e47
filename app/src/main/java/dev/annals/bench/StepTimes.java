package dev.annals.bench;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleExtractor;
import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.capture.MediaKind;
import dev.annals.export.RecordJson;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import dev.annals.store.Fingerprints;
import dev.annals.store.Intake;
import dev.annals.store.Store;
import dev.annals.store.StoreWriter;
import dev.annals.story.FeatureExtractor;
import dev.annals.story.Stories;
import dev.annals.story.StoryFeatures;
import dev.annals.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * CPU time and allocation of each step, on one thread, one step after the other. In between, what
 * they are compared with: Lucene indexing the same texts, jsoup parsing the same pages. All is run
 * several times, and of each step the fastest run counts: noise only ever adds.
 */
public final class StepTimes {

  /**
   * What one article costs in one step.
   *
   * @param cpuMillis CPU milliseconds
   * @param kilobytes allocated
   * @param floor whether it is no step but what steps are compared with
   */
  public record Step(String name, double cpuMillis, double kilobytes, boolean floor) {}

  /** Name of the comparison with Lucene. */
  public static final String LUCENE = "Lucene";

  /** Name of the comparison with jsoup; there when a document is a page. */
  public static final String JSOUP = "jsoup";

  private static final int WARM_RUNS = 2;

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Annotator annotator = new Annotator();
  private final int most;
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private int articles = 1;

  /**
   * Measures nothing yet.
   *
   * @param most documents
   */
  public StepTimes(int most) {
    this.most = most;
  }

  /** What was measured, in the order of the flow. */
  public List<Step> steps() {
    return List.copyOf(steps.values());
  }

  /** Number of articles that were measured. */
  public int articles() {
    return articles;
  }

  /**
   * Runs all steps, and again, and again.
   *
   * @param folder for a store and an index
   * @return false when nothing could be read
   */
  public boolean measure(List<Path> paths, Path folder) throws IOException {
    for (int run = 0; run < 1 + WARM_RUNS; run++) {
      if (run == 1) {
        steps.clear(); // the first run warms up
      }
      if (!run(paths, folder.resolve("run-" + run))) {
        return false;
      }
    }
    return true;
  }

  private boolean run(List<Path> paths, Path folder) throws IOException {
    var captures = new LinkedHashMap<String, Capture>();
    articles = 1;
    int[] seen = {0};
    var reading = cost("capture", () -> seen[0] = capture(paths, captures), false);
    keep(reading, Math.max(1, seen[0])); // the files are read to their ends, whatever the sample
    articles = Math.max(1, captures.size());
    if (captures.values().stream().anyMatch(capture -> capture.kind() == MediaKind.HTML)) {
      floor(JSOUP, () -> parse(captures.values()));
    }
    var read = new ArrayList<Article>();
    var kept = new ArrayList<Capture>();
    var extractor = new ArticleExtractor();
    step(
        "article",
        () -> {
          for (Capture capture : captures.values()) {
            try {
              read.add(extractor.extract(capture));
              kept.add(capture);
            } catch (IOException e) {
              continue; // rejected: costs what it costs
            }
          }
        });
    if (read.isEmpty()) {
      return false;
    }
    floor(LUCENE, () -> LuceneFloor.index(folder.resolve("lucene"), read));
    var found = new ArrayList<Annotations>();
    var tokens = new ArrayList<Tokens>();
    step(
        "annotation",
        () -> {
          for (Article article : read) {
            tokens.add(Annotator.tokens(article));
            found.add(annotator.annotate(article, tokens.get(tokens.size() - 1)));
          }
        });
    var features = new ArrayList<StoryFeatures>();
    var featureExtractor = new FeatureExtractor();
    step(
        "features",
        () -> {
          for (int i = 0; i < read.size(); i++) {
            features.add(featureExtractor.features(read.get(i), found.get(i), tokens.get(i)));
          }
        });
    var packed = new ArrayList<Intake>();
    step(
        "packing",
        () -> {
          for (int i = 0; i < read.size(); i++) {
            Capture capture = kept.get(i);
            String fingerprint = Fingerprints.of(capture);
            packed.add(
                Intake.of(capture, capture.origin(), fingerprint, read.get(i), found.get(i)));
          }
        });
    var stories = new Stories();
    step("story", () -> features.forEach(stories::add));
    var members = new LinkedHashMap<String, List<StoryArticle>>();
    for (int i = 0; i < read.size(); i++) {
      String story = stories.storyOf(read.get(i).id()).orElse("");
      members
          .computeIfAbsent(story, s -> new ArrayList<>())
          .add(new StoryArticle(read.get(i), found.get(i), ""));
    }
    var records = new ArrayList<StoryRecord>();
    var compiler = new RecordCompiler();
    step("record", () -> members.forEach((id, list) -> records.add(compiler.compile(id, list))));
    try (var store = Store.open(folder.resolve("store").toString())) {
      step("store", () -> store(store.writer(), packed, records));
    }
    step(
        "export",
        () -> {
          for (StoryRecord record : records) {
            RecordJson.write(record, OutputStream.nullOutputStream());
          }
        });
    return true;
  }

  private int capture(List<Path> paths, Map<String, Capture> captures) {
    int[] seen = {0};
    var readers = CaptureReaders.standard();
    for (Path path : paths) {
      if (captures.size() < most) {
        readers.read(
            path,
            capture -> {
              seen[0]++;
              if (captures.size() < most) {
                captures.putIfAbsent(capture.id(), capture);
              }
            },
            rejection -> {});
      }
    }
    return seen[0];
  }

  private static void parse(Iterable<Capture> captures) throws IOException {
    for (Capture capture : captures) {
      Jsoup.parse(
          new ByteArrayInputStream(capture.content()),
          capture.charset(),
          capture.url() == null ? "" : capture.url());
    }
  }

  private static void store(StoreWriter writer, List<Intake> packed, List<StoryRecord> records)
      throws IOException {
    writer.takeTurn();
    try {
      long seq = writer.lastSeq();
      for (Intake intake : packed) {
        if (writer.known(intake.fingerprint()) == null) {
          writer.keep(intake, 1, ++seq);
        }
      }
      writer.commit();
      long generation = writer.nextGeneration();
      for (StoryRecord record : records) {
        writer.touch(record.id(), record.title());
        writer.keep(record, StoreWriter.pack(record), generation);
      }
      writer.commit();
    } finally {
      writer.endTurn();
    }
  }

  private void step(String name, Work work) throws IOException {
    measure(name, work, false);
  }

  private void floor(String name, Work work) throws IOException {
    measure(name, work, true);
  }

  private void measure(String name, Work work, boolean floor) throws IOException {
    keep(cost(name, work, floor), articles);
  }

  /** What all articles cost together. */
  private Step cost(String name, Work work, boolean floor) throws IOException {
    long thread = Thread.currentThread().getId();
    long allocated = threads.getThreadAllocatedBytes(thread);
    long cpu = threads.getCurrentThreadCpuTime();
    work.run();
    double millis = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
    double kilobytes = (threads.getThreadAllocatedBytes(thread) - allocated) / 1024.0;
    return new Step(name, millis, kilobytes, floor);
  }

  private void keep(Step all, int count) {
    var one = new Step(all.name(), all.cpuMillis() / count, all.kilobytes() / count, all.floor());
    steps.merge(one.name(), one, (a, b) -> a.cpuMillis() <= b.cpuMillis() ? a : b);
  }
}

package dev.annals.cli;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleExtractor;
import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.export.RecordJson;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import dev.annals.story.FeatureExtractor;
import dev.annals.story.Stories;
import dev.annals.story.StoryFeatures;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** CPU time and allocation of each step, on one thread. */
final class StepTimes {

  /**
   * What one article costs in one step.
   *
   * @param cpuMillis CPU milliseconds
   * @param kilobytes allocated
   */
  record Step(String name, double cpuMillis, double kilobytes) {}

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final int most;
  private final List<Step> steps = new ArrayList<>();
  private int articles = 1;

  StepTimes(int most) {
    this.most = most;
  }

  List<Step> steps() {
    return steps;
  }

  /** Runs all steps twice, and keeps the second run; false when nothing could be read. */
  boolean measure(List<Path> paths) throws IOException {
    var annotator = new Annotator();
    for (int run = 0; run < 2; run++) {
      steps.clear();
      if (!run(paths, annotator)) {
        return false;
      }
    }
    return true;
  }

  private boolean run(List<Path> paths, Annotator annotator) throws IOException {
    var captures = new LinkedHashMap<String, Capture>();
    step(
        "capture",
        () -> {
          var readers = CaptureReaders.standard();
          for (Path path : paths) {
            readers.read(
                path,
                capture -> {
                  if (captures.size() < most) {
                    captures.putIfAbsent(capture.id(), capture);
                  }
                },
                rejection -> {});
          }
        });
    articles = Math.max(1, captures.size());
    var read = new ArrayList<Article>();
    var extractor = new ArticleExtractor();
    step(
        "article",
        () -> {
          for (Capture capture : captures.values()) {
            try {
              read.add(extractor.extract(capture));
            } catch (IOException e) {
              continue; // rejected: costs what it costs
            }
          }
        });
    if (read.isEmpty()) {
      return false;
    }
    var found = new ArrayList<Annotations>();
    step("annotation", () -> read.forEach(article -> found.add(annotator.annotate(article))));
    var features = new ArrayList<StoryFeatures>();
    var featureExtractor = new FeatureExtractor();
    step(
        "features",
        () -> {
          for (int i = 0; i < read.size(); i++) {
            features.add(featureExtractor.features(read.get(i), found.get(i)));
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
    step(
        "export",
        () -> {
          for (StoryRecord record : records) {
            RecordJson.write(record, OutputStream.nullOutputStream());
          }
        });
    return true;
  }

  private void step(String name, Work work) throws IOException {
    long thread = Thread.currentThread().getId();
    long allocated = threads.getThreadAllocatedBytes(thread);
    long cpu = threads.getCurrentThreadCpuTime();
    work.run();
    double millis = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
    double kilobytes = (threads.getThreadAllocatedBytes(thread) - allocated) / 1024.0;
    steps.add(new Step(name, millis / articles, kilobytes / articles));
  }
}

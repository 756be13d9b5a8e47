package dev.annals.benchmarks;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleExtractor;
import dev.annals.capture.CaptureReaders;
import dev.annals.made.MadeFiles;
import dev.annals.made.MadeNews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Seconds from nothing to the first article's findings: all models are loaded on the way. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(3)
@State(Scope.Thread)
public class StartBenchmark {

  private final List<Article> article = new ArrayList<>();

  /** Makes one article. */
  @Setup
  public void make() throws IOException {
    Path file = Files.createTempFile("annals", ".jsonl");
    MadeFiles.jsonLines(file, new MadeNews(7, 5), 1);
    var extractor = new ArticleExtractor();
    CaptureReaders.standard()
        .read(
            file,
            capture -> {
              try {
                article.add(extractor.extract(capture));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            },
            rejection -> {});
    Files.delete(file);
  }

  /** Loads the models and uses them once. */
  @Benchmark
  public Annotations firstAnnotation() {
    return new Annotator().annotate(article.get(0));
  }
}

package dev.annals.benchmarks;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleExtractor;
import dev.annals.capture.Capture;
import dev.annals.export.RecordJson;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryRecord;
import dev.annals.store.Fingerprints;
import dev.annals.store.Intake;
import dev.annals.story.FeatureExtractor;
import dev.annals.story.Stories;
import dev.annals.story.StoryFeatures;
import dev.annals.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds that one article costs in each step, and what they are compared with. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class ArticleBenchmark {

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final Annotator annotator = new Annotator();
  private final FeatureExtractor featureExtractor = new FeatureExtractor();
  private final RecordCompiler compiler = new RecordCompiler();
  private @Nullable IndexWriter writer;

  /** The floor of texts: Lucene's StandardAnalyzer, indexed in memory. */
  @Benchmark
  public long floorLuceneIndexing(Samples samples) throws IOException {
    int at = samples.next(samples.articles.size());
    if (at == 0 || writer == null) {
      writer =
          new IndexWriter(
              new ByteBuffersDirectory(), new IndexWriterConfig(new StandardAnalyzer()));
    }
    var document = new Document();
    document.add(new TextField("text", samples.articles.get(at).text(), Field.Store.NO));
    return writer.addDocument(document);
  }

  /**
   * The floor of pages: jsoup's parse. Pages differ much: a round of all of them takes a second.
   */
  @Benchmark
  @Warmup(iterations = 5, time = 5)
  @Measurement(iterations = 8, time = 3)
  public Object floorJsoupParse(Samples samples) throws IOException {
    Capture page = samples.pages.get(samples.next(samples.pages.size()));
    return Jsoup.parse(new ByteArrayInputStream(page.content()), page.charset(), "");
  }

  /** Page to article; much code, which the compiler takes half a minute for. */
  @Benchmark
  @Warmup(iterations = 8, time = 5)
  @Measurement(iterations = 8, time = 3)
  public Article articleOfPage(Samples samples) throws IOException {
    return extractor.extract(samples.pages.get(samples.next(samples.pages.size())));
  }

  /** Text to article. */
  @Benchmark
  public Article articleOfText(Samples samples) throws IOException {
    return extractor.extract(samples.texts.get(samples.next(samples.texts.size())));
  }

  /** Text to tokens. */
  @Benchmark
  public Tokens tokens(Samples samples) {
    return Tokens.of(samples.articles.get(samples.next(samples.articles.size())).text());
  }

  /** Article to all that is found in it. */
  @Benchmark
  public Annotations annotation(Samples samples) {
    return annotator.annotate(samples.articles.get(samples.next(samples.articles.size())));
  }

  /** Article to what stories are told by. */
  @Benchmark
  public StoryFeatures features(Samples samples) {
    int at = samples.next(samples.articles.size());
    return featureExtractor.features(samples.articles.get(at), samples.annotations.get(at));
  }

  /** Document to the bytes that are kept. */
  @Benchmark
  public Intake packing(Samples samples) {
    int at = samples.next(samples.articles.size());
    Capture capture = samples.texts.get(at);
    return Intake.of(
        capture,
        capture.origin(),
        Fingerprints.of(capture),
        samples.articles.get(at),
        samples.annotations.get(at));
  }

  /** All articles to stories: one operation is the whole sample. */
  @Benchmark
  public Stories storiesOfSample(Samples samples) {
    var stories = new Stories();
    samples.features.forEach(stories::add);
    return stories;
  }

  /** Story to record: one operation is the whole sample. */
  @Benchmark
  public int recordsOfSample(Samples samples) {
    int entries = 0;
    for (var story : samples.stories) {
      entries += compiler.compile("story", story).timeline().size();
    }
    return entries;
  }

  /** Record to JSON: one operation is one story. */
  @Benchmark
  public void export(Samples samples) throws IOException {
    StoryRecord record = samples.records.get(samples.next(samples.records.size()));
    RecordJson.write(record, OutputStream.nullOutputStream());
  }
}

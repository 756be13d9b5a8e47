package dev.annals.benchmarks;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleExtractor;
import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.capture.MediaKind;
import dev.annals.made.MadeFiles;
import dev.annals.made.MadeNews;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import dev.annals.story.FeatureExtractor;
import dev.annals.story.Stories;
import dev.annals.story.StoryFeatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Documents to measure on, taken through every step. Made up unless {@code -p file=PATH} names a
 * file of real texts, {@code -p pageFiles=PATH} a file or folder of real pages.
 */
@State(Scope.Thread)
public class Samples {

  private static final int MOST = 200;

  /** A file to take articles from, or nothing for made-up ones. */
  @Param("")
  public String file = "";

  /** A file or folder to take pages from, or nothing for made-up ones. */
  @Param("")
  public String pageFiles = "";

  Path folder = Path.of(".");
  Path lines = folder;
  Path warc = folder;
  final List<Capture> texts = new ArrayList<>();
  final List<Capture> pages = new ArrayList<>();
  final List<Article> articles = new ArrayList<>();
  final List<Annotations> annotations = new ArrayList<>();
  final List<StoryFeatures> features = new ArrayList<>();
  final List<List<StoryArticle>> stories = new ArrayList<>();
  final List<StoryRecord> records = new ArrayList<>();
  private int next = -1;

  /** Makes the documents. */
  @Setup
  public void make() throws IOException {
    folder = Files.createTempDirectory("annals-benchmarks");
    lines = folder.resolve("made.jsonl");
    warc = folder.resolve("made.warc");
    MadeFiles.jsonLines(lines, new MadeNews(7, 50), MOST);
    MadeFiles.warc(warc, new MadeNews(7, 50), MOST);
    if (!file.isEmpty()) {
      lines = Path.of(file);
    }
    read(lines, texts);
    if (pageFiles.isEmpty()) {
      read(warc, pages);
    } else {
      // what is no page is left out: folders of pages hold lists of them too
      CaptureReaders.standard().read(Path.of(pageFiles), this::addPage, rejection -> {});
    }
    var extractor = new ArticleExtractor();
    var annotator = new Annotator();
    var featureExtractor = new FeatureExtractor();
    var clusterer = new Stories();
    for (Capture capture : texts) {
      var article = extractor.extract(capture);
      var found = annotator.annotate(article);
      articles.add(article);
      annotations.add(found);
      features.add(featureExtractor.features(article, found));
      clusterer.add(features.get(features.size() - 1));
    }
    var members = new LinkedHashMap<String, List<StoryArticle>>();
    for (int i = 0; i < articles.size(); i++) {
      members
          .computeIfAbsent(
              clusterer.storyOf(articles.get(i).id()).orElse(""), id -> new ArrayList<>())
          .add(new StoryArticle(articles.get(i), annotations.get(i), ""));
    }
    stories.addAll(members.values());
    var compiler = new RecordCompiler();
    stories.forEach(story -> records.add(compiler.compile("story", story)));
  }

  private void addPage(Capture capture) {
    if (capture.kind() == MediaKind.HTML && pages.size() < MOST) {
      pages.add(capture);
    }
  }

  private static void read(Path file, List<Capture> captures) {
    CaptureReaders.standard()
        .read(
            file,
            capture -> {
              if (captures.size() < MOST) {
                captures.add(capture);
              }
            },
            rejection -> {
              throw new UncheckedIOException(new IOException(rejection.toString()));
            });
  }

  /** Takes the files away. */
  @TearDown
  public void remove() throws IOException {
    Files.deleteIfExists(folder.resolve("made.jsonl"));
    Files.deleteIfExists(folder.resolve("made.warc"));
    Files.deleteIfExists(folder);
  }

  /** Goes round the documents. */
  int next(int size) {
    next = (next + 1) % size;
    return next;
  }
}

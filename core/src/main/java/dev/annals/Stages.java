package dev.annals;

import dev.annals.capture.Rejection;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import dev.annals.story.FeatureExtractor;
import dev.annals.story.Placement;
import dev.annals.story.Stories;
import dev.annals.story.StorySettings;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Steps that need no store: documents in, stories or one record out. One run at a time. */
public final class Stages {

  private final Pipeline pipeline;
  private final FeatureExtractor extractor = new FeatureExtractor();

  /** Stages over a pipeline. */
  public Stages(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * The story of each article, taken as a stream in the order given, as they finally stand.
   *
   * @param seen told each article
   */
  public List<Placement> cluster(
      List<Path> paths,
      InputStream standardInput,
      Consumer<Annotated> seen,
      Consumer<Rejection> rejections) {
    var ids = new ArrayList<String>();
    var notes = new StoryNotes();
    var stories = new Stories(StorySettings.defaults(), notes);
    pipeline.annotate(
        paths,
        standardInput,
        a -> {
          ids.add(a.article().id());
          stories.add(extractor.features(a.article(), a.annotations()));
          seen.accept(a);
        },
        rejections);
    stories.settle();
    var opened = new HashSet<String>();
    var placements = new ArrayList<Placement>();
    for (String id : ids) {
      String story = stories.storyOf(id).orElseGet(() -> notes.last(id));
      placements.add(new Placement(id, story, opened.add(story), stories.why(id).orElse("")));
    }
    return placements;
  }

  /**
   * The record of all articles taken as one story, or null when there are none. Of two articles
   * with one id the first counts.
   *
   * @param seen told each article
   */
  public @Nullable StoryRecord timeline(
      List<Path> paths,
      InputStream standardInput,
      Consumer<Annotated> seen,
      Consumer<Rejection> rejections) {
    var articles = new ArrayList<StoryArticle>();
    var ids = new HashSet<String>();
    pipeline.annotate(
        paths,
        standardInput,
        a -> {
          if (ids.add(a.article().id())) {
            articles.add(new StoryArticle(a.article(), a.annotations(), "given as one story"));
          }
          seen.accept(a);
        },
        rejections);
    return articles.isEmpty() ? null : new RecordCompiler().compile("timeline", articles);
  }
}

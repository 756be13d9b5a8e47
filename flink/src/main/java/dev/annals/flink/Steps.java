package dev.annals.flink;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleExtractor;
import dev.annals.record.StoryRecord;
import dev.annals.store.RecordCodec;
import dev.annals.story.FeatureExtractor;
import dev.annals.story.StoryFeatures;

/**
 * The engine's steps, made once in a process however many operators of a job run in it: their
 * models are large and safe for use by several threads.
 */
final class Steps {

  static final RecordCodec<Article> ARTICLES = RecordCodec.of(Article.class);
  static final RecordCodec<Annotations> ANNOTATIONS = RecordCodec.of(Annotations.class);
  static final RecordCodec<StoryFeatures> FEATURES = RecordCodec.of(StoryFeatures.class);
  static final RecordCodec<StoryRecord> RECORDS = RecordCodec.of(StoryRecord.class);

  /** Changes when packed articles in the state of a job can no longer be read. */
  static final String ARTICLE_SHAPE = ARTICLES.shape() + '-' + ANNOTATIONS.shape();

  private Steps() {}

  /** Each is loaded by the operator that first needs it. */
  private static final class Annotating {
    static final Annotator ANNOTATOR = new Annotator();
  }

  private static final class Extracting {
    static final ArticleExtractor EXTRACTOR = new ArticleExtractor();
  }

  private static final class Featuring {
    static final FeatureExtractor EXTRACTOR = new FeatureExtractor();
  }

  static ArticleExtractor extractor() {
    return Extracting.EXTRACTOR;
  }

  static Annotator annotator() {
    return Annotating.ANNOTATOR;
  }

  static FeatureExtractor features() {
    return Featuring.EXTRACTOR;
  }

  /** Refuses state that another version of Annals wrote and this one cannot read. */
  static void checkShape(String shape, String expected) {
    if (!shape.equals(expected)) {
      throw new IllegalStateException(
          "this state was kept by a version of Annals with other records ("
              + shape
              + ", not "
              + expected
              + "): start the job without it and let it read its captures again");
    }
  }
}

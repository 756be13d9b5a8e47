package dev.annals;

import dev.annals.annotation.Annotator;
import dev.annals.capture.Capture;
import dev.annals.store.Fingerprints;
import dev.annals.store.Intake;
import dev.annals.store.Store;
import dev.annals.store.StoreWriter;
import dev.annals.story.FeatureExtractor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;

/**
 * All work on a document that needs no order: names that are to be forgotten go, then the article
 * is found and annotated. Safe for use by several threads.
 */
final class Preparation implements Pipeline.Step<Reading.Prepared> {

  private final Pipeline pipeline;
  private final FeatureExtractor features = new FeatureExtractor();
  private volatile NameRedactor redactor = new NameRedactor(List.of());

  Preparation(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** From now on these names go. */
  void redactor(NameRedactor now) {
    redactor = now;
  }

  @Override
  public Reading.Prepared apply(Capture capture) throws IOException {
    Capture redacted = redactor.redact(capture);
    var article = pipeline.article(redacted);
    var tokens = Annotator.tokens(article);
    var annotations = pipeline.annotator().annotate(article, tokens);
    return new Reading.Prepared(
        redacted,
        Intake.of(
            redacted,
            redactor.redactText(DistinctIds.origin(capture)),
            Fingerprints.of(capture),
            article,
            annotations),
        features.features(article, annotations, tokens));
  }

  /** Derives all that is kept anew. */
  void again(StoreWriter writer) {
    var kept = new ArrayDeque<Store.KeptCapture>();
    pipeline.again(
        captures ->
            writer.captures(
                one -> {
                  kept.add(one);
                  captures.accept(one.capture());
                }),
        this,
        prepared -> writer.derive(prepared.intake(), kept.removeFirst().version()),
        rejection -> {
          // what could be read before and cannot now stays as it was
          kept.removeFirst();
          writer.reject(rejection);
        });
  }
}

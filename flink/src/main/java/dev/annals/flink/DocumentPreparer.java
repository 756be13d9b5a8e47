package dev.annals.flink;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.capture.Capture;
import dev.annals.capture.Rejection;
import dev.annals.store.Fingerprints;
import dev.annals.store.Intake;
import dev.annals.text.Tokens;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * All of the work that needs no order: extraction, annotation, features. Gives the article itself;
 * what placing needs of it and what could not be read leave by the side.
 */
final class DocumentPreparer extends ProcessFunction<Document, Content> {

  private static final long serialVersionUID = 1;

  static final OutputTag<Candidate> CANDIDATES =
      new OutputTag<>("candidates", Types.of(Candidate.class));
  static final OutputTag<Rejection> REJECTIONS =
      new OutputTag<>("rejections", Types.of(Rejection.class));

  private transient Counter rejected = new SimpleCounter();

  @Override
  public void open(OpenContext context) {
    rejected = getRuntimeContext().getMetricGroup().counter("rejected");
  }

  @Override
  public void processElement(Document document, Context context, Collector<Content> out) {
    if (document.rejection() != null) {
      reject(document.rejection(), context);
    }
    Capture capture = document.capture();
    if (capture == null) {
      return;
    }
    try {
      prepare(capture, context, out);
    } catch (IOException e) {
      reject(new Rejection(capture.origin(), String.valueOf(e.getMessage())), context);
    } catch (RuntimeException | StackOverflowError e) {
      // one bad article never stops ten million
      reject(new Rejection(capture.origin(), "cannot be processed: " + e), context);
    }
  }

  private void reject(Rejection rejection, Context context) {
    rejected.inc();
    context.output(REJECTIONS, rejection);
  }

  private static void prepare(Capture capture, Context context, Collector<Content> out)
      throws IOException {
    Article article = Steps.extractor().extract(capture);
    Tokens tokens = Annotator.tokens(article);
    Annotations annotations = Steps.annotator().annotate(article, tokens);
    var intake =
        Intake.of(capture, capture.origin(), Fingerprints.of(capture), article, annotations);
    var features = Steps.features().features(article, annotations, tokens);
    String ticket = context.timestamp() + "@" + capture.origin();
    var content =
        new Content(
            article.id(),
            ticket,
            intake.fingerprint(),
            intake.textDigest(),
            intake.origin(),
            0,
            Steps.ARTICLE_SHAPE,
            intake.packedCapture(),
            intake.packedArticle(),
            intake.packedAnnotations());
    var candidate =
        new Candidate(
            article.id(),
            ticket,
            intake.fingerprint(),
            intake.textDigest(),
            article.language(),
            Steps.FEATURES.shape(),
            Steps.FEATURES.encode(features));
    out.collect(content);
    context.output(CANDIDATES, candidate);
  }
}

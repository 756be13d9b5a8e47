package dev.annals.store;

import dev.annals.annotation.Annotations;
import dev.annals.article.Article;
import dev.annals.capture.Capture;

/**
 * A document ready to be kept: packed by the thread that worked on it, so that the one that writes
 * has little to do.
 *
 * @param fingerprint tells one capture from another
 * @param origin where it was read
 * @param article the article
 * @param annotations what was found in it
 * @param textDigest tells one version of the article from another
 */
public record Intake(
    String fingerprint,
    String origin,
    Article article,
    Annotations annotations,
    String textDigest,
    byte[] packedCapture,
    byte[] packedArticle,
    byte[] packedAnnotations) {

  private static final RecordCodec<Capture> CAPTURES = RecordCodec.of(Capture.class);
  static final RecordCodec<Article> ARTICLES = RecordCodec.of(Article.class);
  static final RecordCodec<Annotations> ANNOTATIONS = RecordCodec.of(Annotations.class);

  /** Packs a document. */
  public static Intake of(
      Capture capture,
      String origin,
      String fingerprint,
      Article article,
      Annotations annotations) {
    return new Intake(
        fingerprint,
        origin,
        article,
        annotations,
        Fingerprints.of(article),
        CAPTURES.encode(capture),
        ARTICLES.encode(article),
        ANNOTATIONS.encode(annotations));
  }

  /**
   * A document that was packed elsewhere, by {@link RecordCodec}s.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public static Intake packed(
      String fingerprint,
      String origin,
      String textDigest,
      byte[] packedCapture,
      byte[] packedArticle,
      byte[] packedAnnotations) {
    return new Intake(
        fingerprint,
        origin,
        ARTICLES.decode(packedArticle),
        ANNOTATIONS.decode(packedAnnotations),
        textDigest,
        packedCapture,
        packedArticle,
        packedAnnotations);
  }

  static Capture capture(byte[] packed) {
    return CAPTURES.decode(packed);
  }

  static byte[] pack(Capture capture) {
    return CAPTURES.encode(capture);
  }

  /** Changes when what is kept can no longer be read back. */
  static String shape() {
    return ARTICLES.shape() + '-' + ANNOTATIONS.shape();
  }
}

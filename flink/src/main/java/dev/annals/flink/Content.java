package dev.annals.flink;

/**
 * An article as it was read, packed, on its way to the story that it will be placed in.
 *
 * @param article its id
 * @param ticket tells this reading of the article from every other
 * @param fingerprint tells one capture from another
 * @param textDigest tells one version of the article from another
 * @param origin where it was read
 * @param version counts the texts of the article from 1; 0 while that is not known
 * @param shape changes when the packed parts can no longer be read
 */
public record Content(
    String article,
    String ticket,
    String fingerprint,
    String textDigest,
    String origin,
    int version,
    String shape,
    byte[] packedCapture,
    byte[] packedArticle,
    byte[] packedAnnotations) {

  Content numbered(int number) {
    return new Content(
        article,
        ticket,
        fingerprint,
        textDigest,
        origin,
        number,
        shape,
        packedCapture,
        packedArticle,
        packedAnnotations);
  }

  /** Without the capture, which the state of the job has no use for. */
  Content light() {
    return new Content(
        article,
        ticket,
        fingerprint,
        textDigest,
        origin,
        version,
        shape,
        new byte[0],
        packedArticle,
        packedAnnotations);
  }
}

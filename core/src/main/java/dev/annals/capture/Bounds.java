package dev.annals.capture;

import java.io.IOException;
import java.io.InputStream;

/**
 * How much one input may ask for. What is over a bound becomes a rejection: a document that
 * inflates to gigabytes must not take the run with it.
 */
final class Bounds {

  /**
   * Most bytes of one document after inflating. The longest pages of large crawls stay below 10 MB.
   */
  static final int DOCUMENT = 20 << 20;

  /** Bytes that a gzip layer may give before its ratio is looked at. */
  static final long RATIO_FREE = 16L << 20;

  /** Most inflated bytes per stored byte: text packs to 3–20, repetitive JSON to about 60. */
  static final int RATIO = 200;

  private Bounds() {}

  /** All bytes of a document. */
  static byte[] readDocument(InputStream bytes) throws IOException {
    byte[] content = bytes.readNBytes(DOCUMENT + 1);
    if (content.length > DOCUMENT) {
      throw new BadInputException(tooLong());
    }
    return content;
  }

  static String tooLong() {
    return "longer than " + (DOCUMENT >> 20) + " MB: not read";
  }
}

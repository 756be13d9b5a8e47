package dev.annals.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines and counted blocks from one stream of bytes and knows how far it has come. */
final class RecordInput {

  /** Header lines are no longer; in bytes that are no header a line ends here. */
  private static final int LONGEST_LINE = 64 << 10;

  private InputStream bytes;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long before;

  RecordInput(InputStream bytes) {
    this.bytes = bytes;
  }

  /** Offset of the next byte in the stream as it is after any gzip layer was taken off. */
  long offset() {
    return before + at;
  }

  /** Puts bytes that were taken last before what comes next. */
  void putBack(byte[] block, int from) {
    var back =
        new SequenceInputStream(
            new ByteArrayInputStream(block, from, block.length - from),
            new SequenceInputStream(
                new ByteArrayInputStream(Arrays.copyOfRange(buffer, at, filled)), bytes));
    before += at - (block.length - from);
    at = 0;
    filled = 0;
    bytes = back;
  }

  /** The next bytes as they stand, without taking them; fewer at the end. */
  byte[] peek(int length) throws IOException {
    if (filled - at < length) {
      System.arraycopy(buffer, at, buffer, 0, filled - at);
      before += at;
      filled -= at;
      at = 0;
    }
    try {
      int got = 1;
      while (filled - at < length && got > 0) {
        got = bytes.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, got);
      }
    } catch (BadInputException e) {
      // comes again when it is read on
    }
    return Arrays.copyOfRange(buffer, at, Math.min(filled, at + length));
  }

  /** The next line without its end, each byte a character, or null at the end. */
  @Nullable String line() throws IOException {
    if (at == filled && !fill()) {
      return null;
    }
    var line = new ByteArrayOutputStream(80);
    boolean ended = false;
    while (!ended && line.size() < LONGEST_LINE && (at < filled || fill())) {
      byte value = buffer[at++];
      ended = value == '\n';
      if (!ended) {
        line.write(value);
      }
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** The next bytes; fewer when the stream ends. */
  byte[] take(int length) throws IOException {
    var taken = new ByteArrayOutputStream(Math.min(length, 1 << 20));
    int left = length;
    while (left > 0 && (at < filled || fill())) {
      int count = Math.min(left, filled - at);
      taken.write(buffer, at, count);
      at += count;
      left -= count;
    }
    return taken.toByteArray();
  }

  /** Steps over bytes; false when the stream ends before. */
  boolean skip(long length) throws IOException {
    long left = length;
    while (left > 0 && (at < filled || fill())) {
      int count = (int) Math.min(left, filled - at);
      at += count;
      left -= count;
    }
    return left == 0;
  }

  private boolean fill() throws IOException {
    before += filled;
    at = 0;
    filled = 0;
    filled = Math.max(0, bytes.read(buffer));
    return filled > 0;
  }
}

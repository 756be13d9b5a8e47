package dev.annals.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts a stream at its line feeds. A line over the bound is stepped over without being kept. */
final class ByteLines {

  private final InputStream bytes;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private int number;

  ByteLines(InputStream bytes) {
    this.bytes = bytes;
  }

  /** The next line that is not blank, or null at the end. */
  @Nullable Line nextNotBlank() throws IOException {
    for (Line line = next(); line != null; line = next()) {
      if (line.over() || !line.text().isBlank()) {
        return line;
      }
    }
    return null;
  }

  private @Nullable Line next() throws IOException {
    if (at == filled && !fill()) {
      return null;
    }
    number++;
    var line = new ByteArrayOutputStream();
    boolean over = false;
    do {
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      over |= line.size() + end - at > Bounds.DOCUMENT;
      if (over) {
        line.reset();
      } else {
        line.write(buffer, at, end - at);
      }
      at = end;
      if (at < filled) {
        at++;
        break;
      }
    } while (fill());
    return new Line(number, over, line.toByteArray());
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, bytes.read(buffer));
    return filled > 0;
  }

  /** What has not been cut yet. */
  InputStream rest() {
    return new SequenceInputStream(new ByteArrayInputStream(buffer, at, filled - at), bytes);
  }

  /** A line with its number, counted from 1; without its bytes when there are too many. */
  record Line(int number, boolean over, byte[] bytes) {

    /** The line as text. */
    String text() {
      return Charsets.decode(bytes, null, false).text();
    }

    boolean startsWith(char c) {
      return Head.first(text()) == c;
    }

    InputStream stream() {
      return new ByteArrayInputStream((text() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}

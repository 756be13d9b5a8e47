package dev.annals.story;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link SnapshotWriter} wrote. */
final class SnapshotReader {

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private int at;
  private int end;

  SnapshotReader(InputStream in) {
    this.in = in;
  }

  private int next() throws IOException {
    if (at == end) {
      end = in.read(buffer, 0, buffer.length);
      at = 0;
      if (end <= 0) {
        end = 0;
        throw new EOFException("a snapshot that ends too early");
      }
    }
    return buffer[at++] & 0xff;
  }

  long count() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int part = next();
      value |= (part & 0x7fL) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw new IOException("no number");
  }

  /** How many things follow. */
  int size() throws IOException {
    long size = count();
    if (size < 0 || size > Integer.MAX_VALUE - 8) {
      throw new IOException("no size: " + size);
    }
    return (int) size;
  }

  int integer() throws IOException {
    return next() << 24 | next() << 16 | next() << 8 | next();
  }

  long whole() throws IOException {
    return (long) integer() << 32 | integer() & 0xffffffffL;
  }

  float real() throws IOException {
    return Float.intBitsToFloat(integer());
  }

  double longReal() throws IOException {
    return Double.longBitsToDouble(whole());
  }

  @Nullable String text() throws IOException {
    int length = size() - 1;
    if (length < 0) {
      return null;
    }
    // made as it is read: a damaged length must not take all memory
    var text = new StringBuilder(Math.min(length, 1 << 10));
    for (int i = 0; i < length; i++) {
      text.append((char) count());
    }
    return text.toString();
  }

  String required() throws IOException {
    String text = text();
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  void texts(Collection<String> texts) throws IOException {
    int size = size();
    for (int i = 0; i < size; i++) {
      texts.add(required());
    }
  }
}

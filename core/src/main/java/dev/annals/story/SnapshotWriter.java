package dev.annals.story;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes plain values, small ones in few bytes. */
final class SnapshotWriter {

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 14];
  private int size;

  SnapshotWriter(OutputStream out) {
    this.out = out;
  }

  /** A number that is mostly small and never negative, seven bits a byte. */
  void count(long value) throws IOException {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  void integer(int value) throws IOException {
    room(4);
    buffer[size++] = (byte) (value >>> 24);
    buffer[size++] = (byte) (value >>> 16);
    buffer[size++] = (byte) (value >>> 8);
    buffer[size++] = (byte) value;
  }

  void whole(long value) throws IOException {
    integer((int) (value >>> 32));
    integer((int) value);
  }

  void real(float value) throws IOException {
    integer(Float.floatToRawIntBits(value));
  }

  void real(double value) throws IOException {
    whole(Double.doubleToRawLongBits(value));
  }

  /** 0 for none, else one more than the length and then the code units, whatever they are. */
  void text(@Nullable String text) throws IOException {
    if (text == null) {
      count(0);
      return;
    }
    count(text.length() + 1L);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      room(3);
      if (c < 0x80) {
        buffer[size++] = (byte) c;
      } else {
        count(c);
      }
    }
  }

  void texts(Collection<String> texts) throws IOException {
    count(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  private void room(int bytes) throws IOException {
    if (size + bytes > buffer.length) {
      flush();
    }
  }

  /** Passes on what is still here. */
  void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }
}

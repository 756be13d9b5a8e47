package dev.annals.store;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes of a record being written: small numbers are short, a string is written once. */
final class CodecOut extends ByteArrayOutputStream {

  private final Map<String, Integer> known = new HashMap<>();

  void number(long value) {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    write((int) rest);
  }

  void bits(long value, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      write((int) (value >>> 8 * i));
    }
  }

  /** 0 for none, 1 and the string for a new one, else its number. */
  void text(@Nullable String value) {
    if (value == null) {
      number(0);
      return;
    }
    Integer number = known.putIfAbsent(value, known.size());
    if (number != null) {
      number(number + 2L);
      return;
    }
    number(1);
    number(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      // one to three bytes a code unit: a lone surrogate comes through
      if (c < 0x80) {
        write(c);
      } else if (c < 0x800) {
        write(0xc0 | c >> 6);
        write(0x80 | c & 0x3f);
      } else {
        write(0xe0 | c >> 12);
        write(0x80 | c >> 6 & 0x3f);
        write(0x80 | c & 0x3f);
      }
    }
  }
}

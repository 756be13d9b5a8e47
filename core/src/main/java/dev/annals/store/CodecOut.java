package dev.annals.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes of a record being written: small numbers are short, a string is written once. */
final class CodecOut {

  /** Bytes of the longest number, and of the longest code unit many times over. */
  private static final int LONGEST = 16;

  private final Map<String, Integer> known = new HashMap<>();
  private byte[] bytes = new byte[4096];
  private int size;

  void write(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void writeBytes(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }

  void number(long value) {
    reserve(LONGEST);
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
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
      reserve(LONGEST);
      // one to three bytes a code unit: a lone surrogate comes through
      if (c < 0x80) {
        bytes[size++] = (byte) c;
      } else if (c < 0x800) {
        bytes[size++] = (byte) (0xc0 | c >> 6);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
      } else {
        bytes[size++] = (byte) (0xe0 | c >> 12);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
      }
    }
  }
}

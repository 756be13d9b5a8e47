package dev.annals.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of a record being written: small numbers are short, a string is written once. */
final class CodecOut {

  /** Bytes of the longest number. */
  private static final int LONGEST = 10;

  /** Bytes of the longest code unit. */
  private static final int MOST_BYTES = 3;

  // the strings written so far and their numbers, at places by their hashes
  private @Nullable String[] strings = new String[128];
  private int[] numbers = new int[128];
  private int known;
  private byte[] bytes = new byte[16_384];
  private char[] chars = new char[256];
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

  /** What was written, from the start to {@link #size}, until more is. */
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
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
    int place = place(value);
    if (strings[place] != null) {
      number(numbers[place] + 2L);
      return;
    }
    strings[place] = value;
    numbers[place] = known++;
    if (known * 2 > strings.length) {
      grow();
    }
    number(1);
    int length = value.length();
    number(length);
    if (chars.length < length) {
      chars = new char[Math.max(length, chars.length * 2)];
    }
    value.getChars(0, length, chars, 0);
    reserve(Math.multiplyExact(length, MOST_BYTES));
    byte[] out = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      // one to three bytes a code unit: a lone surrogate comes through
      if (c < 0x80) {
        out[at++] = (byte) c;
      } else if (c < 0x800) {
        out[at++] = (byte) (0xc0 | c >> 6);
        out[at++] = (byte) (0x80 | c & 0x3f);
      } else {
        out[at++] = (byte) (0xe0 | c >> 12);
        out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        out[at++] = (byte) (0x80 | c & 0x3f);
      }
    }
    size = at;
  }

  /** Where a string is, or would be put. */
  private int place(String value) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 15) & strings.length - 1;
    for (String other = strings[place]; other != null; other = strings[place]) {
      if (other.equals(value)) {
        return place;
      }
      place = place + 1 & strings.length - 1;
    }
    return place;
  }

  private void grow() {
    @Nullable String[] before = strings;
    int[] beforeNumbers = numbers;
    strings = new String[before.length * 2];
    numbers = new int[strings.length];
    for (int i = 0; i < before.length; i++) {
      String string = before[i];
      if (string != null) {
        int place = place(string);
        strings[place] = string;
        numbers[place] = beforeNumbers[i];
      }
    }
  }
}

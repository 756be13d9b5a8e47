package dev.annals.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes of a record being read; see {@link CodecOut}. */
final class CodecIn {

  private final byte[] bytes;
  private final List<String> known = new ArrayList<>();
  private int at;

  CodecIn(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return value >>> 1 ^ -(value & 1);
  }

  long bits(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | bytes[at++] & 0xff;
    }
    return value;
  }

  byte[] array(int length) {
    at += length;
    return java.util.Arrays.copyOfRange(bytes, at - length, at);
  }

  @Nullable String text() {
    int number = (int) number();
    if (number == 0) {
      return null;
    }
    if (number > 1) {
      return known.get(number - 2);
    }
    char[] chars = new char[(int) number()];
    for (int i = 0; i < chars.length; i++) {
      int first = bytes[at++];
      if (first >= 0) {
        chars[i] = (char) first;
      } else if ((first & 0xe0) == 0xc0) {
        chars[i] = (char) ((first & 0x1f) << 6 | bytes[at++] & 0x3f);
      } else {
        chars[i] = (char) ((first & 0x0f) << 12 | (bytes[at++] & 0x3f) << 6 | bytes[at++] & 0x3f);
      }
    }
    String text = new String(chars);
    known.add(text);
    return text;
  }
}

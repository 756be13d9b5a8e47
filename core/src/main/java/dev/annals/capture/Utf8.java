package dev.annals.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Decodes whole UTF-8 and tells it from what is broken, in one pass that is quick on ASCII. */
final class Utf8 {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The high bits of eight bytes: all clear when these are ASCII. */
  private static final long HIGH = 0x8080808080808080L;

  private Utf8() {}

  /** The text of some bytes, or null when they are not UTF-8 from the first to the last. */
  static @Nullable String decode(byte[] bytes) {
    char[] text = new char[bytes.length];
    int length = 0;
    int at = 0;
    while (at < bytes.length) {
      while (at + 8 <= bytes.length && ((long) EIGHT.get(bytes, at) & HIGH) == 0) {
        for (int i = 0; i < 8; i++) {
          text[length + i] = (char) bytes[at + i];
        }
        at += 8;
        length += 8;
      }
      if (at == bytes.length) {
        break;
      }
      int lead = bytes[at];
      if (lead >= 0) {
        text[length++] = (char) lead;
        at++;
        continue;
      }
      int more = (lead & 0xe0) == 0xc0 ? 1 : (lead & 0xf0) == 0xe0 ? 2 : 3;
      int code = code(bytes, at, more);
      if (code < 0) {
        return null;
      }
      if (more < 3) {
        text[length++] = (char) code;
      } else {
        text[length++] = Character.highSurrogate(code);
        text[length++] = Character.lowSurrogate(code);
      }
      at += 1 + more;
    }
    return new String(text, 0, length);
  }

  /** The character of some bytes, or -1 when they are none, in its shortest form. */
  private static int code(byte[] bytes, int at, int more) {
    int lead = bytes[at] & 0xff;
    if (lead < 0xc2 || lead > 0xf4 || at + more >= bytes.length) {
      return -1;
    }
    int code = lead & 0x3f >> more;
    for (int i = 1; i <= more; i++) {
      int next = bytes[at + i];
      if ((next & 0xc0) != 0x80) {
        return -1;
      }
      code = code << 6 | next & 0x3f;
    }
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    boolean shortest = more == 1 || code >= (more == 2 ? 0x800 : 0x10000);
    return shortest && !surrogate && code <= Character.MAX_CODE_POINT ? code : -1;
  }
}

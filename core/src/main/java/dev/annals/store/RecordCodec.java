package dev.annals.store;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Turns a plain record into bytes and back: strings, numbers, booleans, enums, instants, arrays of
 * numbers, lists and maps, records of those. Every string is written once; the whole is deflated.
 * The {@link #shape()} changes when the components of the record or of any record in it do: bytes
 * of another shape cannot be read and must be derived again. Immutable and safe for use by several
 * threads.
 */
public final class RecordCodec<T> {

  private static final byte[] NOTHING = {};

  // a new one fills a quarter of a megabyte with zeros first: dearer than to deflate an article
  private static final ThreadLocal<Deflater> DEFLATERS =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));

  private final Class<T> type;
  private final CodecPart part;
  private final String shape;

  private RecordCodec(Class<T> type) {
    this.type = type;
    var parts = new CodecParts();
    this.part = parts.of(type);
    var crc = new CRC32();
    crc.update(parts.description.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    this.shape = Long.toHexString(crc.getValue());
  }

  /**
   * A codec for a record.
   *
   * @throws IllegalArgumentException when it is not plain
   */
  public static <T> RecordCodec<T> of(Class<T> type) {
    return new RecordCodec<>(type);
  }

  /** Names the components and their types. */
  public String shape() {
    return shape;
  }

  /** A record as bytes. */
  public byte[] encode(T value) {
    var out = new CodecOut();
    part.write(value, out);
    return deflate(out.bytes(), out.size());
  }

  /**
   * A record from its bytes.
   *
   * @throws IllegalArgumentException when the bytes are damaged
   */
  public T decode(byte[] bytes) {
    Object value = part.read(new CodecIn(inflate(bytes)));
    if (value == null) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " in these bytes");
    }
    return type.cast(value);
  }

  /** Deflates, fast rather than small. */
  static byte[] deflate(byte[] plain) {
    return deflate(plain, plain.length);
  }

  private static byte[] deflate(byte[] plain, int length) {
    Deflater deflater = DEFLATERS.get();
    deflater.reset();
    deflater.setInput(plain, 0, length);
    deflater.finish();
    byte[] packed = new byte[length / 2 + 64];
    int size = 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
      packed[size++] = (byte) (length >>> shift);
    }
    while (!deflater.finished()) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, size * 2);
      }
      size += deflater.deflate(packed, size, packed.length - size);
    }
    deflater.setInput(NOTHING); // what was packed is not held any longer
    return Arrays.copyOf(packed, size);
  }

  static byte[] inflate(byte[] packed) {
    var inflater = new Inflater(true);
    try {
      int length = 0;
      for (int i = 0; i < 4; i++) {
        length = length << 8 | packed[i] & 0xff;
      }
      byte[] plain = new byte[length];
      inflater.setInput(packed, 4, packed.length - 4);
      int at = 0;
      while (at < length) {
        int got = inflater.inflate(plain, at, length - at);
        if (got == 0 && (inflater.finished() || inflater.needsInput())) {
          throw new IllegalArgumentException("bytes end too early");
        }
        at += got;
      }
      return plain;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("bytes are damaged: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }
}

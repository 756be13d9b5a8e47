package dev.annals.store;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Turns a plain record into bytes and back: strings, numbers, booleans, enums, instants, arrays of
 * numbers, lists and maps, records of those. Every string is written once; the whole is deflated.
 * The {@link #shape()} changes when the components of the record or of any record in it do: bytes
 * of another shape cannot be read and must be derived again. Immutable and safe for use by several
 * threads.
 */
public final class RecordCodec<T> {

  private final Class<T> type;
  private final Part part;
  private final String shape;

  private RecordCodec(Class<T> type) {
    this.type = type;
    var parts = new Parts();
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
    var out = new Out();
    part.write(value, out);
    return deflate(out.toByteArray());
  }

  /**
   * A record from its bytes.
   *
   * @throws IllegalArgumentException when the bytes are damaged
   */
  public T decode(byte[] bytes) {
    Object value = part.read(new In(inflate(bytes)));
    if (value == null) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " in these bytes");
    }
    return type.cast(value);
  }

  /** Deflates, fast rather than small. */
  static byte[] deflate(byte[] plain) {
    var deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream(plain.length / 2 + 64);
      int length = plain.length;
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write(length >>> shift);
      }
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
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

  private interface Part {
    void write(@Nullable Object value, Out out);

    @Nullable Object read(In in);
  }

  /** Makes the parts of a type, and describes them on the way. */
  private static final class Parts {

    private final StringBuilder description = new StringBuilder();
    private final Map<Class<?>, Part> records = new HashMap<>();

    Part of(Type type) {
      if (type instanceof ParameterizedType generic) {
        return generic(generic);
      }
      if (!(type instanceof Class<?> plain)) {
        throw new IllegalArgumentException("not a plain type: " + type);
      }
      description.append(plain.getName()).append(' ');
      if (plain.isRecord()) {
        return record(plain);
      }
      if (plain.isEnum()) {
        return enumeration(plain.getEnumConstants());
      }
      return simple(plain);
    }

    private Part generic(ParameterizedType type) {
      description.append(type.getRawType().getTypeName()).append(' ');
      if (type.getRawType() == List.class) {
        return new ListPart(of(type.getActualTypeArguments()[0]));
      }
      if (type.getRawType() == Map.class) {
        return new MapPart(
            of(type.getActualTypeArguments()[0]), of(type.getActualTypeArguments()[1]));
      }
      throw new IllegalArgumentException("not a plain type: " + type);
    }

    private Part record(Class<?> type) {
      Part known = records.get(type);
      if (known != null) {
        return known;
      }
      RecordComponent[] components = type.getRecordComponents();
      var part = new RecordPart(type, components);
      records.put(type, part);
      description.append('{');
      for (int i = 0; i < components.length; i++) {
        description.append(components[i].getName()).append(':');
        part.parts[i] = of(components[i].getGenericType());
      }
      description.append('}');
      return part;
    }

    private Part enumeration(Object[] constants) {
      for (Object constant : constants) {
        description.append(constant).append(',');
      }
      return new SimplePart() {
        @Override
        public void some(Object value, Out out) {
          out.number(((Enum<?>) value).ordinal());
        }

        @Override
        public Object some(In in) {
          return constants[(int) in.number()];
        }
      };
    }

    private static Part simple(Class<?> type) {
      if (type == String.class) {
        return new Part() {
          @Override
          public void write(@Nullable Object value, Out out) {
            out.text((String) value);
          }

          @Override
          public @Nullable Object read(In in) {
            return in.text();
          }
        };
      }
      if (type == int.class || type == Integer.class) {
        return SimplePart.of((v, out) -> out.number((Integer) v), in -> (int) in.number());
      }
      if (type == long.class || type == Long.class) {
        return SimplePart.of((v, out) -> out.number((Long) v), In::number);
      }
      if (type == double.class || type == Double.class) {
        return SimplePart.of(
            (v, out) -> out.bits(Double.doubleToLongBits((Double) v), 8),
            in -> Double.longBitsToDouble(in.bits(8)));
      }
      if (type == float.class || type == Float.class) {
        return SimplePart.of(
            (v, out) -> out.bits(Float.floatToIntBits((Float) v), 4),
            in -> Float.intBitsToFloat((int) in.bits(4)));
      }
      if (type == boolean.class || type == Boolean.class) {
        return SimplePart.of((v, out) -> out.write((Boolean) v ? 1 : 0), in -> in.bits(1) == 1);
      }
      if (type == Instant.class) {
        return SimplePart.of(
            (v, out) -> {
              out.number(((Instant) v).getEpochSecond());
              out.number(((Instant) v).getNano());
            },
            in -> Instant.ofEpochSecond(in.number(), in.number()));
      }
      if (type == byte[].class) {
        return SimplePart.of(
            (v, out) -> {
              out.number(((byte[]) v).length);
              out.writeBytes((byte[]) v);
            },
            in -> in.array((int) in.number()));
      }
      if (type == int[].class) {
        return SimplePart.of(
            (v, out) -> {
              out.number(((int[]) v).length);
              for (int element : (int[]) v) {
                out.bits(element, 4);
              }
            },
            in -> {
              int[] array = new int[(int) in.number()];
              for (int i = 0; i < array.length; i++) {
                array[i] = (int) in.bits(4);
              }
              return array;
            });
      }
      if (type == float[].class) {
        return SimplePart.of(
            (v, out) -> {
              out.number(((float[]) v).length);
              for (float element : (float[]) v) {
                out.bits(Float.floatToIntBits(element), 4);
              }
            },
            in -> {
              float[] array = new float[(int) in.number()];
              for (int i = 0; i < array.length; i++) {
                array[i] = Float.intBitsToFloat((int) in.bits(4));
              }
              return array;
            });
      }
      throw new IllegalArgumentException("not a plain type: " + type);
    }
  }

  /** A value that may be absent, with a byte that says whether it is. */
  private abstract static class SimplePart implements Part {

    private interface Writer {
      void write(Object value, Out out);
    }

    private interface Reader {
      Object read(In in);
    }

    static Part of(Writer writer, Reader reader) {
      return new SimplePart() {
        @Override
        void some(Object value, Out out) {
          writer.write(value, out);
        }

        @Override
        Object some(In in) {
          return reader.read(in);
        }
      };
    }

    abstract void some(Object value, Out out);

    abstract Object some(In in);

    @Override
    public void write(@Nullable Object value, Out out) {
      out.write(value == null ? 0 : 1);
      if (value != null) {
        some(value, out);
      }
    }

    @Override
    public @Nullable Object read(In in) {
      return in.bits(1) == 0 ? null : some(in);
    }
  }

  private static final class ListPart extends SimplePart {

    private final Part element;

    ListPart(Part element) {
      this.element = element;
    }

    @Override
    void some(Object value, Out out) {
      var list = (List<?>) value;
      out.number(list.size());
      for (Object item : list) {
        element.write(item, out);
      }
    }

    @Override
    Object some(In in) {
      int size = (int) in.number();
      var list = new ArrayList<@Nullable Object>(Math.min(size, 1 << 16));
      for (int i = 0; i < size; i++) {
        list.add(element.read(in));
      }
      return list;
    }
  }

  /** Entries in the order of their map. */
  private static final class MapPart extends SimplePart {

    private final Part key;
    private final Part value;

    MapPart(Part key, Part value) {
      this.key = key;
      this.value = value;
    }

    @Override
    void some(Object map, Out out) {
      out.number(((Map<?, ?>) map).size());
      ((Map<?, ?>) map)
          .forEach(
              (k, v) -> {
                key.write(k, out);
                value.write(v, out);
              });
    }

    @Override
    Object some(In in) {
      int size = (int) in.number();
      var map = new java.util.LinkedHashMap<@Nullable Object, @Nullable Object>();
      for (int i = 0; i < size; i++) {
        Object k = key.read(in);
        map.put(k, value.read(in));
      }
      return map;
    }
  }

  private static final class RecordPart extends SimplePart {

    private final Part[] parts;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    RecordPart(Class<?> type, RecordComponent[] components) {
      parts = new Part[components.length];
      accessors = new Method[components.length];
      var types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        accessors[i] = components[i].getAccessor();
        types[i] = components[i].getType();
      }
      try {
        constructor = type.getDeclaredConstructor(types);
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException("a record without constructor: " + type, e);
      }
    }

    @Override
    void some(Object value, Out out) {
      try {
        for (int i = 0; i < parts.length; i++) {
          parts[i].write(accessors[i].invoke(value), out);
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException("cannot be read: " + value.getClass(), e);
      }
    }

    @Override
    Object some(In in) {
      var values = new @Nullable Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        values[i] = parts[i].read(in);
      }
      try {
        return constructor.newInstance(values);
      } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException("cannot be made: " + constructor, e);
      }
    }
  }

  private static final class Out extends ByteArrayOutputStream {

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

  private static final class In {

    private final byte[] bytes;
    private final List<String> known = new ArrayList<>();
    private int at;

    In(byte[] bytes) {
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
}

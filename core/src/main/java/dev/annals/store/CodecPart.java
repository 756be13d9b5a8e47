package dev.annals.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One component of a record, or the record itself. */
interface CodecPart {
  void write(@Nullable Object value, CodecOut out);

  @Nullable Object read(CodecIn in);

  /** A value that may be absent, with a byte that says whether it is. */
  abstract class Some implements CodecPart {

    interface Writer {
      void write(Object value, CodecOut out);
    }

    interface Reader {
      Object read(CodecIn in);
    }

    static CodecPart of(Writer writer, Reader reader) {
      return new Some() {
        @Override
        void some(Object value, CodecOut out) {
          writer.write(value, out);
        }

        @Override
        Object some(CodecIn in) {
          return reader.read(in);
        }
      };
    }

    abstract void some(Object value, CodecOut out);

    abstract Object some(CodecIn in);

    @Override
    public void write(@Nullable Object value, CodecOut out) {
      out.write(value == null ? 0 : 1);
      if (value != null) {
        some(value, out);
      }
    }

    @Override
    public @Nullable Object read(CodecIn in) {
      return in.bits(1) == 0 ? null : some(in);
    }
  }

  final class ListPart extends Some {

    private final CodecPart element;

    ListPart(CodecPart element) {
      this.element = element;
    }

    @Override
    void some(Object value, CodecOut out) {
      var list = (List<?>) value;
      out.number(list.size());
      for (Object item : list) {
        element.write(item, out);
      }
    }

    @Override
    Object some(CodecIn in) {
      int size = (int) in.number();
      var list = new ArrayList<@Nullable Object>(Math.min(size, 1 << 16));
      for (int i = 0; i < size; i++) {
        list.add(element.read(in));
      }
      return list;
    }
  }

  /** Entries in the order of their map. */
  final class MapPart extends Some {

    private final CodecPart key;
    private final CodecPart value;

    MapPart(CodecPart key, CodecPart value) {
      this.key = key;
      this.value = value;
    }

    @Override
    void some(Object map, CodecOut out) {
      out.number(((Map<?, ?>) map).size());
      ((Map<?, ?>) map)
          .forEach(
              (k, v) -> {
                key.write(k, out);
                value.write(v, out);
              });
    }

    @Override
    Object some(CodecIn in) {
      int size = (int) in.number();
      var map = new java.util.LinkedHashMap<@Nullable Object, @Nullable Object>();
      for (int i = 0; i < size; i++) {
        Object k = key.read(in);
        map.put(k, value.read(in));
      }
      return map;
    }
  }

  final class RecordPart extends Some {

    final CodecPart[] parts;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    RecordPart(Class<?> type, RecordComponent[] components) {
      parts = new CodecPart[components.length];
      accessors = new Method[components.length];
      var types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        accessors[i] = components[i].getAccessor();
        accessors[i].setAccessible(true); // else who calls is checked with each call
        types[i] = components[i].getType();
      }
      try {
        constructor = type.getDeclaredConstructor(types);
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException("a record without constructor: " + type, e);
      }
    }

    @Override
    void some(Object value, CodecOut out) {
      try {
        for (int i = 0; i < parts.length; i++) {
          parts[i].write(accessors[i].invoke(value), out);
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException("cannot be read: " + value.getClass(), e);
      }
    }

    @Override
    Object some(CodecIn in) {
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
}

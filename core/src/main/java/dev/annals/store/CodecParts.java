package dev.annals.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a type, and describes them on the way. */
final class CodecParts {

  final StringBuilder description = new StringBuilder();
  private final Map<Class<?>, CodecPart> records = new HashMap<>();

  CodecPart of(Type type) {
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

  private CodecPart generic(ParameterizedType type) {
    description.append(type.getRawType().getTypeName()).append(' ');
    if (type.getRawType() == List.class) {
      return new CodecPart.ListPart(of(type.getActualTypeArguments()[0]));
    }
    if (type.getRawType() == Map.class) {
      return new CodecPart.MapPart(
          of(type.getActualTypeArguments()[0]), of(type.getActualTypeArguments()[1]));
    }
    throw new IllegalArgumentException("not a plain type: " + type);
  }

  private CodecPart record(Class<?> type) {
    CodecPart known = records.get(type);
    if (known != null) {
      return known;
    }
    RecordComponent[] components = type.getRecordComponents();
    var part = new CodecPart.RecordPart(type, components);
    records.put(type, part);
    description.append('{');
    for (int i = 0; i < components.length; i++) {
      description.append(components[i].getName()).append(':');
      part.parts[i] = of(components[i].getGenericType());
    }
    description.append('}');
    return part;
  }

  private CodecPart enumeration(Object[] constants) {
    for (Object constant : constants) {
      description.append(constant).append(',');
    }
    return new CodecPart.Some() {
      @Override
      public void some(Object value, CodecOut out) {
        out.number(((Enum<?>) value).ordinal());
      }

      @Override
      public Object some(CodecIn in) {
        return constants[(int) in.number()];
      }
    };
  }

  private static CodecPart simple(Class<?> type) {
    if (type == String.class) {
      return new CodecPart() {
        @Override
        public void write(@Nullable Object value, CodecOut out) {
          out.text((String) value);
        }

        @Override
        public @Nullable Object read(CodecIn in) {
          return in.text();
        }
      };
    }
    if (type == int.class || type == Integer.class) {
      return CodecPart.Some.of((v, out) -> out.number((Integer) v), in -> (int) in.number());
    }
    if (type == long.class || type == Long.class) {
      return CodecPart.Some.of((v, out) -> out.number((Long) v), CodecIn::number);
    }
    if (type == double.class || type == Double.class) {
      return CodecPart.Some.of(
          (v, out) -> out.bits(Double.doubleToLongBits((Double) v), 8),
          in -> Double.longBitsToDouble(in.bits(8)));
    }
    if (type == float.class || type == Float.class) {
      return CodecPart.Some.of(
          (v, out) -> out.bits(Float.floatToIntBits((Float) v), 4),
          in -> Float.intBitsToFloat((int) in.bits(4)));
    }
    if (type == boolean.class || type == Boolean.class) {
      return CodecPart.Some.of((v, out) -> out.write((Boolean) v ? 1 : 0), in -> in.bits(1) == 1);
    }
    if (type == Instant.class) {
      return CodecPart.Some.of(
          (v, out) -> {
            out.number(((Instant) v).getEpochSecond());
            out.number(((Instant) v).getNano());
          },
          in -> Instant.ofEpochSecond(in.number(), in.number()));
    }
    if (type == byte[].class) {
      return CodecPart.Some.of(
          (v, out) -> {
            out.number(((byte[]) v).length);
            out.writeBytes((byte[]) v);
          },
          in -> in.array((int) in.number()));
    }
    if (type == int[].class) {
      return CodecPart.Some.of(
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
      return CodecPart.Some.of(
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

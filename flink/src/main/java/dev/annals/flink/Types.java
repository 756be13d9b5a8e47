package dev.annals.flink;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What Flink must be told of the types that travel or are kept. */
final class Types {

  static final TypeInformation<String> STRING = TypeInformation.of(String.class);
  static final TypeInformation<Long> LONG = TypeInformation.of(Long.class);
  static final TypeInformation<Integer> INTEGER = TypeInformation.of(Integer.class);
  static final TypeInformation<byte[]> BYTES = TypeInformation.of(byte[].class);
  static final TypeInformation<List<String>> STRINGS =
      org.apache.flink.api.common.typeinfo.Types.LIST(STRING);

  private Types() {}

  static <T> TypeInformation<T> of(Class<T> type) {
    return TypeInformation.of(type);
  }

  static <T> TypeInformation<List<T>> listOf(Class<T> type) {
    return org.apache.flink.api.common.typeinfo.Types.LIST(of(type));
  }
}

package dev.annals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

  enum Colour {
    RED,
    BLUE
  }

  record Inner(int small, @Nullable Long large, Colour colour) {}

  record Outer(
      String name,
      @Nullable String absent,
      List<Inner> inner,
      List<String> words,
      Map<String, Integer> counts,
      double high,
      boolean yes,
      @Nullable Boolean unknown,
      Instant when) {}

  record OtherOuter(String name) {}

  private static final RecordCodec<Outer> CODEC = RecordCodec.of(Outer.class);

  @Test
  void bringsBackEveryKindOfValue() {
    var value =
        new Outer(
            "né \uD83D\uDE00 and a lone \uD800",
            null,
            List.of(new Inner(-5, 1L << 60, Colour.BLUE), new Inner(7, null, Colour.RED)),
            List.of("twice", "twice", ""),
            Map.of("a", 1),
            Double.POSITIVE_INFINITY,
            true,
            null,
            Instant.parse("2031-05-06T07:08:09.123Z"));
    assertThat(CODEC.decode(CODEC.encode(value))).isEqualTo(value);
  }

  @Test
  void bringsBackManyStringsEachWrittenOnce() {
    var strings = new ArrayList<String>();
    for (int i = 0; i < 3_000; i++) {
      strings.add("word " + i % 1_000 + (i % 7 == 0 ? " \u00e9\u4e2d" : ""));
    }
    var codec = RecordCodec.of(Words.class);
    byte[] bytes = codec.encode(new Words(strings));
    assertThat(codec.decode(bytes).words()).isEqualTo(strings);
    int plain = RecordCodec.inflate(bytes).length;
    strings.addAll(List.copyOf(strings));
    assertThat(RecordCodec.inflate(codec.encode(new Words(strings))).length)
        .isLessThan(plain + 2 * 3_000 + 2);
  }

  record Words(List<String> words) {}

  @Test
  void namesItsShapeByComponents() {
    assertThat(CODEC.shape()).isEqualTo(RecordCodec.of(Outer.class).shape());
    assertThat(CODEC.shape()).isNotEqualTo(RecordCodec.of(OtherOuter.class).shape());
  }

  @Test
  void refusesDamagedBytes() {
    byte[] bytes = RecordCodec.of(OtherOuter.class).encode(new OtherOuter("x".repeat(500)));
    assertThatThrownBy(
            () -> RecordCodec.of(OtherOuter.class).decode(java.util.Arrays.copyOf(bytes, 6)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package dev.annals.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void readsCharactersOfEveryLengthAtEveryPlace() {
    for (int lead = 0; lead < 20; lead++) {
      String text = "a".repeat(lead) + "é한😀" + "b".repeat(20 - lead) + "ж";
      assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }
  }

  @Test
  void agreesWithJavaOnAnyBytes() throws Exception {
    var random = new Random(3);
    int[] likely = {'a', 0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xa0, 0xef, 0xf0, 0x8f, 0xf4};
    int whole = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(6)];
      for (int k = 0; k < bytes.length; k++) {
        boolean any = random.nextBoolean();
        bytes[k] = (byte) (any ? random.nextInt(256) : likely[random.nextInt(likely.length)]);
      }
      String text = Utf8.decode(bytes);
      assertThat(text).isEqualTo(java(bytes));
      whole += text == null ? 0 : 1;
    }
    assertThat(whole).isGreaterThan(10_000);
  }

  private static String java(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}

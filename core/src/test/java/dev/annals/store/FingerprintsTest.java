package dev.annals.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

  @Test
  void aTextIsTakenAsTheUtf16ThatJavaMakesOfIt() {
    for (String text :
        new String[] {"", "plain", "né “so” 中", "a pair \uD83D\uDE00", "a lone \uD800 one"}) {
      var bytes = new ByteArrayOutputStream();
      bytes.write(0);
      bytes.write(1);
      bytes.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
      assertThat(Fingerprints.of(text)).isEqualTo(Fingerprints.of(bytes.toByteArray()));
    }
  }
}

package dev.annals.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The council met on Monday to discuss the plan for the harbour. | en",
        "Der Stadtrat traf sich am Montag, um über den Plan für den Hafen zu beraten. | de",
        "Городской совет собрался в понедельник, чтобы обсудить план порта. | ru",
        "Harbour | und",
        "!!! | und",
      })
  void tellsTheLanguageFromTheBeginning(String text, String tag) {
    assertThat(LanguageDetector.detect(text)).isEqualTo(tag);
  }
}

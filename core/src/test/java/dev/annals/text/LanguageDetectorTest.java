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
        "The gate failed today. | en",
        "Harbour | und",
        "In Karsk | und",
        "!!! | und",
      })
  void tellsTheLanguageFromTheBeginning(String text, String tag) {
    assertThat(LanguageDetector.detect(text)).isEqualTo(tag);
  }

  @org.junit.jupiter.api.Test
  void aTableOfResultsIsEnglishWhenItsFewWordsAre() {
    assertThat(
            LanguageDetector.detect(
                "ROWING - REGATTA RESULTS .\nNORTHPORT 2031-08-30\nResults of the regatta :\n1. A."
                    + " Okoro ( Kenya ) 1:03.4\n2. L. Fisk ( Norway ) 1:04.0 and third\n"))
        .isEqualTo("en");
  }

  @org.junit.jupiter.api.Test
  void aLongTableOfNamesIsEnglishWhenItsHeadingIs() {
    String names =
        "1. A. Okoro ( Kenya ) 1:03.4\n2. L. Fisk ( Norway ) 1:04.0\n3. J. Reyl ( Chile ) 1:05.2\n"
            .repeat(60);
    assertThat(
            LanguageDetector.detect(
                "ROWING - NORTHPORT REGATTA RESULTS .\nNORTHPORT 2031-08-30\nResults at the"
                    + " Northport\nregatta on Saturday :\n"
                    + names))
        .isEqualTo("en");
    assertThat(LanguageDetector.detect(names)).isNotEqualTo("en");
  }
}

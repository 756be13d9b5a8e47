package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.text.Tokens;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {

  private static NumberReader.Reading first(String text) {
    var tokens = Tokens.of(text);
    var reader = new NumberReader(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      var reading = reader.read(i);
      if (reading != null) {
        return reading;
      }
    }
    throw new AssertionError("no number in " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 sailors were rescued | 12 | 12",
        "At least twelve sailors were rescued | 12 | Infinity",
        "No fewer than 1,200 sheep | 1200 | Infinity",
        "Between five and seven boats | 5 | 7",
        "5 to 7 boats sank | 5 | 7",
        "5-7 | 5 | 7",
        "up to 40 homes | 0 | 40",
        "some 3.5 million crates | 3150000 | 3850000",
        "tens of thousands marched | 20000 | 150000",
        "forty-two geese | 42 | 42"
      })
  void readsNumbersAsRanges(String text, double low, double high) {
    var reading = first(text);
    assertThat(reading.low()).describedAs(text).isEqualTo(low);
    assertThat(reading.high()).describedAs(text).isEqualTo(high);
  }

  @Test
  void readsMoneyAndShares() {
    assertThat(first("a fine of $2.5 million").unit()).isEqualTo("USD");
    assertThat(first("a fine of $2.5 million").low()).isEqualTo(2_500_000);
    assertThat(first("fell by 12 per cent").unit()).isEqualTo("percent");
    assertThat(first("fell by 12%").unit()).isEqualTo("percent");
    assertThat(first("paid 300 pounds").unit()).isEqualTo("GBP");
  }

  @Test
  void staysCalmOnStrangeNumbers() {
    assertThat(first("9".repeat(10) + " geese").low()).isEqualTo(9_999_999_999d);
    var tokens = Tokens.of("1,,2 1.2.3 ½ 12a $ % " + "9".repeat(400));
    var reader = new NumberReader(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      var reading = reader.read(i);
      assertThat(reading == null || String.format(Locale.ROOT, "%s", reading).length() > 0)
          .isTrue();
    }
  }
}

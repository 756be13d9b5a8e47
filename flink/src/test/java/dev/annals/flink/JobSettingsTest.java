package dev.annals.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobSettingsTest {

  @Test
  void filesAreReadInOrderToTheirEnd() {
    var settings = JobSettings.parse("news", "--records", "out");
    assertThat(settings.paths()).containsExactly("news");
    assertThat(settings.order()).isEqualTo(ReadingOrder.READING);
    assertThat(settings.ends()).isTrue();
    assertThat(settings.quiet()).isNegative();
  }

  @Test
  void topicIsReadForEverInOrderOfTime() {
    var settings =
        JobSettings.parse(
            "--kafka",
            "host:9092",
            "--topic",
            "captures",
            "--store",
            "jdbc:x",
            "--quiet",
            "2m",
            "--record-topic",
            "records",
            "--transactions",
            "10m");
    assertThat(settings.transactions()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.order()).isEqualTo(ReadingOrder.TIME);
    assertThat(settings.ends()).isFalse();
    assertThat(settings.quiet()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void outletsThatCannotBeReadAreNamedBeforeTheJobRuns() {
    assertThat(JobSettings.parse("news", "--records", "out").outletLines()).isEmpty();
    var settings = JobSettings.parse("news", "--records", "out", "--outlets", "no/such/file");
    assertThatIllegalArgumentException()
        .isThrownBy(settings::outletLines)
        .withMessageContaining("no/such/file");
  }

  @Test
  void mistakesAreNamed() {
    for (String line :
        new String[] {
          "--records out",
          "news",
          "news --records",
          "news --records out --lateness soon",
          "news --records out --no-such-thing",
          "news --records out --record-topic t",
          "news --records out --transactions 5m",
          "--kafka h --topic t --order reading --records out"
        }) {
      assertThatIllegalArgumentException()
          .as(line)
          .isThrownBy(() -> JobSettings.parse(line.split(" ")));
    }
  }
}

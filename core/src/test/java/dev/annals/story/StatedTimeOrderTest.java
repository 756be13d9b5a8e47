package dev.annals.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatedTimeOrderTest {

  private static final Instant CAPTURED = Instant.parse("2031-03-05T10:00:00Z");

  @Test
  void countsADateFromTheFutureAsCaptured() {
    assertThat(StatedTime.seconds("2041-03-05T10:00:00Z", CAPTURED))
        .isEqualTo(CAPTURED.getEpochSecond());
    assertThat(StatedTime.seconds("2041-03-05", CAPTURED)).isEqualTo(CAPTURED.getEpochSecond());
  }

  @Test
  void keepsWhatZonesMayExplainAndWhatIsNotCaptured() {
    assertThat(StatedTime.seconds("2031-03-05T22:00:00", CAPTURED))
        .isGreaterThan(CAPTURED.getEpochSecond());
    assertThat(StatedTime.seconds("2041-03-05", null)).isNotNull();
    assertThat(StatedTime.seconds(null, CAPTURED)).isEqualTo(CAPTURED.getEpochSecond());
  }
}

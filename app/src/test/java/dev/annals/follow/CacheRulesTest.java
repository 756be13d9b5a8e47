package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheRulesTest {

  private static final Instant NOW = Instant.parse("2031-03-05T10:00:00Z");

  private static Answer answer(Map<String, String> headers) {
    return new Answer("https://a.example/", 200, headers, new byte[0], 0);
  }

  @Test
  void readsHowLongAnAnswerIsFresh() {
    assertThat(CacheRules.fresh(answer(Map.of("cache-control", "public, max-age=600")), NOW))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(CacheRules.fresh(answer(Map.of("cache-control", "no-cache")), NOW)).isZero();
    assertThat(CacheRules.fresh(answer(Map.of("expires", "Wed, 05 Mar 2031 10:20:00 GMT")), NOW))
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(CacheRules.fresh(answer(Map.of("expires", "0")), NOW)).isZero();
    assertThat(CacheRules.fresh(answer(Map.of("cache-control", "max-age=99999999999")), NOW))
        .isEqualTo(CacheRules.LONGEST_WAIT);
  }

  @Test
  void readsWhenToComeAgain() {
    assertThat(CacheRules.retryAfter(answer(Map.of("retry-after", "120")), NOW))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(
            CacheRules.retryAfter(
                answer(Map.of("retry-after", "Wed, 05 Mar 2031 11:00:00 GMT")), NOW))
        .isEqualTo(Duration.ofHours(1));
    assertThat(
            CacheRules.retryAfter(
                answer(Map.of("retry-after", "Wednesday, 05-Mar-31 11:00:00 GMT")), NOW))
        .isEqualTo(Duration.ofHours(1));
    assertThat(
            CacheRules.retryAfter(answer(Map.of("retry-after", "Wed Mar  5 11:00:00 2031")), NOW))
        .isEqualTo(Duration.ofHours(1));
    assertThat(
            CacheRules.retryAfter(
                answer(Map.of("retry-after", "Wed, 05 Mar 2031 09:00:00 GMT")), NOW))
        .isZero();
    assertThat(CacheRules.retryAfter(answer(Map.of("retry-after", "soon")), NOW)).isNull();
    assertThat(CacheRules.retryAfter(answer(Map.of("retry-after", "999999999")), NOW))
        .isEqualTo(CacheRules.LONGEST_WAIT);
  }
}

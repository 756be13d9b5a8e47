package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CompilePaceTest {

  private static final long MILLISECOND = 1_000_000;

  private final CompilePace pace = new CompilePace();

  @Test
  void aStoryNeverCompiledIsDue() {
    assertThat(pace.due("ferry", 0, false)).isTrue();
  }

  @Test
  void aStoryTakesATwentiethOfTheTime() {
    pace.compiled(Map.of("ferry", 5 * MILLISECOND, "orchards", 100 * MILLISECOND), 0);
    assertThat(pace.due("ferry", 99 * MILLISECOND, false)).isFalse();
    assertThat(pace.due("ferry", 100 * MILLISECOND, false)).isTrue();
    assertThat(pace.due("orchards", 1999 * MILLISECOND, false)).isFalse();
    assertThat(pace.due("orchards", 2000 * MILLISECOND, false)).isTrue();
    assertThat(pace.due("bridge", 0, false)).isTrue();
  }

  @Test
  void noStoryWaitsLongerThanAMinute() {
    pace.compiled(Map.of("war", 60_000 * MILLISECOND), 0);
    assertThat(pace.due("war", 59_999 * MILLISECOND, false)).isFalse();
    assertThat(pace.due("war", 60_000 * MILLISECOND, false)).isTrue();
  }

  @Test
  void theLastTimeItTookCounts() {
    pace.compiled(Map.of("ferry", 100 * MILLISECOND), 0);
    pace.compiled(Map.of("ferry", MILLISECOND), 2000 * MILLISECOND);
    assertThat(pace.due("ferry", 2020 * MILLISECOND, false)).isTrue();
  }

  @Test
  void whatWasLookedAtLongAgoIsForgotten() {
    pace.compiled(Map.of("first", 60_000 * MILLISECOND), 0);
    for (int i = 0; i < 10_000; i++) {
      pace.compiled(Map.of("story-" + i, MILLISECOND), 0);
    }
    assertThat(pace.due("first", 1, false)).isTrue();
  }

  @Test
  void underPressureAStoryWithARecordWaitsFiveSeconds() {
    pace.compiled(Map.of("ferry", 5 * MILLISECOND, "war", 1000 * MILLISECOND), 0);
    assertThat(pace.due("ferry", 4999 * MILLISECOND, true)).isFalse();
    assertThat(pace.due("ferry", 5000 * MILLISECOND, true)).isTrue();
    assertThat(pace.due("war", 19_999 * MILLISECOND, true)).isFalse();
    assertThat(pace.due("bridge", 0, true)).isTrue();
  }
}

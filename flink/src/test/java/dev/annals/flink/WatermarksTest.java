package dev.annals.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.capture.Rejection;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

/** How far a topic is said to be. */
class WatermarksTest {

  private static final Document SOMETHING = Document.of(new Rejection("a", "b"));

  private final List<Long> said = new ArrayList<>();
  private final WatermarkOutput out =
      new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
          said.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
      };

  @Test
  void leavesTimeForLateArticlesAndCatchesUpWhenNothingComes() {
    long[] now = {50_000};
    var topic = new Watermarks.Topic(10_000, () -> now[0]);
    topic.onPeriodicEmit(out);
    assertThat(said).isEmpty();
    topic.onEvent(SOMETHING, 40_000, out);
    topic.onEvent(SOMETHING, 35_000, out);
    topic.onPeriodicEmit(out);
    now[0] += 10_001;
    topic.onPeriodicEmit(out);
    topic.onEvent(SOMETHING, 60_000, out);
    topic.onPeriodicEmit(out);
    assertThat(said).containsExactly(29_999L, 40_000L, 49_999L);
  }
}

package dev.annals.flink;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Says how far the stream is. */
final class Watermarks {

  /** A watermark goes to every task of the next step: one for a few documents is enough. */
  private static final int EVERY = 16;

  private Watermarks() {}

  static WatermarkStrategy<Document> of(JobSettings settings) {
    if (settings.order() == ReadingOrder.READING) {
      return WatermarkStrategy.forGenerator(context -> new Running());
    }
    var strategy =
        WatermarkStrategy.<Document>forBoundedOutOfOrderness(settings.lateness())
            .withIdleness(Duration.ofMinutes(1));
    return settings.topic() == null
        ? strategy
        : strategy.withTimestampAssigner((document, sent) -> EventTimes.captured(document, sent));
  }

  /** Of running numbers: nothing comes before the last. */
  private static final class Running implements WatermarkGenerator<Document>, Serializable {

    private static final long serialVersionUID = 1;

    private long last = Long.MIN_VALUE;
    private long said = Long.MIN_VALUE;
    private int unsaid;

    @Override
    public void onEvent(Document document, long time, WatermarkOutput out) {
      last = time;
      if (++unsaid >= EVERY) {
        onPeriodicEmit(out);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput out) {
      if (last > said) {
        out.emitWatermark(new Watermark(last));
        said = last;
        unsaid = 0;
      }
    }
  }
}

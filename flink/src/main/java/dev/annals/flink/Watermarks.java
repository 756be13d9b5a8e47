package dev.annals.flink;

import java.io.Serializable;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Says how far the stream is. */
final class Watermarks {

  /** A watermark goes to every task of the next step: one for a few documents is enough. */
  private static final int EVERY = 16;

  /** A reader or a partition from which nothing comes holds the others up for this long. */
  private static final Duration IDLE = Duration.ofMinutes(1);

  private Watermarks() {}

  static WatermarkStrategy<Document> of(JobSettings settings) {
    if (settings.order() == ReadingOrder.READING) {
      return WatermarkStrategy.forGenerator(context -> new Running());
    }
    if (settings.topic() == null) {
      return WatermarkStrategy.<Document>forBoundedOutOfOrderness(settings.lateness())
          .withIdleness(IDLE);
    }
    long lateness = settings.lateness().toMillis();
    // a partition says how far it is before it is passed over
    var idle = Duration.ofMillis(Math.max(IDLE.toMillis(), lateness + IDLE.toMillis() / 2));
    return WatermarkStrategy.<Document>forGenerator(
            context -> new Topic(lateness, System::currentTimeMillis))
        .withIdleness(idle)
        .withTimestampAssigner((document, sent) -> EventTimes.captured(document, sent));
  }

  /**
   * Of a partition of a topic: articles may be late by so much. When nothing has come for that
   * long, nothing earlier is under way either; without this the last article of an evening would
   * wait for the first of the morning.
   */
  static final class Topic implements WatermarkGenerator<Document> {

    private final long lateness;
    private final LongSupplier clock;
    private long latest = Long.MIN_VALUE;
    private long came;

    Topic(long lateness, LongSupplier clock) {
      this.lateness = lateness;
      this.clock = clock;
    }

    @Override
    public void onEvent(Document document, long time, WatermarkOutput out) {
      latest = Math.max(latest, time);
      came = clock.getAsLong();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput out) {
      if (latest != Long.MIN_VALUE) {
        boolean quiet = clock.getAsLong() - came > lateness;
        out.emitWatermark(new Watermark(quiet ? latest : latest - lateness - 1));
      }
    }
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

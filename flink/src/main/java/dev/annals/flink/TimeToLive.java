package dev.annals.flink;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;

/** How long state is kept that nothing asks for. */
final class TimeToLive {

  private TimeToLive() {}

  /** Counts from the last time that something was read or written; cleaned on compaction. */
  static StateTtlConfig of(Duration time) {
    return StateTtlConfig.newBuilder(time)
        .updateTtlOnReadAndWrite()
        .neverReturnExpired()
        .cleanupInRocksdbCompactFilter(1000)
        .build();
  }
}

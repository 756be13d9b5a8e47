package dev.annals.flink;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;

/** How long state is kept that nothing asks for. */
final class TimeToLive {

  private TimeToLive() {}

  /** Counts from the last time that something was read or written; cleaned on compaction. */
  static StateTtlConfig of(Duration time) {
    return kept(StateTtlConfig.newBuilder(time).updateTtlOnReadAndWrite());
  }

  /** Counts from the time that something was written: reading it costs no writing. */
  static StateTtlConfig sinceWritten(Duration time) {
    return kept(StateTtlConfig.newBuilder(time).updateTtlOnCreateAndWrite());
  }

  private static StateTtlConfig kept(StateTtlConfig.Builder builder) {
    return builder.neverReturnExpired().cleanupInRocksdbCompactFilter(1000).build();
  }
}

package dev.annals.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads times as stated, to put articles in order. */
final class StatedTime {

  private static final int DAY = 10;

  /** Seconds that a stated time may be after the capture: zones and clocks differ. */
  private static final long AHEAD = 86_400;

  private StatedTime() {}

  /**
   * Seconds since 1970 of the time stated, else of the capture, else null. A time without offset
   * counts as UTC, a day as its noon: it is for order and distance only. What is stated as later
   * than a day after the capture counts as captured: nobody reads tomorrow's paper.
   */
  static @Nullable Long seconds(@Nullable String published, @Nullable Instant captured) {
    Long stated = stated(published);
    if (captured == null || stated != null && stated <= captured.getEpochSecond() + AHEAD) {
      return stated;
    }
    return captured.getEpochSecond();
  }

  private static @Nullable Long stated(@Nullable String published) {
    if (published != null) {
      try {
        if (published.length() <= DAY) {
          return LocalDate.parse(published).atTime(12, 0).toEpochSecond(ZoneOffset.UTC);
        }
        boolean zoned =
            published.endsWith("Z")
                || published.indexOf('+', DAY) > 0
                || published.indexOf('-', DAY) > 0;
        return zoned
            ? OffsetDateTime.parse(published).toEpochSecond()
            : LocalDateTime.parse(published).toEpochSecond(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        // not a time we can read: as good as none
      }
    }
    return null;
  }

  /** The day of a stated time as written, or null. */
  static @Nullable String day(@Nullable String published) {
    if (published == null || published.length() < DAY) {
      return null;
    }
    String day = published.substring(0, DAY);
    try {
      return LocalDate.parse(day).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }
}

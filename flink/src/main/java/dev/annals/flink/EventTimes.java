package dev.annals.flink;

import dev.annals.capture.Capture;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a document came into the world. */
final class EventTimes {

  private EventTimes() {}

  /** When it was captured, else published as stated beside it, else what is given. */
  static long of(Document document, long otherwise) {
    Capture capture = document.capture();
    if (capture == null) {
      return otherwise;
    }
    Instant published = instant(capture.stated().published());
    return captured(document, published == null ? otherwise : published.toEpochMilli());
  }

  /** When it was captured, else what is given. */
  static long captured(Document document, long otherwise) {
    Capture capture = document.capture();
    Instant captured = capture == null ? null : capture.captured();
    return captured == null ? otherwise : captured.toEpochMilli();
  }

  private static @Nullable Instant instant(@Nullable String stated) {
    if (stated == null || stated.length() < 10) {
      return null;
    }
    try {
      return OffsetDateTime.parse(stated).toInstant();
    } catch (DateTimeException e) {
      // without an offset, or the day alone: the start of that day is near enough for an order
    }
    try {
      return LocalDate.parse(stated.substring(0, 10)).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}

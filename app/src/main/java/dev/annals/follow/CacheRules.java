package dev.annals.follow;

import dev.annals.capture.StatedTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a server says about when to come again. */
final class CacheRules {

  /** A server that asks for more has made a mistake, or has gone. */
  static final Duration LONGEST_WAIT = Duration.ofDays(2);

  private CacheRules() {}

  /** How long an answer stays fresh by Cache-Control or Expires; zero when nothing is said. */
  static Duration fresh(Answer answer, Instant now) {
    String control = answer.header("cache-control");
    if (control != null) {
      for (String part : control.toLowerCase(Locale.ROOT).split(",")) {
        String directive = part.strip();
        if (directive.equals("no-cache") || directive.equals("no-store")) {
          return Duration.ZERO;
        }
        if (directive.startsWith("max-age=")) {
          return bounded(seconds(directive.substring("max-age=".length()).replace("\"", "")));
        }
      }
    }
    Instant expires = date(answer.header("expires"));
    if (expires == null) {
      return Duration.ZERO;
    }
    Instant sent = date(answer.header("date"));
    return bounded(Duration.between(sent == null ? now : sent, expires));
  }

  /** How long a server asks to be left alone, or null when it does not. */
  static @Nullable Duration retryAfter(Answer answer, Instant now) {
    String header = answer.header("retry-after");
    if (header == null) {
      return null;
    }
    Duration stated = seconds(header.strip());
    if (stated != null) {
      return bounded(stated);
    }
    Instant date = date(header);
    return date == null ? null : bounded(Duration.between(now, date));
  }

  private static Duration bounded(@Nullable Duration stated) {
    if (stated == null || stated.isNegative()) {
      return Duration.ZERO;
    }
    return stated.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : stated;
  }

  private static @Nullable Duration seconds(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    return text.length() > 9 ? LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(text));
  }

  /** A date in any of the three forms that HTTP knows. */
  private static @Nullable Instant date(@Nullable String header) {
    String iso = header == null ? null : StatedTime.iso(header);
    if (header != null && iso == null) {
      String[] words = header.strip().split("\\s+", 6); // Wed Mar  5 11:00:00 2031
      iso =
          words.length == 5
              ? StatedTime.iso(String.join(" ", words[1], words[2], words[4], words[3], "GMT"))
              : null;
    }
    try {
      return iso == null ? null : OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException e) {
      return null; // without a clock
    }
  }
}

package dev.annals.follow;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Asks a host for its robots.txt. Safe for use by several threads. */
final class RobotsLook {

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration SHORTEST = Duration.ofMinutes(30);

  private final Fetching fetching;
  private final InstantSource clock;
  private final FollowMetrics metrics;

  RobotsLook(Fetching fetching, InstantSource clock, FollowMetrics metrics) {
    this.fetching = fetching;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * What a host says.
   *
   * @param bytes of its robots.txt, or null when it has none
   * @param status of its answer, 0 when there was none
   * @param until when to ask again
   * @param problem why nothing is known, or null when something is
   * @param pause how long the host asks to be left alone, in milliseconds
   * @param elsewhere where to ask instead, or null
   */
  record Said(
      byte @Nullable [] bytes,
      int status,
      long until,
      @Nullable String problem,
      long pause,
      @Nullable String elsewhere) {

    Robots robots() {
      return bytes == null ? Robots.OPEN : Robots.of(bytes);
    }
  }

  /**
   * Asks once.
   *
   * @param url of the robots.txt, or where it has been moved to
   * @param hops how many redirects led there
   */
  Said ask(String url, int hops) {
    try {
      Answer answer = fetching.get(new Fetch(url, null, null, Robots.LONGEST + 1, true));
      metrics.count("annals_requests_total", "what=\"robots\",status=\"" + answer.status() + "\"");
      String target = answer.redirect() ? answer.target() : null;
      if (target == null) {
        return said(answer);
      }
      // redirects without end: as if there were none
      return hops < Looker.HOPS ? new Said(null, 0, 0, null, 0, target) : none(0);
    } catch (FetchException e) {
      metrics.count("annals_fetch_problems_total", "reason=\"" + Looker.name(e.problem()) + "\"");
      if (e.problem() == FetchProblem.URL || e.problem() == FetchProblem.ADDRESS) {
        // nothing will be asked there: the look itself says so
        return new Said(null, 0, clock.millis() + SHORTEST.toMillis(), null, 0, null);
      }
      return unknown(String.valueOf(e.getMessage()), 0, 0);
    } catch (IOException e) {
      return unknown(String.valueOf(e.getMessage()), 0, 0);
    }
  }

  private Said said(Answer answer) {
    int status = answer.status();
    if (status == 429 || status >= 500) {
      Duration asked = CacheRules.retryAfter(answer, clock.instant());
      return unknown(
          "robots.txt: " + Looker.status(answer), status, asked == null ? 0 : asked.toMillis());
    }
    if (!answer.ok()) {
      return none(status);
    }
    Duration fresh = CacheRules.fresh(answer, clock.instant());
    long keep =
        fresh.isZero()
            ? LONGEST.toMillis()
            : Math.max(SHORTEST.toMillis(), Math.min(LONGEST.toMillis(), fresh.toMillis()));
    return new Said(answer.body(), status, clock.millis() + keep, null, 0, null);
  }

  private Said none(int status) {
    return new Said(null, status, clock.millis() + LONGEST.toMillis(), null, 0, null);
  }

  private Said unknown(String problem, int status, long pause) {
    return new Said(null, status, 0, problem, pause, null);
  }
}

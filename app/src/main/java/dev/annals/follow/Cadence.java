package dev.annals.follow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When to look again. A source that has something new is looked at more often, one that has not
 * less often; one that fails is left alone, longer each time. Milliseconds throughout.
 */
final class Cadence {

  /** Where a source starts: often enough to learn, seldom enough for a guest. */
  private static final long START = Duration.ofMinutes(15).toMillis();

  /** Shrinks faster than it grows: news comes in bursts, and being late costs more than asking. */
  private static final double SHRINK = 0.5;

  private static final double GROW = 1.25;

  private static final long FIRST_RETRY = Duration.ofMinutes(5).toMillis();
  private static final long LONGEST_RETRY = Duration.ofDays(1).toMillis();

  /** A host that does not answer is asked after this time, then twice that … */
  private static final long HOST_RETRY = Duration.ofSeconds(30).toMillis();

  private static final long HOST_LONGEST = Duration.ofHours(1).toMillis();

  private final FollowSettings settings;

  Cadence(FollowSettings settings) {
    this.settings = settings;
  }

  /** The interval of a source that was just added. */
  long start() {
    return bounded(START);
  }

  /** The interval after a look that worked. */
  long interval(long before, boolean somethingNew) {
    return bounded((long) (before * (somethingNew ? SHRINK : GROW)));
  }

  private long bounded(long interval) {
    return Math.max(
        settings.shortestInterval().toMillis(),
        Math.min(settings.longestInterval().toMillis(), interval));
  }

  /** When a source is looked at next: not before the server says that something can be new. */
  long next(long now, long interval, Duration fresh) {
    long wanted = Math.min(fresh.toMillis(), settings.longestInterval().toMillis());
    return now + Math.max(interval, wanted);
  }

  /** When something that failed is tried again. */
  long retry(long now, int failures, @Nullable Duration asked) {
    long base = Math.min(FIRST_RETRY, settings.longestInterval().toMillis());
    long own = Math.min(LONGEST_RETRY, doubled(base, failures - 1));
    return now + Math.max(own, asked == null ? 0 : asked.toMillis());
  }

  /** How long a host is left alone that gave no answer, or one that it is overloaded. */
  long hostPause(int failures) {
    return Math.min(HOST_LONGEST, doubled(HOST_RETRY, failures - 1));
  }

  private static long doubled(long base, int times) {
    return base << Math.max(0, Math.min(20, times));
  }

  /** When an article is looked at after so many visits, or null when it was looked at enough. */
  @Nullable Long revisit(long now, int visits) {
    var revisits = settings.revisits();
    return visits < 1 || visits > revisits.size()
        ? null
        : now + revisits.get(visits - 1).toMillis();
  }
}

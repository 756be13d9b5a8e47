package dev.annals.follow;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How feeds are followed.
 *
 * @param contact an address or page where the one who runs this can be reached; sent with every
 *     request, or null
 * @param allowedAddresses blocks of addresses that may be connected to although they are not on the
 *     open network
 * @param proxy {@code host:port} of a proxy that all requests go through, or null
 * @param hostGap least time between two requests to one host
 * @param shortestInterval least time between two looks at a feed
 * @param longestInterval most time between two looks at a feed
 * @param revisits when an article is looked at again, counted from the look before
 * @param connections requests under way at once
 * @param answerTime most time that one request may take
 * @param largestBody most bytes of an answer, inflated
 */
public record FollowSettings(
    @Nullable String contact,
    List<String> allowedAddresses,
    @Nullable String proxy,
    Duration hostGap,
    Duration shortestInterval,
    Duration longestInterval,
    List<Duration> revisits,
    int connections,
    Duration answerTime,
    int largestBody) {

  /** Checks the bounds. */
  public FollowSettings {
    allowedAddresses = List.copyOf(allowedAddresses);
    allowedAddresses.forEach(AddressBlock::of);
    revisits = List.copyOf(revisits);
    if (hostGap.isNegative() || shortestInterval.isNegative() || shortestInterval.isZero()) {
      throw new IllegalArgumentException("a gap or interval is no positive time");
    }
    if (longestInterval.compareTo(shortestInterval) < 0) {
      throw new IllegalArgumentException(
          "longest interval " + longestInterval + " is below the shortest " + shortestInterval);
    }
    if (connections < 1 || connections > 1024) {
      throw new IllegalArgumentException("connections must lie between 1 and 1024: " + connections);
    }
    if (largestBody < 1 << 16) {
      throw new IllegalArgumentException("no page fits into " + largestBody + " bytes");
    }
  }

  /** What a site would have from a guest it would have again. */
  public static FollowSettings defaults() {
    return new FollowSettings(
        null,
        List.of(),
        null,
        Duration.ofSeconds(5),
        Duration.ofMinutes(5),
        Duration.ofHours(24),
        List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3)),
        64,
        Duration.ofSeconds(30),
        10 << 20);
  }

  /** How this guest names itself. */
  String agent() {
    return contact == null
        ? "annals/0.1 (news reader)"
        : "annals/0.1 (news reader; +" + contact + ")";
  }
}

package dev.annals.cli;

import dev.annals.follow.FollowSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How feeds are followed. */
final class FollowOptions {

  @Option(
      names = "--contact",
      paramLabel = "PAGE|MAIL",
      description = "Where you can be reached; sent to every site with every request.")
  private @Nullable String contact;

  @Option(
      names = "--allow-address",
      paramLabel = "BLOCK",
      description =
          "Addresses that may be connected to although they are not on the open network: 10.1.0.0/16.")
  private final List<String> allowed = new ArrayList<>();

  @Option(
      names = "--proxy",
      paramLabel = "HOST:PORT",
      description = "A proxy that all requests go through.")
  private @Nullable String proxy;

  @Option(
      names = "--host-gap",
      paramLabel = "SECONDS",
      description = "Least time between two requests to one host (default: 5).")
  private double hostGap = FollowSettings.defaults().hostGap().toSeconds();

  @Option(
      names = "--shortest-interval",
      paramLabel = "SECONDS",
      description = "Least time between two looks at a feed (default: 300).")
  private double shortest = FollowSettings.defaults().shortestInterval().toSeconds();

  @Option(
      names = "--longest-interval",
      paramLabel = "SECONDS",
      description = "Most time between two looks at a feed (default: 86400).")
  private double longest = FollowSettings.defaults().longestInterval().toSeconds();

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Requests under way at once (default: 64).")
  private int connections = FollowSettings.defaults().connections();

  FollowSettings settings() {
    var defaults = FollowSettings.defaults();
    return new FollowSettings(
        contact,
        allowed,
        proxy,
        time(hostGap),
        time(shortest),
        time(longest),
        defaults.revisits(),
        connections,
        defaults.answerTime(),
        defaults.largestBody());
  }

  private static Duration time(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}

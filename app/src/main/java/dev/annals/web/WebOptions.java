package dev.annals.web;

import org.jspecify.annotations.Nullable;

/**
 * How the server listens and who may write.
 *
 * @param host address to listen on; {@code localhost} by default
 * @param port port, 0 for any free one
 * @param token who has it may upload and correct; null when nobody may
 * @param requestsPerMinute how many requests one address may make in a minute
 */
public record WebOptions(String host, int port, @Nullable String token, int requestsPerMinute) {

  /** Checks the bounds. */
  public WebOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
    if (token != null && token.length() < 16) {
      throw new IllegalArgumentException("a token needs at least 16 characters");
    }
    if (requestsPerMinute < 1) {
      throw new IllegalArgumentException("requests a minute: " + requestsPerMinute);
    }
  }

  /** Localhost, port 8080, nobody may write. */
  public static WebOptions defaults() {
    return new WebOptions("localhost", 8080, null, 6000);
  }
}

package dev.annals.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What every answer carries and every request must pass: headers, the host asked for, the rate, the
 * token.
 */
final class Guard {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";
  private static final int ADDRESSES_KEPT = 10_000;

  private final WebOptions options;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile long minute;

  Guard(WebOptions options) {
    this.options = options;
  }

  /** Sets the headers and refuses what may not be answered. */
  void check(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (isLocal(options.host()) && !isLocal(hostOf(context.header("Host")))) {
      // a page elsewhere that makes its own name point to this machine gets nothing
      throw new Problem(403, "Not this host", "This server answers requests for localhost only.");
    }
    if (tooMany(context.ip())) {
      context.header("Retry-After", "60");
      throw new Problem(
          429, "Too many requests", "At most " + options.requestsPerMinute() + " a minute.");
    }
  }

  private boolean tooMany(String address) {
    long now = System.nanoTime() / 60_000_000_000L;
    if (now != minute || counts.size() > ADDRESSES_KEPT) {
      minute = now;
      counts.clear();
    }
    return counts.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet()
        > options.requestsPerMinute();
  }

  /** Whether anybody may write at all. */
  boolean writable() {
    return options.token() != null;
  }

  /**
   * Refuses a write without the token. A token is never sent by a browser on its own, so no other
   * page can write.
   */
  void checkToken(@Nullable String given) {
    String token = options.token();
    if (token == null) {
      throw new Problem(
          403, "Writing is off", "Start the server with a token to allow uploads and corrections.");
    }
    byte[] right = token.getBytes(StandardCharsets.UTF_8);
    byte[] asked = (given == null ? "" : given).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(right, asked)) {
      throw new Problem(401, "Token missing or wrong", "Send it as Authorization: Bearer TOKEN.");
    }
  }

  /** The token of an Authorization header, or null. */
  static @Nullable String bearer(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? header.substring(7).strip()
        : null;
  }

  static String hostOf(@Nullable String header) {
    if (header == null) {
      return "";
    }
    String host = header.strip().toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      int end = host.indexOf(']');
      return end < 0 ? host : host.substring(1, end);
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  static boolean isLocal(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
  }
}

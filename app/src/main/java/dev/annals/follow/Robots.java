package dev.annals.follow;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a site's robots.txt asks of us (RFC 9309): the group that names us, else the one for all;
 * the longest rule that fits decides. Immutable.
 */
final class Robots {

  /** Name that groups are looked up under. */
  static final String AGENT = "annals";

  /** What is read of a robots.txt; the standard asks for this much at least. */
  static final int LONGEST = 500 << 10;

  /** More rules than this are a mistake, and each page would have to be held against them all. */
  private static final int RULES = 20_000;

  private static final int SITEMAPS = 50;
  private static final double LONGEST_DELAY = 86_400;

  private record Rule(boolean allows, String pattern) {}

  /** Nothing is forbidden: there is no robots.txt. */
  static final Robots OPEN = new Robots(List.of(), null, List.of());

  /** All is forbidden: whether there is a robots.txt cannot be known now. */
  static final Robots CLOSED = new Robots(List.of(new Rule(false, "/")), null, List.of());

  private final List<Rule> rules;
  private final @Nullable Duration delay;
  private final List<String> sitemaps;

  private Robots(List<Rule> rules, @Nullable Duration delay, List<String> sitemaps) {
    this.rules = List.copyOf(rules);
    this.delay = delay;
    this.sitemaps = List.copyOf(sitemaps);
  }

  /** Reads a robots.txt; what is longer than may be is clipped at the last whole line. */
  static Robots of(byte[] bytes) {
    int length = bytes.length;
    if (length > LONGEST) {
      length = LONGEST;
      while (length > 0 && bytes[length - 1] != '\n' && bytes[length - 1] != '\r') {
        length--;
      }
    }
    String text = new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
    return new Reading().read(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** Whether a path with its query may be fetched. */
  boolean allows(String path) {
    if (path.equals("/robots.txt")) {
      return true;
    }
    String plain = normal(path);
    Rule best = null;
    for (Rule rule : rules) {
      boolean longer =
          best == null
              || rule.pattern().length() > best.pattern().length()
              || rule.pattern().length() == best.pattern().length() && rule.allows();
      if (longer && fits(rule.pattern(), plain)) {
        best = rule;
      }
    }
    return best == null || best.allows();
  }

  /** The Crawl-delay, or null when none is asked for. */
  @Nullable Duration delay() {
    return delay;
  }

  /** The sitemaps it names. */
  List<String> sitemaps() {
    return sitemaps;
  }

  /** {@code *} stands for anything, {@code $} at the end for the end. Linear: no going back. */
  private static boolean fits(String pattern, String path) {
    boolean whole = pattern.endsWith("$");
    String body = whole ? pattern.substring(0, pattern.length() - 1) : pattern;
    int at = 0;
    int from = 0;
    boolean first = true;
    while (true) {
      int star = body.indexOf('*', from);
      String part = body.substring(from, star < 0 ? body.length() : star);
      if (first) {
        if (!path.startsWith(part)) {
          return false;
        }
        at = part.length();
      } else if (star < 0 && whole) {
        return path.length() - part.length() >= at && path.endsWith(part);
      } else {
        int found = path.indexOf(part, at);
        if (found < 0) {
          return false;
        }
        at = found + part.length();
      }
      if (star < 0) {
        return !whole || at == path.length();
      }
      first = false;
      from = star + 1;
    }
  }

  /** Escapes in one form: {@code %7e} and {@code ~} are the same, {@code %2f} is no slash. */
  private static String normal(String path) {
    var out = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%' && i + 2 < path.length()) {
        int high = Character.digit(path.charAt(i + 1), 16);
        int low = Character.digit(path.charAt(i + 2), 16);
        int value = high < 0 || low < 0 ? -1 : high * 16 + low;
        boolean unreserved =
            value > ' ' && value < 0x7f && (isLetterOrDigit(value) || "-._~".indexOf(value) >= 0);
        if (unreserved) {
          out.append((char) value);
        } else {
          out.append(path.substring(i, i + 3).toUpperCase(Locale.ROOT));
        }
        i += 2;
      } else if (c > 0x7e) {
        String whole =
            path.substring(i, i + (Character.isHighSurrogate(c) && i + 1 < path.length() ? 2 : 1));
        for (byte b : whole.getBytes(StandardCharsets.UTF_8)) {
          out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        i += whole.length() - 1;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** One pass over the lines. */
  private static final class Reading {

    private final List<Rule> own = new ArrayList<>();
    private final List<Rule> all = new ArrayList<>();
    private final List<String> sitemaps = new ArrayList<>();
    private @Nullable Duration ownDelay;
    private @Nullable Duration allDelay;
    private boolean named;
    private boolean forUs;
    private boolean forAll;
    private boolean naming;

    Robots read(String text) {
      text.lines().forEach(this::line);
      return named ? new Robots(own, ownDelay, sitemaps) : new Robots(all, allDelay, sitemaps);
    }

    private void line(String line) {
      int comment = line.indexOf('#');
      String plain = comment < 0 ? line : line.substring(0, comment);
      int colon = plain.indexOf(':');
      if (colon < 0) {
        return;
      }
      String value = plain.substring(colon + 1).strip();
      switch (plain.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
        case "user-agent", "useragent" -> agent(value);
        case "allow" -> rule(true, value);
        case "disallow" -> rule(false, value);
        case "crawl-delay", "crawldelay" -> delay(value);
        case "sitemap" -> {
          String url = WebUrl.of(value);
          if (url != null && sitemaps.size() < SITEMAPS) {
            sitemaps.add(url);
          }
        }
        default -> {
          // a line of another crawler's own
        }
      }
    }

    private void agent(String value) {
      if (!naming) {
        forUs = false;
        forAll = false;
        naming = true;
      }
      int end = 0;
      while (end < value.length()
          && (isLetterOrDigit(value.charAt(end)) || "-_".indexOf(value.charAt(end)) >= 0)) {
        end++;
      }
      boolean us = value.substring(0, end).equalsIgnoreCase(AGENT);
      forUs |= us;
      named |= us;
      forAll |= value.equals("*");
    }

    private void rule(boolean allows, String pattern) {
      naming = false;
      if (pattern.isEmpty() || own.size() + all.size() >= RULES) {
        return;
      }
      String from = pattern.startsWith("/") || pattern.startsWith("*") ? pattern : "/" + pattern;
      var rule = new Rule(allows, normal(from));
      if (forUs) {
        own.add(rule);
      }
      if (forAll) {
        all.add(rule);
      }
    }

    private void delay(String value) {
      naming = false;
      double seconds;
      try {
        seconds = Double.parseDouble(value);
      } catch (NumberFormatException e) {
        return;
      }
      if (!(seconds >= 0)) {
        return;
      }
      var asked = Duration.ofMillis((long) (1000 * Math.min(seconds, LONGEST_DELAY)));
      if (forUs) {
        ownDelay = asked;
      }
      if (forAll) {
        allDelay = asked;
      }
    }
  }
}

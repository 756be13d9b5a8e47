package dev.annals.follow;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses on the web in one form, so that the same page is the same string: scheme and host in
 * small letters, names in ASCII, no default port, no fragment, what may not stand in an address
 * escaped. Feeds write them with spaces, umlauts and bare brackets.
 */
final class WebUrl {

  /** Longer ones are no addresses of articles, and no keys of the store. */
  static final int LONGEST = 1900;

  /** Parameters that say where a reader came from, not what is read. */
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src", "at_medium", "at_campaign");

  private WebUrl() {}

  /** An address in its one form, or null when it is none that can be fetched. */
  static @Nullable String of(String text) {
    return normal(text.strip());
  }

  /** An address as it stands in a page or header at another one. */
  static @Nullable String resolve(String base, String reference) {
    String clean = escape(reference.strip());
    try {
      URI target = new URI(base).resolve(new URI(clean));
      return normal(target.toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Without the parameters that only say where a reader came from. */
  static String withoutTracking(String url) {
    int question = url.indexOf('?');
    if (question < 0) {
      return url;
    }
    var kept = new StringBuilder();
    for (String part : url.substring(question + 1).split("&", -1)) {
      int equals = part.indexOf('=');
      String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (!name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.append(kept.isEmpty() ? '?' : '&').append(part);
      }
    }
    return url.substring(0, question) + kept;
  }

  private static @Nullable String normal(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      return null;
    }
    String protocol = text.substring(0, scheme).toLowerCase(Locale.ROOT);
    if (!protocol.equals("http") && !protocol.equals("https")) {
      return null;
    }
    int from = scheme + 3;
    int to = from;
    while (to < text.length() && "/?#\\".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    String authority = authority(text.substring(from, to), protocol);
    if (authority == null) {
      return null;
    }
    int fragment = text.indexOf('#', to);
    String rest = escape(text.substring(to, fragment < 0 ? text.length() : fragment));
    String path = rest.startsWith("/") ? rest : "/" + rest;
    String url = protocol + "://" + authority + path;
    try {
      URI uri = new URI(url).normalize();
      if (uri.getHost() == null) {
        return null;
      }
      return uri.toString().length() > LONGEST ? null : uri.toString();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Host and port; null when there is no host, or a name and password before it. */
  private static @Nullable String authority(String text, String protocol) {
    if (text.indexOf('@') >= 0 || text.isEmpty()) {
      return null;
    }
    int bracket = text.indexOf(']');
    int colon = text.indexOf(':', Math.max(bracket, 0));
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? "" : text.substring(colon + 1);
    if (!host.startsWith("[")) {
      try {
        host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        return null;
      }
    }
    if (host.isEmpty() || !fetchable(port)) {
      return null;
    }
    boolean usual =
        port.isEmpty()
            || protocol.equals("http") && port.equals("80")
            || protocol.equals("https") && port.equals("443");
    return usual ? host : host + ":" + port;
  }

  /** The system's ports belong to services that are not to be poked at; a web server has two. */
  private static boolean fetchable(String port) {
    if (port.isEmpty() || port.equals("80") || port.equals("443")) {
      return true;
    }
    if (port.length() > 5 || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int number = Integer.parseInt(port);
    return number >= 1024 && number <= 65535;
  }

  /** Escapes what may not stand in an address; what is escaped stays. */
  private static String escape(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int length = Character.charCount(c);
      boolean percent =
          c == '%'
              && !(i + 2 < text.length()
                  && Character.digit(text.charAt(i + 1), 16) >= 0
                  && Character.digit(text.charAt(i + 2), 16) >= 0);
      boolean bad = c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0 || percent;
      if (bad && out == null) {
        out = new StringBuilder(text.substring(0, i));
      }
      if (out != null) {
        if (!bad) {
          out.appendCodePoint(c);
        } else if (c != '\t' && c != '\n' && c != '\r') {
          for (byte b : text.substring(i, i + length).getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
          }
        }
      }
      i += length;
    }
    return out == null ? text : out.toString();
  }

  /** Host and port, the name under which a server's manners are kept: {@code harbour.example}. */
  static String host(String url) {
    String authority = URI.create(url).getRawAuthority();
    return authority == null ? "" : authority;
  }

  /** {@code https://harbour.example/} of any address there. */
  static String root(String url) {
    return url.substring(0, url.indexOf('/', url.indexOf("://") + 3) + 1);
  }

  /** Path and query, as robots.txt is asked about them. */
  static String path(String url) {
    return url.substring(url.indexOf('/', url.indexOf("://") + 3));
  }
}

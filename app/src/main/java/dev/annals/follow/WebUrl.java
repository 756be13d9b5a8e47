package dev.annals.follow;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
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
    String clean = forward(reference.strip());
    if (clean.isEmpty() || clean.startsWith("#")) {
      return normal(base);
    }
    if (clean.startsWith("?")) {
      int end = base.indexOf('?');
      end = end < 0 ? base.indexOf('#') : end;
      return normal((end < 0 ? base : base.substring(0, end)) + clean); // java.net.URI drops a part
    }
    if (clean.indexOf("://") > 0 && clean.indexOf("://") < 10) {
      return normal(clean);
    }
    try {
      return normal(new URI(base).resolve(new URI(unbracketed(escape(clean)))).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Backslashes before a query are slashes, as browsers take them. */
  private static String forward(String reference) {
    int query = reference.indexOf('?');
    int end = query < 0 ? reference.length() : query;
    int slash = reference.indexOf('\\');
    return slash < 0 || slash > end
        ? reference
        : reference.substring(0, end).replace('\\', '/') + reference.substring(end);
  }

  private static String unbracketed(String rest) {
    return rest.indexOf('[') < 0 && rest.indexOf(']') < 0
        ? rest
        : rest.replace("[", "%5B").replace("]", "%5D");
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
    String rest = unbracketed(escape(text.substring(to, fragment < 0 ? text.length() : fragment)));
    String path = withoutDots(rest.startsWith("/") ? rest : "/" + rest);
    String url = protocol + "://" + authority + path;
    try {
      return new URI(url).getHost() == null || url.length() > LONGEST ? null : url;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** A path with its query, without steps to itself and up (RFC 3986, 5.2.4). */
  private static String withoutDots(String rest) {
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    if (!path.contains("/.")) {
      return rest;
    }
    var kept = new ArrayDeque<String>();
    String[] parts = path.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (parts[i].equals("..")) {
        kept.pollLast();
      } else if (!parts[i].equals(".")) {
        kept.addLast(parts[i]);
        continue;
      }
      if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept) + (query < 0 ? "" : rest.substring(query));
  }

  /**
   * Whether a host is an address written in octal or hexadecimal figures, which one resolver reads
   * one way and the next another: {@code 0177.0.0.1}, {@code 0x7f.1}.
   */
  private static boolean ambiguous(String host) {
    String[] labels = host.split("\\.", -1);
    String end = labels[labels.length - 1];
    boolean figures = !end.isEmpty() && end.charAt(0) >= '0' && end.charAt(0) <= '9';
    for (String label : labels) {
      boolean led = label.length() > 1 && label.charAt(0) == '0';
      if (figures && led) {
        return true;
      }
    }
    return false;
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
    if (host.isEmpty() || ambiguous(host) || !fetchable(port)) {
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

package dev.annals.follow;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered to one request; redirects are answers too.
 *
 * @param url what was asked for
 * @param status the status code
 * @param headers by name in small letters; of several the first
 * @param body inflated; empty where there is none
 * @param wire how many bytes came over the network
 */
record Answer(String url, int status, Map<String, String> headers, byte[] body, long wire) {

  Answer {
    headers = Map.copyOf(headers);
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  boolean ok() {
    return status >= 200 && status < 300;
  }

  boolean redirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /** Whether the old address should be forgotten. */
  boolean permanent() {
    return status == 301 || status == 308;
  }

  /** Where a redirect leads, or null when it leads nowhere that can be fetched. */
  @Nullable String target() {
    String location = header("location");
    return location == null ? null : WebUrl.resolve(url, location);
  }

  /** {@code text/html} of {@code text/html; charset=utf-8}; empty when not named. */
  String mediaType() {
    String type = header("content-type");
    if (type == null) {
      return "";
    }
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The character set that the header names, or null. */
  @Nullable String charset() {
    String type = header("content-type");
    int at = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (type == null || at < 0) {
      return null;
    }
    String value = type.substring(at + "charset=".length());
    int end = 0;
    var name = new StringBuilder();
    while (end < value.length() && ";, ".indexOf(value.charAt(end)) < 0) {
      if ("\"'".indexOf(value.charAt(end)) < 0) {
        name.append(value.charAt(end));
      }
      end++;
    }
    return name.isEmpty() ? null : name.toString();
  }
}

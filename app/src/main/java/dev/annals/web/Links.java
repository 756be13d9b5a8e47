package dev.annals.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of pages, and what may be linked to at all. */
final class Links {

  private Links() {}

  static String story(String id) {
    return "/story/" + encode(id);
  }

  static String article(String id) {
    return "/article?id=" + encode(id);
  }

  static String cite(String article, int start, int end) {
    return article(article) + "&from=" + start + "&to=" + end + "#cite";
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The address when it is one of the web, else null: nothing else is ever linked to. */
  static @Nullable String web(@Nullable String url) {
    if (url == null) {
      return null;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://") ? url : null;
  }
}

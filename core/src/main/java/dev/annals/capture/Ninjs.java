package dev.annals.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads news in JSON as agencies send it, IPTC ninjs 1, 2 and 3. */
final class Ninjs {

  private static final String[] MARKS = {
    "bodies",
    "headlines",
    "body_text",
    "body_html",
    "body_xhtml",
    "versioncreated",
    "versionCreated"
  };
  private static final String[] MARKED_UP = {"body_html", "body_xhtml"};
  private static final String[] FIRST = {
    "firstcreated", "firstCreated", "contentcreated", "contentCreated", "firstpublished"
  };
  private static final String[] VERSION = {"versioncreated", "versionCreated"};
  private static final String[] HOLDER = {
    "copyrightholder", "copyrightHolder", "provider", "source"
  };

  private Ninjs() {}

  static boolean is(JsonNode object) {
    if (!object.path("uri").isTextual()) {
      return false;
    }
    for (String mark : MARKS) {
      if (object.has(mark)) {
        return true;
      }
    }
    return false;
  }

  static Capture capture(JsonNode item, String origin) throws BadInputException {
    String uri = item.path("uri").asText();
    String markup = body(item, true);
    String text = body(item, false);
    String content = markup != null ? markup : text;
    if (content == null) {
      String type = JsonArticle.string(item.path("type"));
      throw new BadInputException("ninjs " + (type == null ? "item" : type) + " without text");
    }
    String first = date(item, FIRST);
    String version = date(item, VERSION);
    boolean web = uri.toLowerCase(Locale.ROOT).startsWith("http");
    String by = JsonArticle.string(item.path("byline"));
    String byline = by == null ? JsonArticle.string(item.path("by")) : by;
    return new Capture(
        uri,
        origin,
        web ? uri : null,
        null,
        markup != null ? MediaKind.HTML : MediaKind.PLAIN_TEXT,
        "UTF-8",
        JsonArticle.utf8(content),
        new Stated(
            headline(item),
            byline == null ? List.of() : List.of(byline),
            holder(item),
            JsonArticle.string(item.path("language")),
            first == null ? version : first,
            first == null || first.equals(version) ? null : version));
  }

  /** The text in the form asked for: ninjs 3 has a list of bodies, the older ones a field each. */
  private static @Nullable String body(JsonNode item, boolean markup) {
    for (JsonNode body : item.path("bodies")) {
      String type =
          body.path(body.has("contentType") ? "contentType" : "contenttype")
              .asText()
              .toLowerCase(Locale.ROOT);
      String value = body.path("value").asText();
      boolean marked =
          type.contains("html") || type.isEmpty() && Head.rootElement(value).length() > 0;
      if (marked == markup && !value.isBlank()) {
        return value;
      }
    }
    for (String field : markup ? MARKED_UP : new String[] {"body_text"}) {
      String value = item.path(field).asText();
      if (!value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String headline(JsonNode item) {
    String headline = JsonArticle.string(item.path("headline"));
    String main = null;
    for (JsonNode one : item.path("headlines")) {
      String value = JsonArticle.string(one.path("value"));
      boolean isMain = one.path("role").asText().equals("main");
      main = isMain || main == null ? value : main;
    }
    return headline != null
        ? headline
        : main != null ? main : JsonArticle.string(item.path("title"));
  }

  private static @Nullable String holder(JsonNode item) {
    for (String field : HOLDER) {
      String name = JsonArticle.string(item.path(field));
      if (name != null) {
        return name;
      }
    }
    String name = JsonArticle.string(item.path("infosources").path(0).path("name"));
    return name == null ? JsonArticle.string(item.path("infoSources").path(0).path("name")) : name;
  }

  private static @Nullable String date(JsonNode item, String[] fields) {
    for (String field : fields) {
      String iso = StatedTime.iso(JsonArticle.string(item.path(field)));
      if (iso != null) {
        return iso;
      }
    }
    return null;
  }
}

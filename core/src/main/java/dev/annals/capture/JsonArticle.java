package dev.annals.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a capture of one JSON object. Understands Annals' own field names and those of news-please,
 * Fundus, trafilatura and newspaper.
 */
final class JsonArticle {

  private static final String[] TEXT = {
    "text",
    "maintext",
    "plaintext",
    "articleBody",
    "body_text",
    "raw_text",
    "content",
    "body",
    "article"
  };
  private static final String[] HTML = {"html", "raw_html", "content_html", "body_html", "page"};
  private static final String[] URL = {
    "url", "requested_url", "responded_url", "source_url", "link"
  };
  private static final String[] TITLE = {"title", "headline", "title_page", "title_rss"};
  private static final String[] BYLINE = {"byline", "authors", "author", "creator"};
  private static final String[] SOURCE = {
    "source",
    "publisher",
    "source-hostname",
    "sitename",
    "site_name",
    "source_domain",
    "hostname",
    "domain"
  };
  private static final String[] LANGUAGE = {"language", "lang", "meta_lang", "inLanguage"};
  private static final String[] PUBLISHED = {
    "published", "publishing_date", "date_publish", "publish_date", "published_date", "pubDate",
    "datePublished", "date_published", "publication_date", "published_at", "publishedAt", "date"
  };
  private static final String[] MODIFIED = {
    "modified", "date_modify", "dateModified", "date_modified", "updated", "updated_at", "updatedAt"
  };
  private static final String[] CAPTURED = {"captured", "date_download", "filedate", "crawl_date"};

  private JsonArticle() {}

  /**
   * The capture of an object.
   *
   * @param name id when the object has neither an id nor a URL
   * @throws BadInputException when it is no article; the message says why
   */
  static Capture capture(JsonNode object, String origin, String name) throws BadInputException {
    if (!object.isObject()) {
      throw new BadInputException("no JSON object");
    }
    JsonNode page = object.path("html"); // an object of its own in Fundus
    String text = text(object);
    String markup = first(object, HTML);
    if (markup == null && page.isObject()) {
      markup = string(page.path("content"));
    }
    boolean marked = text == null && markup != null;
    String content = marked ? markup : text;
    if (content == null) {
      throw new BadInputException(
          hasText(object) ? "no text: the field is empty" : "no text field");
    }
    if (!marked && object.path("text").isMissingNode() && Head.rootElement(content).length() > 0) {
      marked = true; // "content" and "body" hold either
    }
    String url = url(object, page);
    String id = string(object.path("id"));
    return new Capture(
        id != null ? id : url != null ? url : name,
        origin,
        url,
        instant(first(object, CAPTURED), string(page.path("crawl_date"))),
        marked ? MediaKind.HTML : MediaKind.PLAIN_TEXT,
        StandardCharsets.UTF_8.name(),
        utf8(content),
        new Stated(
            first(object, TITLE),
            byline(object),
            source(object, page),
            first(object, LANGUAGE),
            date(object, PUBLISHED),
            date(object, MODIFIED)));
  }

  /** UTF-8 that is the same text again: a mark at the start is doubled, as readers take one off. */
  static byte[] utf8(String content) {
    String kept = content.startsWith("\uFEFF") ? "\uFEFF" + content : content;
    return kept.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String text(JsonNode object) {
    for (String field : TEXT) {
      JsonNode value = object.path(field);
      if (value.isTextual() && !value.textValue().isBlank()) {
        return value.textValue(); // never stripped: offsets count in this very text
      }
      if (value.isArray()) {
        var paragraphs = new ArrayList<String>();
        value.forEach(part -> paragraphs.add(part.asText()));
        String joined = String.join("\n\n", paragraphs);
        if (!joined.isBlank()) {
          return joined;
        }
      }
      if (value.isObject()) {
        String sections = sections(value);
        if (!sections.isBlank()) {
          return sections;
        }
      }
    }
    return null;
  }

  /** The body of Fundus: a summary and sections of headlines and paragraphs. */
  private static String sections(JsonNode body) {
    var paragraphs = new ArrayList<String>();
    body.path("summary").forEach(part -> paragraphs.add(part.asText()));
    for (JsonNode section : body.path("sections")) {
      section.path("headline").forEach(part -> paragraphs.add(part.asText()));
      section.path("paragraphs").forEach(part -> paragraphs.add(part.asText()));
    }
    paragraphs.removeIf(String::isBlank);
    return String.join("\n\n", paragraphs);
  }

  private static boolean hasText(JsonNode object) {
    for (String field : TEXT) {
      if (object.has(field)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String url(JsonNode object, JsonNode page) {
    for (String field : URL) {
      String value = string(object.path(field));
      if (value != null) {
        return value;
      }
    }
    String captured = string(page.path("responded_url"));
    if (captured == null) {
      captured = string(page.path("requested_url"));
    }
    if (captured != null) {
      return captured;
    }
    // trafilatura calls the URL the source
    String source = string(object.path("source"));
    return source != null && isUrl(source) ? source : null;
  }

  private static @Nullable String source(JsonNode object, JsonNode page) {
    for (String field : SOURCE) {
      JsonNode value = object.path(field);
      String name = value.isObject() ? string(value.path("name")) : string(value);
      if (name != null && !isUrl(name)) {
        return name;
      }
    }
    return string(page.path("source_info").path("publisher"));
  }

  private static boolean isUrl(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  private static List<String> byline(JsonNode object) {
    var names = new ArrayList<String>();
    for (String field : BYLINE) {
      JsonNode value = object.path(field);
      if (value.isArray()) {
        value.forEach(one -> addNames(one, names));
      } else {
        addNames(value, names);
      }
      if (!names.isEmpty()) {
        break;
      }
    }
    return names;
  }

  private static void addNames(JsonNode value, List<String> names) {
    String name = value.isObject() ? string(value.path("name")) : string(value);
    if (name == null) {
      return;
    }
    int from = 0;
    for (int to = name.indexOf(';'); from <= name.length(); to = name.indexOf(';', from)) {
      String one = name.substring(from, to < 0 ? name.length() : to).strip();
      if (!one.isEmpty()) {
        names.add(one);
      }
      from = to < 0 ? name.length() + 1 : to + 1;
    }
  }

  private static @Nullable String date(JsonNode object, String[] fields) {
    for (String field : fields) {
      String iso = StatedTime.iso(string(object.path(field)));
      if (iso != null) {
        return iso;
      }
    }
    return null;
  }

  static @Nullable Instant instant(@Nullable String... stated) {
    for (String one : stated) {
      String iso = StatedTime.iso(one);
      if (iso != null && iso.length() >= 16) {
        try {
          return iso.length() > 19 || iso.indexOf('+') > 0 || iso.endsWith("Z")
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
          return null;
        }
      }
    }
    return null;
  }

  private static @Nullable String first(JsonNode object, String[] fields) {
    for (String field : fields) {
      String value = string(object.path(field));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** A string or number with something in it; null for all else. */
  static @Nullable String string(JsonNode value) {
    if (!value.isTextual() && !value.isNumber()) {
      return null;
    }
    String string = value.asText().strip();
    return string.isEmpty() || string.equals("null") ? null : string;
  }
}

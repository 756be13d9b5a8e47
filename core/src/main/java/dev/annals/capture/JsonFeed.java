package dev.annals.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed. */
final class JsonFeed {

  private JsonFeed() {}

  static boolean is(JsonNode object) {
    return object.path("version").asText().contains("jsonfeed.org/version")
        && object.path("items").isArray();
  }

  static List<FeedEntry> entries(JsonNode feed) {
    var entries = new ArrayList<FeedEntry>();
    String source = JsonArticle.string(feed.path("title"));
    String language = JsonArticle.string(feed.path("language"));
    for (JsonNode item : feed.path("items")) {
      String html = JsonArticle.string(item.path("content_html"));
      String text = JsonArticle.string(item.path("content_text"));
      String summary = JsonArticle.string(item.path("summary"));
      String content = html != null ? html : text != null ? text : summary == null ? "" : summary;
      String url = JsonArticle.string(item.path("url"));
      String external = JsonArticle.string(item.path("external_url"));
      String own = JsonArticle.string(item.path("language"));
      entries.add(
          new FeedEntry(
              url == null ? external : url,
              JsonArticle.string(item.path("id")),
              JsonArticle.string(item.path("title")),
              source,
              byline(item.path("authors").isArray() ? item : feed, item),
              own == null ? language : own,
              StatedTime.iso(JsonArticle.string(item.path("date_published"))),
              StatedTime.iso(JsonArticle.string(item.path("date_modified"))),
              content,
              html != null,
              html != null || text != null));
    }
    return entries;
  }

  private static List<String> byline(JsonNode plural, JsonNode item) {
    var names = new ArrayList<String>();
    plural.path("authors").forEach(author -> add(JsonArticle.string(author.path("name")), names));
    add(JsonArticle.string(item.path("author").path("name")), names);
    return names;
  }

  private static void add(@Nullable String name, List<String> names) {
    if (name != null && !names.contains(name)) {
      names.add(name);
    }
  }
}

package dev.annals.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed. */
final class JsonFeed {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private JsonFeed() {}

  static boolean is(JsonNode object) {
    return object.path("version").asText().contains("jsonfeed.org/version");
  }

  /**
   * A feed as far as it goes: its fields and the items before it is clipped or damaged. Null when
   * nothing can be read.
   */
  static @Nullable JsonNode read(String text) throws IOException {
    ObjectNode feed = JSON.createObjectNode();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("items") && token == JsonToken.START_ARRAY) {
          ArrayNode items = feed.putArray(name);
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            items.add(parser.<JsonNode>readValueAsTree());
          }
        } else {
          feed.set(name, parser.readValueAsTree());
        }
      }
    } catch (JsonProcessingException e) {
      return feed.isEmpty() ? null : feed;
    }
    return feed;
  }

  static List<FeedEntry> entries(JsonNode feed) {
    var entries = new ArrayList<FeedEntry>();
    String source = JsonArticle.string(feed.path("title"));
    String language = JsonArticle.string(feed.path("language"));
    String home = JsonArticle.string(feed.path("home_page_url"));
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
              absolute(url == null ? external : url, home),
              JsonArticle.string(item.path("id")),
              JsonArticle.string(item.path("title")),
              source,
              byline(feed, item),
              own == null ? language : own,
              StatedTime.iso(JsonArticle.string(item.path("date_published"))),
              StatedTime.iso(JsonArticle.string(item.path("date_modified"))),
              content,
              html != null,
              html != null || text != null));
    }
    return entries;
  }

  private static @Nullable String absolute(@Nullable String url, @Nullable String home) {
    if (url == null || home == null || FeedLinks.isWeb(url)) {
      return url;
    }
    String resolved = StringUtil.resolve(home, url);
    return resolved.isEmpty() ? url : resolved;
  }

  /** The item's authors, else the feed's; version 1 had one of each. */
  private static List<String> byline(JsonNode feed, JsonNode item) {
    var names = new ArrayList<String>();
    for (JsonNode holder : List.of(item, feed)) {
      if (names.isEmpty()) {
        holder.path("authors").forEach(author -> add(author, names));
        add(holder.path("author"), names);
      }
    }
    return names;
  }

  private static void add(JsonNode author, List<String> names) {
    String name = JsonArticle.string(author.path("name"));
    if (name != null && !names.contains(name)) {
      names.add(name);
    }
  }
}

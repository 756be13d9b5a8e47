package dev.annals.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema.org objects that a page states of itself, read as leniently as they are written:
 * graphs, arrays, trailing commas, control characters, comments around them.
 */
final class JsonLd {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BackgroundNewsArticle",
          "AskPublicNewsArticle",
          "ReviewNewsArticle",
          "BlogPosting",
          "LiveBlogPosting",
          "SocialMediaPosting",
          "Report",
          "TechArticle",
          "ScholarlyArticle",
          "AdvertiserContentArticle",
          "SatiricalArticle",
          "Review",
          "Recipe",
          "VideoObject",
          "WebPage",
          "ItemPage",
          "MedicalWebPage");

  private static final Set<String> WEAK =
      Set.of("WebPage", "ItemPage", "MedicalWebPage", "VideoObject");

  private static final int DEEPEST = 6;
  private static final int MOST = 500;
  private static final int LONGEST = 4_000_000;

  private final List<JsonNode> objects = new ArrayList<>();

  /** Takes one script's text; what cannot be read at all is left out. */
  void add(String json) {
    String text = json.strip();
    if (text.startsWith("<!--")) {
      text = text.substring(4);
    }
    if (text.startsWith("//<![CDATA[")) {
      text = text.substring(11);
    }
    if (text.length() > LONGEST) {
      return;
    }
    try {
      collect(MAPPER.readTree(text), 0);
    } catch (JsonProcessingException e) {
      // a page whose statement about itself is broken still has its text
    }
  }

  private void collect(@Nullable JsonNode node, int level) {
    if (node == null || level > DEEPEST || objects.size() > MOST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, level + 1));
    } else if (node.isObject()) {
      objects.add(node);
      collect(node.get("@graph"), level + 1);
      collect(node.get("mainEntity"), level + 1);
      collect(node.get("mainEntityOfPage"), level + 1);
      collect(node.get("itemReviewed"), level + 1);
    }
  }

  /**
   * The object that describes the article: the most telling one, the first of equals; null when
   * there is none.
   */
  @Nullable JsonNode article() {
    JsonNode best = null;
    int most = -1;
    for (JsonNode object : objects) {
      int worth = worth(object);
      if (worth > most) {
        most = worth;
        best = object;
      }
    }
    return best;
  }

  private static int worth(JsonNode object) {
    boolean article = false;
    boolean weak = false;
    for (String type : types(object)) {
      article |= ARTICLES.contains(type);
      weak |= WEAK.contains(type);
    }
    if (!article) {
      return -1;
    }
    return (weak ? 0 : 10)
        + (object.has("datePublished") ? 2 : 0)
        + (object.has("headline") ? 2 : 0)
        + (object.has("articleBody") ? 1 : 0);
  }

  /** All objects of any type. */
  List<JsonNode> objects() {
    return objects;
  }

  static List<String> types(JsonNode object) {
    var types = new ArrayList<String>();
    JsonNode type = object.get("@type");
    if (type == null) {
      return types;
    }
    if (type.isArray()) {
      type.forEach(t -> types.add(local(t.asText())));
    } else {
      types.add(local(type.asText()));
    }
    return types;
  }

  private static String local(String type) {
    int slash = Math.max(type.lastIndexOf('/'), type.lastIndexOf(':'));
    return type.substring(slash + 1);
  }

  /** A text of an object; null when it is missing, blank or no text. */
  static @Nullable String text(@Nullable JsonNode object, String field) {
    JsonNode value = object == null ? null : object.get(field);
    if (value != null && value.isArray() && value.size() > 0) {
      value = value.get(0);
    }
    if (value == null || !value.isValueNode() || value.isNull() || value.asText().isBlank()) {
      return null;
    }
    return value.asText().strip();
  }

  /** The names of a field that holds a text, an object with a name, or a list of these. */
  List<String> names(@Nullable JsonNode object, String field) {
    var names = new ArrayList<String>();
    if (object != null) {
      names(object.get(field), names);
    }
    return names;
  }

  private void names(@Nullable JsonNode value, List<String> names) {
    if (value == null || value.isNull()) {
      return;
    }
    if (value.isArray()) {
      value.forEach(v -> names(v, names));
    } else if (value.isTextual() && !value.asText().isBlank()) {
      names.add(value.asText().strip());
    } else if (value.isObject()) {
      JsonNode name = value.get("name");
      if (name == null && value.has("@id")) {
        name = byId(value.get("@id").asText());
      }
      names(name, names);
    }
  }

  private @Nullable JsonNode byId(String id) {
    for (JsonNode object : objects) {
      if (object.has("name") && object.has("@id") && object.get("@id").asText().equals(id)) {
        return object.get("name");
      }
    }
    return null;
  }
}

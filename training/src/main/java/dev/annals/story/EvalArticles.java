package dev.annals.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Role;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads articles and their true stories from the JSON Lines of a benchmark folder. */
final class EvalArticles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EvalArticles() {}

  static List<Article> read(Path file) throws IOException {
    var articles = new ArrayList<Article>();
    for (JsonNode node : lines(file)) {
      String text = node.path("text").asText("");
      articles.add(
          new ArticleDraft(node.path("id").asText(), text)
              .url(text(node, "url"))
              .source(text(node, "source"))
              .title(text(node, "title"))
              .language(node.path("language").asText("en"))
              .published(text(node, "published"))
              .whole(Role.PARAGRAPH)
              .article());
    }
    return articles;
  }

  /** Story by article id. */
  static Map<String, String> truth(Path file) throws IOException {
    var truth = new LinkedHashMap<String, String>();
    for (JsonNode node : lines(file)) {
      truth.put(node.path("id").asText(), node.path("story").asText());
    }
    return truth;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    var nodes = new ArrayList<JsonNode>();
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
      while (values.hasNext()) {
        nodes.add(values.next());
      }
    }
    return nodes;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.asText() : null;
  }
}

package dev.annals.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One annotated article of the training set.
 *
 * @param scene the article as the finders see it
 * @param attributions what the annotators marked
 */
record QuoteDocument(QuoteScene scene, List<Attribution> attributions) {

  /** Spans of one attribution. */
  record Attribution(List<Span> content, List<Span> cue, List<Span> source) {}

  static List<QuoteDocument> read(Path folder) throws IOException {
    var truth = new HashMap<String, List<Attribution>>();
    for (JsonNode line : lines(folder.resolve("truth.jsonl.gz"))) {
      var attributions = new ArrayList<Attribution>();
      for (JsonNode a : line.get("attributions")) {
        attributions.add(new Attribution(spans(a, "content"), spans(a, "cue"), spans(a, "source")));
      }
      truth.put(line.get("id").asText(), attributions);
    }
    var tagger = new SequenceTagger();
    var mentionFinder = new MentionFinder();
    var documents = new ArrayList<QuoteDocument>();
    for (JsonNode line : lines(folder.resolve("articles.jsonl.gz"))) {
      String id = line.get("id").asText();
      Article article = article(id, line.get("text").asText());
      var tokens = Tokens.of(article.text());
      Tags tags = tagger.tag(tokens);
      var mentions = mentionFinder.find(article, tokens, tags);
      documents.add(
          new QuoteDocument(
              QuoteFinder.scene(article, tokens, tags, mentions),
              truth.getOrDefault(id, List.of())));
    }
    return documents;
  }

  private static Article article(String id, String text) {
    return new ArticleDraft(id, text).language("en").whole(Role.PARAGRAPH).article();
  }

  private static List<Span> spans(JsonNode attribution, String part) {
    var spans = new ArrayList<Span>();
    JsonNode groups = attribution.get(part);
    if (groups != null && groups.size() > 0) {
      for (JsonNode span : groups.get(0)) {
        spans.add(new Span(span.get(0).asInt(), span.get(1).asInt()));
      }
    }
    return spans;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    var mapper = new ObjectMapper();
    var lines = new ArrayList<JsonNode>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          lines.add(mapper.readTree(line));
        }
      }
    }
    return lines;
  }
}

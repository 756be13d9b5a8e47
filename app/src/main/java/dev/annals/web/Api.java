package dev.annals.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.Engine;
import dev.annals.ReadSummary;
import dev.annals.export.ArticleJson;
import dev.annals.record.Correction;
import dev.annals.search.Hit;
import dev.annals.search.Hits;
import dev.annals.search.SearchFilter;
import dev.annals.store.ArticleVersion;
import dev.annals.store.StorySummary;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The REST resources under {@code /api/v1}; described in {@code openapi.json}. */
final class Api {

  private static final int SIZE = 50;
  private static final int MOST = 500;

  private final Engine engine;
  private final StoryList list;
  private final StoryPages stories;
  private final ArticlePages articles;
  private final Guard guard;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper();

  Api(
      Engine engine,
      StoryList list,
      StoryPages stories,
      ArticlePages articles,
      Guard guard,
      InstantSource clock) {
    this.engine = engine;
    this.list = list;
    this.stories = stories;
    this.articles = articles;
    this.guard = guard;
    this.clock = clock;
  }

  void stories(Context context) throws IOException {
    var now = list.now();
    if (unchanged(context, now.generation())) {
      return;
    }
    var filter = FrontFilter.of(context);
    var fields = filter.fields();
    Set<String> fitting = fields.isEmpty() ? now.byId().keySet() : engine.storyHits(fields).ids();
    var found = new ArrayList<StorySummary>();
    for (StorySummary story : now.ordered()) {
      if (fitting.contains(story.id()) && filter.onDay(story.start(), story.end())) {
        found.add(story);
      }
    }
    int from = Math.min(Pages.number(context.queryParam("from")), found.size());
    int size = size(context);
    ObjectNode answer = json.createObjectNode();
    answer.put("total", found.size());
    ArrayNode array = answer.putArray("stories");
    for (StorySummary story : found.subList(from, Math.min(found.size(), from + size))) {
      array
          .addObject()
          .put("id", story.id())
          .put("title", story.title())
          .put("start", story.start())
          .put("end", story.end())
          .put("articles", story.articles())
          .put("independentSources", story.sources())
          .put("record", "/api/v1/stories/" + Links.encode(story.id()));
    }
    if (from + size < found.size()) {
      String next = filter.link(from + size).replaceFirst("^/", "/api/v1/stories");
      answer.put("next", next + "&size=" + size);
      context.header("Link", "<" + next + "&size=" + size + ">; rel=\"next\"");
    }
    send(context, answer);
  }

  private static int size(Context context) {
    int size = Pages.number(context.queryParam("size"));
    return size < 1 ? SIZE : Math.min(MOST, size);
  }

  /** Answers 304 when what is asked for is as the caller last saw it. */
  private static boolean unchanged(Context context, long state) {
    String tag = "\"" + state + "\"";
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    String seen = context.header("If-None-Match");
    if (seen != null && (seen.equals("*") || seen.contains(tag))) {
      context.status(304);
      return true;
    }
    return false;
  }

  void story(Context context) throws IOException {
    String id = context.pathParam("id");
    StorySummary known = list.now().byId().get(id);
    if (known == null) {
      id = stories.find(id).id();
      known = list.now().byId().get(id);
    }
    if (known != null && unchanged(context, known.changed())) {
      return;
    }
    String format = context.queryParam("format");
    var exporter =
        engine.exporters().all().stream()
            .filter(e -> e.name().equals(format == null ? "json" : format))
            .findFirst();
    if (exporter.isEmpty()) {
      throw new Problem(
          400,
          "No such format",
          "Formats: "
              + String.join(", ", engine.exporters().all().stream().map(e -> e.name()).toList()));
    }
    var out = new ByteArrayOutputStream();
    engine.export(exporter.get().name(), id, out);
    context.contentType(exporter.get().mediaType());
    if (!exporter.get().mediaType().contains("json")) {
      context.header(
          "Content-Disposition",
          "attachment; filename=\"" + fileName(id) + "." + exporter.get().extension() + "\"");
    }
    context.result(out.toByteArray());
  }

  private static String fileName(String id) {
    var name = new StringBuilder();
    for (int i = 0; i < Math.min(id.length(), 80); i++) {
      char c = id.charAt(i);
      name.append(c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_' ? c : '-');
    }
    return name.toString();
  }

  void article(Context context) throws IOException {
    var versions = articles.versions(context.queryParam("id"));
    ArticleVersion newest = versions.get(0);
    if (unchanged(context, newest.seq())) {
      return;
    }
    var out = new ByteArrayOutputStream();
    ArticleJson.write(newest.article(), newest.annotations(), out);
    context.contentType("application/json").result(out.toByteArray());
  }

  void search(Context context) throws IOException {
    String query = SearchPages.query(context);
    SearchFilter filter = SearchPages.filter(context);
    int from = Pages.number(context.queryParam("from"));
    int size = Math.min(100, size(context));
    Hits hits;
    try {
      hits = engine.search(query, filter, from, size);
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "Cannot be searched for", String.valueOf(e.getMessage()));
    }
    ObjectNode answer = json.createObjectNode();
    answer.put("total", hits.total());
    ArrayNode list = answer.putArray("hits");
    for (Hit hit : hits.hits()) {
      ObjectNode node =
          list.addObject()
              .put("kind", hit.kind())
              .put("story", hit.story())
              .put("article", hit.article())
              .put("title", hit.title())
              .put("outlet", hit.outlet())
              .put("date", hit.date())
              .put("snippet", hit.snippet());
      if (hit.end() > hit.start()) {
        node.put("start", hit.start()).put("end", hit.end());
      }
      ArrayNode marks = node.putArray("highlights");
      hit.highlights().forEach(m -> marks.addObject().put("start", m.start()).put("end", m.end()));
    }
    if (from + size < hits.total()) {
      answer.put("next", next(context, from + size, size));
    }
    counts(answer.putObject("facets"), "kind", hits.kinds());
    counts((ObjectNode) answer.get("facets"), "outlet", hits.outlets());
    counts((ObjectNode) answer.get("facets"), "language", hits.languages());
    send(context, answer);
  }

  /** The same request further on. */
  private static String next(Context context, int from, int size) {
    var link = new StringBuilder("/api/v1/search?from=" + from + "&size=" + size);
    for (String name : List.of("q", "kind", "outlet", "language", "since", "until")) {
      String value = context.queryParam(name);
      if (value != null && !value.isBlank()) {
        link.append('&').append(name).append('=').append(Links.encode(value));
      }
    }
    return link.toString();
  }

  private static void counts(ObjectNode facets, String name, List<Hits.Count> counts) {
    ObjectNode node = facets.putObject(name);
    counts.forEach(count -> node.put(count.value(), count.count()));
  }

  /** Takes a document of any format that {@code read} takes. */
  void upload(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    byte[] body = context.bodyAsBytes();
    if (engine.store().job() != null) {
      throw new Problem(409, "Written by a job", "Documents go to the job that writes this store.");
    }
    if (body.length == 0) {
      throw new Problem(400, "Nothing sent", "Send the document as the body of the request.");
    }
    Path folder = Files.createTempDirectory("annals-upload");
    Path file = folder.resolve(fileName(name(context.queryParam("name"))));
    try {
      Files.write(file, body);
      ReadSummary summary = engine.read(file);
      ObjectNode answer = json.createObjectNode();
      answer.put("added", summary.added());
      answer.put("updated", summary.updated());
      answer.put("unchanged", summary.unchanged());
      ArrayNode rejected = answer.putArray("rejected");
      summary.rejected().forEach(r -> rejected.add(r.reason()));
      context.status(summary.added() + summary.updated() > 0 ? 201 : 200);
      send(context, answer);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static String name(@Nullable String stated) {
    return stated == null || stated.isBlank() ? "upload" : stated;
  }

  void correct(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    var body = json.readTree(context.bodyAsBytes());
    if (body == null || !body.isObject()) {
      throw new Problem(400, "No JSON object", "Send author, kind, story, target and value.");
    }
    try {
      engine.correct(
          new Correction(
              clock.instant().toString(),
              body.path("author").asText("").strip(),
              Correction.Kind.valueOf(body.path("kind").asText("").toUpperCase(Locale.ROOT)),
              stories.find(body.path("story").asText("")).id(),
              body.path("target").asText(""),
              body.hasNonNull("value") ? body.get("value").asText() : null,
              body.hasNonNull("note") ? body.get("note").asText() : null));
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "Cannot be corrected so", String.valueOf(e.getMessage()));
    }
    context.status(204);
  }

  void status(Context context) throws IOException {
    send(
        context,
        json.createObjectNode()
            .put("articles", engine.store().articles())
            .put("stories", list.now().ordered().size())
            .put("rejected", engine.store().rejections().size())
            .put("generation", engine.store().generation()));
  }

  private void send(Context context, ObjectNode answer) throws IOException {
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }
}

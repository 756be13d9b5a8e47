package dev.annals.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import dev.annals.store.Fingerprints;
import dev.annals.store.StorySummary;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The REST resources under {@code /api/v1}; described in {@code openapi.json}. */
final class Api {

  private static final int SIZE = 50;
  private static final int MOST = 500;
  private static final int LONGEST_NAME = 200;
  private static final long BYTES_KEPT = 32L << 20;

  private final Engine engine;
  private final StoryList list;
  private final StoryPages stories;
  private final ArticlePages articles;
  private final Guard guard;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper();
  private final KeptPages records = new KeptPages(BYTES_KEPT);

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
    checkDay(context.queryParam("day"));
    var filter = FrontFilter.of(context);
    var fields = filter.fields();
    // which stories fit, the search index says, and it may be a second behind
    String state = now.generation() + (fields.isEmpty() ? "" : "-" + engine.searchState());
    if (Freshness.unchanged(context, state)) {
      return;
    }
    Set<String> fitting = fields.isEmpty() ? now.byId().keySet() : engine.storyHits(fields).ids();
    var found = new ArrayList<StorySummary>();
    for (StorySummary story : now.ordered()) {
      if (fitting.contains(story.id()) && filter.onDay(story.start(), story.end())) {
        found.add(story);
      }
    }
    int from = Math.min(number(context, "from"), found.size());
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

  /** A number of the request, 0 where there is none. */
  private static int number(Context context, String name) {
    String text = context.queryParam(name);
    if (text != null && (text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9'))) {
      throw new Problem(400, "No such page", name + " is a number from 0: " + shortened(text));
    }
    return Pages.number(text);
  }

  private static String shortened(String text) {
    return Words.shorten(text, 60);
  }

  /** Refuses a day that is none: nothing found would look like an answer. */
  private static void checkDay(@Nullable String day) {
    try {
      if (day != null && !day.isBlank()) {
        LocalDate.parse(day.strip());
      }
    } catch (DateTimeException e) {
      throw new Problem(400, "No such day", "A day is written 2031-03-05: " + shortened(day));
    }
  }

  private static int size(Context context) {
    int size = number(context, "size");
    return size < 1 ? SIZE : Math.min(MOST, size);
  }

  void story(Context context) throws IOException {
    String asked = context.pathParam("id");
    var byId = list.now().byId();
    String id = byId.containsKey(asked) ? asked : stories.find(asked).id();
    StorySummary known = byId.get(id);
    String state = known == null ? "" : Long.toString(known.changed());
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
    if (known != null && exporter.get().name().equals("json")) {
      var kept = records.ofBytes(id, state, () -> exported("json", known.id()));
      Renderer.send(context, kept, exporter.get().mediaType());
      return;
    }
    if (known != null && Freshness.unchanged(context, state)) {
      return;
    }
    context.contentType(exporter.get().mediaType());
    if (!exporter.get().mediaType().contains("json")) {
      context.header(
          "Content-Disposition",
          "attachment; filename=\"" + fileName(id) + "." + exporter.get().extension() + "\"");
    }
    context.result(exported(exporter.get().name(), id));
  }

  private byte[] exported(String format, String story) {
    var out = new ByteArrayOutputStream();
    try {
      engine.export(format, story, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
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
    if (Pages.text(context, "id").isBlank()) {
      throw new Problem(400, "Which article?", "Send its id: /api/v1/articles?id=…");
    }
    var versions = articles.versions(context.queryParam("id"));
    ArticleVersion newest = versions.get(0);
    if (Freshness.unchanged(context, Long.toString(newest.seq()))) {
      return;
    }
    var out = new ByteArrayOutputStream();
    ArticleJson.write(newest.article(), newest.annotations(), out);
    context.contentType("application/json").result(out.toByteArray());
  }

  void search(Context context) throws IOException {
    String query = SearchPages.query(context);
    checkDay(context.queryParam("since"));
    checkDay(context.queryParam("until"));
    SearchFilter filter = SearchPages.filter(context);
    int from = number(context, "from");
    int size = Math.min(100, size(context));
    if (Freshness.unchanged(context, Long.toString(engine.searchState()))) {
      return;
    }
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
    ReadSummary summary = engine.read(uploadName(context.queryParam("name"), body), body);
    ObjectNode answer = json.createObjectNode();
    answer.put("added", summary.added());
    answer.put("updated", summary.updated());
    answer.put("unchanged", summary.unchanged());
    ArrayNode rejected = answer.putArray("rejected");
    summary.rejected().forEach(r -> rejected.add(r.reason()));
    context.status(summary.added() + summary.updated() > 0 ? 201 : 200);
    send(context, answer);
  }

  /**
   * The name that is given, folders included, or else one made from what is sent: two documents
   * without any name are two, the same sent twice is one.
   */
  private static String uploadName(@Nullable String stated, byte[] body) {
    if (stated == null || stated.isBlank()) {
      return "upload-" + Fingerprints.of(body).substring(0, 16);
    }
    var name = new StringBuilder();
    stated
        .codePoints()
        .limit(LONGEST_NAME)
        .map(c -> Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0 ? c : '-')
        .forEach(name::appendCodePoint);
    return name.toString();
  }

  void correct(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    JsonNode body;
    try {
      body = json.readTree(context.bodyAsBytes());
    } catch (JsonProcessingException e) {
      throw new Problem(400, "No JSON", e.getOriginalMessage());
    }
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

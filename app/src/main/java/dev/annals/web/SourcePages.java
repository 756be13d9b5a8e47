package dev.annals.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.Engine;
import dev.annals.follow.FollowSettings;
import dev.annals.follow.Follower;
import dev.annals.follow.SourceJson;
import dev.annals.follow.SourceList;
import dev.annals.store.FollowedSource;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What is followed: the page, {@code /api/v1/sources}, health and metrics. */
final class SourcePages {

  private static final int DAYS = 7;

  private final Engine engine;
  private final @Nullable Follower follower;
  private final SourceList list;
  private final Renderer renderer;
  private final Guard guard;
  private final WebOptions options;
  private final ObjectMapper json = new ObjectMapper();

  SourcePages(
      Engine engine,
      @Nullable Follower follower,
      Renderer renderer,
      Guard guard,
      WebOptions options,
      InstantSource clock) {
    this.engine = engine;
    this.follower = follower;
    this.list =
        follower == null
            ? new SourceList(engine, FollowSettings.defaults(), clock)
            : follower.sources();
    this.renderer = renderer;
    this.guard = guard;
    this.options = options;
  }

  /** Says whether all goes well: 200 or 503, for those who watch over machines. */
  void health(Context context) {
    String trouble = trouble();
    context
        .status(trouble == null ? 200 : 503)
        .contentType("text/plain")
        .result(trouble == null ? "ok" : trouble);
  }

  private @Nullable String trouble() {
    return follower == null ? null : follower.trouble();
  }

  /** Counts, in the text form of Prometheus. */
  void metrics(Context context) {
    var text = new StringBuilder();
    gauge(text, "annals_store_articles", "Articles in the store.", engine.store().articles());
    gauge(text, "annals_store_generation", "State of the store.", engine.store().generation());
    gauge(text, "annals_up", "Whether all goes well.", trouble() == null ? 1 : 0);
    if (follower != null) {
      text.append(follower.metrics().text());
    }
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(text.toString());
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ");
    text.append(name).append(" gauge\n").append(name).append(' ').append(value).append('\n');
  }

  void show(Context context) {
    var rows = new ArrayList<SourcesPage.Row>();
    for (FollowedSource source : list.all()) {
      int week = list.days(source.id(), DAYS).values().stream().mapToInt(n -> n).sum();
      String name = source.publisher() != null ? source.publisher() : source.title();
      rows.add(
          new SourcesPage.Row(
              source.id(),
              name == null ? source.url() : name,
              source.url(),
              source.state(),
              interval(source.gap() / 1000),
              time(source.succeededAt()),
              Long.toString(source.articles()),
              tenths(week),
              source.error()));
    }
    var page = new SourcesPage(rows, trouble(), follower != null, options.token() != null);
    context.html(renderer.render("sources.jte", page));
  }

  private static String tenths(int week) {
    int tenths = Math.round(week * 10f / DAYS);
    return tenths / 10 + "." + tenths % 10;
  }

  private static String interval(long seconds) {
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  private static String time(@Nullable Long at) {
    return at == null
        ? "never"
        : Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
  }

  /** The form of the page: adds, pauses, resumes or removes. */
  void change(Context context) throws IOException {
    guard.checkToken(context.formParam("token"));
    String what = String.valueOf(context.formParam("what"));
    String source = String.valueOf(context.formParam("source")).strip();
    try {
      if (what.equals("add")) {
        list.add(
            source,
            new SourceList.Details(
                null, filled(context, "publisher"), filled(context, "zone"), null, null));
      } else {
        act(what, source);
      }
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "Cannot be followed", String.valueOf(e.getMessage()));
    }
    context.redirect("/sources", HttpStatus.SEE_OTHER);
  }

  private static @Nullable String filled(Context context, String name) {
    String value = context.formParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private void act(String what, String source) throws IOException {
    switch (what) {
      case "pause" -> list.pause(source);
      case "resume" -> list.resume(source);
      case "remove" -> list.remove(source);
      default -> throw new IllegalArgumentException("add, pause, resume or remove, not " + what);
    }
  }

  void all(Context context) throws IOException {
    var answer = json.createObjectNode();
    answer.put("following", follower != null);
    answer.put("trouble", trouble());
    answer.set("sources", SourceJson.of(list, list.all()));
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }

  void opml(Context context) {
    context.contentType("text/x-opml;charset=utf-8").result(list.opml());
  }

  void one(Context context) throws IOException {
    send(context, found(context));
  }

  private FollowedSource found(Context context) {
    try {
      return list.find(context.pathParam("id"));
    } catch (IllegalArgumentException e) {
      throw new Problem(404, "No such source", String.valueOf(e.getMessage()));
    }
  }

  private void send(Context context, FollowedSource source) throws IOException {
    context
        .contentType("application/json")
        .result(json.writeValueAsBytes(SourceJson.of(list, source)));
  }

  /** Adds a source, or all of an OPML list. */
  void add(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    byte[] body = context.bodyAsBytes();
    try {
      if (body.length > 0 && body[0] == '<') {
        var listed = SourceList.listed(body);
        list.addAll(listed);
        var answer = json.createObjectNode().put("added", listed.size());
        context.status(201).contentType("application/json").result(json.writeValueAsBytes(answer));
        return;
      }
      JsonNode node = json.readTree(body);
      if (node == null || !node.isObject()) {
        throw new IllegalArgumentException("send a JSON object with url, or a list in OPML");
      }
      String id = list.add(node.path("url").asText(""), details(node));
      context.status(201);
      send(context, list.find(id));
    } catch (IllegalArgumentException | com.fasterxml.jackson.core.JacksonException e) {
      throw new Problem(400, "Cannot be followed", String.valueOf(e.getMessage()));
    }
  }

  private static SourceList.Details details(JsonNode node) {
    return new SourceList.Details(
        text(node, "title"),
        text(node, "publisher"),
        text(node, "zone"),
        text(node, "language"),
        text(node, "licence"));
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  void pause(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    FollowedSource source = found(context);
    list.pause(source.id());
    send(context, list.find(source.id()));
  }

  void resume(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    FollowedSource source = found(context);
    list.resume(source.id());
    send(context, list.find(source.id()));
  }

  void remove(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    list.remove(found(context).id());
    context.status(204);
  }
}

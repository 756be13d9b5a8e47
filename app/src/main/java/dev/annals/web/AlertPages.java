package dev.annals.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.Engine;
import dev.annals.follow.AlertList;
import dev.annals.store.Alert;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What webhooks are told of: the page and {@code /api/v1/alerts}. The address of a webhook may hold
 * a secret, so only those with the token see it; what signs is shown once, to who adds the alert.
 */
final class AlertPages {

  private final AlertList list;
  private final boolean following;
  private final Renderer renderer;
  private final Guard guard;
  private final ObjectMapper json = new ObjectMapper();

  AlertPages(
      Engine engine, boolean following, Renderer renderer, Guard guard, InstantSource clock) {
    this.list = new AlertList(engine, clock);
    this.following = following;
    this.renderer = renderer;
    this.guard = guard;
  }

  void show(Context context) {
    show(context, null);
  }

  private void show(Context context, @Nullable String added) {
    var rows = new ArrayList<AlertsPage.Row>();
    for (Alert alert : list.all()) {
      boolean story = alert.kind().equals("story");
      String query = Links.encode(alert.query());
      rows.add(
          new AlertsPage.Row(
              alert.id(),
              alert.kind() + " " + Words.shorten(alert.query(), 200),
              story ? Links.story(alert.query()) : "/search?q=" + query,
              story ? "/api/v1/stories/" + query + "?format=atom" : "/search.atom?q=" + query,
              String.valueOf(URI.create(alert.webhook()).getHost()),
              alert.toldAt() == null ? "never" : time(alert.toldAt()).replace('T', ' '),
              alert.failures(),
              alert.error() == null ? null : alert.error().replace(alert.webhook(), "it")));
    }
    var page = new AlertsPage(rows, following, guard.writable(), added);
    context.html(renderer.render("alerts.jte", page));
  }

  private static String time(long at) {
    return Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The form of the page: adds or removes. */
  void change(Context context) throws IOException {
    guard.checkToken(context.formParam("token"));
    String what = String.valueOf(context.formParam("what"));
    if (what.equals("remove")) {
      remove(String.valueOf(context.formParam("about")).strip());
      context.redirect("/alerts", HttpStatus.SEE_OTHER);
      return;
    }
    Alert alert =
        added(
            what,
            String.valueOf(context.formParam("about")),
            String.valueOf(context.formParam("webhook")),
            null);
    show(context, alert.id() + ", signed with " + alert.secret());
  }

  private Alert added(String kind, String query, String webhook, @Nullable String secret)
      throws IOException {
    try {
      return list.add(kind, query, webhook, secret);
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "Cannot be told of", String.valueOf(e.getMessage()));
    }
  }

  private void remove(String id) throws IOException {
    if (!list.remove(id)) {
      throw missing(id);
    }
  }

  private static Problem missing(String id) {
    return new Problem(404, "No such alert", "No alert has this id: " + Words.shorten(id, 100));
  }

  /** All alerts; for those who have the token. */
  void all(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    var answer = json.createObjectNode();
    answer.put("telling", following);
    var alerts = answer.putArray("alerts");
    list.all().forEach(alert -> alerts.add(json(alert)));
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }

  void one(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    String id = context.pathParam("id");
    Alert alert = list.find(id);
    if (alert == null) {
      throw missing(id);
    }
    context.contentType("application/json").result(json.writeValueAsBytes(json(alert)));
  }

  void add(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    JsonNode node;
    try {
      node = json.readTree(context.bodyAsBytes());
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new Problem(400, "Cannot be told of", "this is no JSON: " + e.getOriginalMessage());
    }
    if (node == null || !node.isObject() || node.hasNonNull("search") == node.hasNonNull("story")) {
      throw new Problem(
          400, "Cannot be told of", "send a JSON object with webhook, and search or story");
    }
    String kind = node.hasNonNull("search") ? "search" : "story";
    Alert alert =
        added(
            kind,
            node.get(kind).asText(),
            node.path("webhook").asText(""),
            node.hasNonNull("secret") ? node.get("secret").asText() : null);
    context.status(201).contentType("application/json");
    context.result(json.writeValueAsBytes(json(alert).put("secret", alert.secret())));
  }

  void remove(Context context) throws IOException {
    guard.checkToken(Guard.bearer(context.header("Authorization")));
    remove(context.pathParam("id"));
    context.status(204);
  }

  private ObjectNode json(Alert alert) {
    return json.createObjectNode()
        .put("id", alert.id())
        .put(alert.kind(), alert.query())
        .put("webhook", alert.webhook())
        .put("added", time(alert.addedAt()))
        .put("lastTold", alert.toldAt() == null ? null : time(alert.toldAt()))
        .put("failures", alert.failures())
        .put("error", alert.error());
  }
}

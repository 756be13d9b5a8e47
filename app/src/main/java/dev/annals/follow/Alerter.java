package dev.annals.follow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.Engine;
import dev.annals.record.StoryRecord;
import dev.annals.search.Hit;
import dev.annals.search.Hits;
import dev.annals.store.Alert;
import dev.annals.store.AlertTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/**
 * Posts what is new in saved searches and stories to their webhooks. An entry counts as told once
 * the webhook has answered with success, so each is told at least once; a failure is tried again,
 * later each time.
 */
final class Alerter {

  /** Looks at the store this often. */
  private static final long EVERY_MILLISECONDS = 1000;

  private static final int HITS = 100;
  private static final int PAGES = 5;
  private static final long FIRST_RETRY = 30_000;
  private static final long LONGEST_RETRY = 86_400_000;

  private final Engine engine;
  private final AlertTables tables;
  private final Fetcher fetcher;
  private final InstantSource clock;
  private final FollowMetrics metrics;
  private final ObjectMapper json = new ObjectMapper();
  private volatile boolean stopped;

  Alerter(Engine engine, Fetcher fetcher, InstantSource clock, FollowMetrics metrics) {
    this.engine = engine;
    this.tables = engine.store().alerts();
    this.fetcher = fetcher;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Works until it is stopped; called by the thread that is to do it. */
  void run() {
    try {
      while (!stopped) {
        try {
          look();
        } catch (IOException | RuntimeException e) {
          // the store or its index is busy: the next look tells what this one could not
          metrics.count("annals_write_failures_total");
        }
        Thread.sleep(EVERY_MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopped = true;
  }

  private void look() throws IOException {
    List<Alert> alerts = tables.all();
    if (alerts.isEmpty()) {
      return;
    }
    long generation = engine.store().generation();
    long now = clock.millis();
    for (Alert alert : alerts) {
      if (alert.generation() != generation && alert.nextAt() <= now && !stopped) {
        tell(alert, generation);
      }
    }
  }

  private void tell(Alert alert, long generation) throws IOException {
    Map<String, ObjectNode> fresh = entries(alert);
    Set<String> told = tables.told(alert.id());
    fresh.keySet().removeAll(told);
    String error = null;
    boolean first = alert.generation() < 0;
    if (!fresh.isEmpty() && !first) {
      error = post(alert, fresh);
    }
    long now = clock.millis();
    int failures = error == null ? 0 : alert.failures() + 1;
    long pause =
        error == null ? 0 : Math.min(LONGEST_RETRY, FIRST_RETRY << Math.min(12, failures - 1));
    var after =
        new Alert(
            alert.id(),
            alert.kind(),
            alert.query(),
            alert.webhook(),
            alert.secret(),
            alert.addedAt(),
            now + pause,
            error == null && !fresh.isEmpty() && !first ? Long.valueOf(now) : alert.toldAt(),
            error == null ? generation : alert.generation(),
            failures,
            error);
    boolean done = error == null;
    engine.note(
        () -> {
          if (tables.all().stream().noneMatch(a -> a.id().equals(alert.id()))) {
            return; // removed while it was told
          }
          if (done) {
            fresh.keySet().forEach(entry -> tables.tell(alert.id(), entry));
          }
          tables.keep(after);
        });
  }

  private Map<String, ObjectNode> entries(Alert alert) throws IOException {
    var entries = new LinkedHashMap<String, ObjectNode>();
    if (alert.kind().equals("story")) {
      StoryRecord record = engine.store().record(alert.query());
      if (record != null) {
        for (StoryRecord.Entry entry : record.timeline()) {
          var cite = entry.cites().places().get(0);
          entries.put(
              digest("timeline " + entry.date() + ' ' + entry.text()),
              json.createObjectNode()
                  .put("kind", "timeline")
                  .put("story", record.id())
                  .put("title", record.title())
                  .put("date", entry.date())
                  .put("text", entry.text())
                  .put("article", cite.article())
                  .put("link", cite.link()));
        }
      }
      return entries;
    }
    for (int page = 0; page < PAGES; page++) {
      Hits hits = engine.search(alert.query(), page * HITS, HITS);
      for (Hit hit : hits.hits()) {
        if (hit.article() != null) {
          entries.put(
              digest(hit.kind() + ' ' + hit.article() + ' ' + hit.start()),
              json.createObjectNode()
                  .put("kind", hit.kind())
                  .put("story", hit.story())
                  .put("title", hit.title())
                  .put("date", hit.date())
                  .put("text", hit.snippet())
                  .put("article", hit.article())
                  .put("outlet", hit.outlet()));
        }
      }
      if (hits.total() <= (page + 1) * HITS) {
        break;
      }
    }
    return entries;
  }

  /** Posts entries; why it did not work, or null when it did. */
  private @Nullable String post(Alert alert, Map<String, ObjectNode> entries) throws IOException {
    long now = clock.millis();
    ObjectNode message = json.createObjectNode();
    message.put("alert", alert.id()).put(alert.kind(), alert.query());
    message.put("sent", Instant.ofEpochMilli(now).toString());
    var list = message.putArray("entries");
    entries.values().forEach(list::add);
    byte[] body = json.writeValueAsBytes(message);
    try {
      Answer answer =
          fetcher.post(
              alert.webhook(),
              "application/json",
              body,
              List.of(
                  new BasicHeader("X-Annals-Delivery", digest(String.join(" ", entries.keySet()))),
                  new BasicHeader("X-Annals-Timestamp", now),
                  new BasicHeader(
                      "X-Annals-Signature", "sha256=" + sign(alert.secret(), now, body))));
      metrics.count("annals_webhooks_total", "status=\"" + answer.status() + "\"");
      return answer.ok() ? null : Looker.status(answer);
    } catch (FetchException e) {
      metrics.count("annals_webhooks_total", "status=\"none\"");
      return String.valueOf(e.getMessage());
    }
  }

  /** HMAC-SHA256 over the time, a dot and the body, in hex. */
  static String sign(String secret, long time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package dev.annals.follow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.Engine;
import dev.annals.record.StoryRecord;
import dev.annals.search.Hit;
import dev.annals.store.Alert;
import dev.annals.store.AlertTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Entries in one message. */
  private static final int AT_ONCE = 200;

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
    if (alert.generation() < 0) {
      keep(alert, known(alert, generation), 0, null);
      return;
    }
    var fresh = new LinkedHashMap<String, ObjectNode>();
    long upTo = entries(alert, generation, fresh);
    fresh.keySet().removeAll(tables.told(alert.id(), fresh.keySet()));
    int told = 0;
    String error = null;
    var rest = new ArrayList<>(fresh.keySet());
    while (told < rest.size() && error == null) {
      List<String> some = rest.subList(told, Math.min(rest.size(), told + AT_ONCE));
      error = post(alert, some, fresh);
      if (error == null) {
        engine.note(() -> some.forEach(entry -> tables.tell(alert.id(), entry)));
        told += some.size();
      }
    }
    keep(alert, error == null ? upTo : alert.generation(), told, error);
  }

  /** Keeps how it went, unless the alert was removed meanwhile. */
  private void keep(Alert alert, long generation, int told, @Nullable String error)
      throws IOException {
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
            told > 0 ? Long.valueOf(now) : alert.toldAt(),
            generation,
            failures,
            error);
    engine.note(
        () -> {
          if (tables.find(alert.id()) != null) {
            tables.keep(after);
          }
        });
  }

  /** Notes all that is there already as told; the state of the store up to which that is. */
  private long known(Alert alert, long generation) throws IOException {
    if (alert.kind().equals("story")) {
      var there = new LinkedHashMap<String, ObjectNode>();
      entries(alert, generation, there);
      engine.note(() -> there.keySet().forEach(entry -> tables.tell(alert.id(), entry)));
      return generation;
    }
    return engine.searchAfter(
        alert.query(),
        -1,
        hits -> {
          try {
            engine.note(() -> hits.forEach(hit -> tables.tell(alert.id(), name(hit))));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static String name(Hit hit) {
    return digest(hit.kind() + ' ' + hit.article() + ' ' + hit.start());
  }

  /**
   * What there is in the story, or among what matches in stories that have changed.
   *
   * @return the state of the store up to which that is
   */
  private long entries(Alert alert, long generation, Map<String, ObjectNode> entries)
      throws IOException {
    if (alert.kind().equals("search")) {
      return engine.searchAfter(
          alert.query(),
          alert.generation(),
          hits -> hits.forEach(hit -> entries.put(name(hit), entry(hit))));
    }
    String heir = engine.store().heir(alert.query());
    StoryRecord record = engine.store().record(heir == null ? alert.query() : heir);
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
    return generation;
  }

  private ObjectNode entry(Hit hit) {
    return json.createObjectNode()
        .put("kind", hit.kind())
        .put("story", hit.story())
        .put("title", hit.title())
        .put("date", hit.date())
        .put("text", hit.snippet())
        .put("article", hit.article())
        .put("outlet", hit.outlet());
  }

  /** Posts entries; why it did not work, or null when it did. */
  private @Nullable String post(Alert alert, List<String> names, Map<String, ObjectNode> entries)
      throws IOException {
    long now = clock.millis();
    ObjectNode message = json.createObjectNode();
    message.put("alert", alert.id()).put(alert.kind(), alert.query());
    message.put("sent", Instant.ofEpochMilli(now).toString());
    var list = message.putArray("entries");
    names.forEach(name -> list.add(entries.get(name)));
    byte[] body = json.writeValueAsBytes(message);
    try {
      Answer answer =
          fetcher.post(
              alert.webhook(),
              "application/json",
              body,
              List.of(
                  new BasicHeader("X-Annals-Delivery", digest(String.join(" ", names))),
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

package dev.annals.follow;

import dev.annals.Engine;
import dev.annals.store.Alert;
import dev.annals.store.AlertTables;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches and stories that somebody wants to hear of. Safe for use by several threads. */
public final class AlertList {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** What matches already is noted, one by one. */
  private static final int MOST = 100_000;

  private final Engine engine;
  private final AlertTables tables;
  private final InstantSource clock;

  /** The alerts of a store. */
  public AlertList(Engine engine, InstantSource clock) {
    this.engine = engine;
    this.tables = engine.store().alerts();
    this.clock = clock;
  }

  /** All alerts. */
  public List<Alert> all() {
    return tables.all();
  }

  /** An alert, or null when there is none with this id. */
  public @Nullable Alert find(String id) {
    return tables.find(id);
  }

  /**
   * Adds an alert. What matches already is not told.
   *
   * @param kind {@code search} or {@code story}
   * @param query the words, or the id of the story
   * @param webhook an http or https address
   * @param secret signs what is posted; null for one that is made here
   * @throws IllegalArgumentException when it cannot be told
   */
  public Alert add(String kind, String query, String webhook, @Nullable String secret)
      throws IOException {
    String url = WebUrl.of(webhook);
    if (url == null) {
      throw new IllegalArgumentException("not an address that can be posted to: " + webhook);
    }
    if (query.isBlank() || !kind.equals("search") && !kind.equals("story")) {
      throw new IllegalArgumentException("an alert is a search with words or a story with its id");
    }
    String subject = kind.equals("story") ? engine.record(query).id() : query.strip();
    if (kind.equals("search")) {
      long matches = engine.search(subject, 0, 1).total(); // fails when it is no search
      if (matches > MOST) {
        throw new IllegalArgumentException(
            "matches " + matches + " entries already; narrow it down to " + MOST);
      }
    }
    long now = clock.millis();
    var alert =
        new Alert(
            random(6),
            kind,
            subject,
            url,
            secret == null || secret.isBlank() ? random(24) : secret,
            now,
            now,
            null,
            -1,
            0,
            null);
    engine.note(() -> tables.keep(alert));
    return alert;
  }

  /** Removes an alert; false when there is none with this id. */
  public boolean remove(String id) throws IOException {
    boolean there = tables.find(id) != null;
    engine.note(() -> tables.remove(id));
    return there;
  }

  private static String random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }
}

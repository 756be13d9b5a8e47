package dev.annals.web;

import dev.annals.Engine;
import dev.annals.store.StorySummary;
import io.javalin.http.sse.SseClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells open pages which stories have changed, whichever process changed them. */
final class Live implements AutoCloseable {

  private static final int MOST_CLIENTS = 500;
  private static final long EVERY_MILLISECONDS = 700;
  private static final int TOLD_AT_ONCE = 50;

  private final Engine engine;
  private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "annals-live");
            thread.setDaemon(true);
            return thread;
          });
  private long generation;
  private Map<String, Long> changed = new HashMap<>();

  Live(Engine engine) {
    this.engine = engine;
    this.generation = engine.store().generation();
    changed = changes();
    clock.scheduleWithFixedDelay(
        this::look, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  void add(SseClient client) {
    if (clients.size() >= MOST_CLIENTS) {
      client.close();
      return;
    }
    client.keepAlive();
    client.onClose(() -> clients.remove(client));
    clients.add(client);
    client.sendComment("listening");
  }

  private Map<String, Long> changes() {
    var now = new HashMap<String, Long>();
    for (StorySummary story : engine.stories()) {
      now.put(story.id(), story.changed());
    }
    return now;
  }

  private void look() {
    try {
      long now = engine.store().generation();
      if (now == generation) {
        return;
      }
      generation = now;
      var latest = changes();
      int told = 0;
      for (var entry : latest.entrySet()) {
        if (!entry.getValue().equals(changed.get(entry.getKey())) && told++ < TOLD_AT_ONCE) {
          String data =
              "{\"story\":\"" + entry.getKey().replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
          clients.forEach(client -> client.sendEvent("article", data));
        }
      }
      changed = latest;
    } catch (RuntimeException e) {
      // the store is busy or closing: the next look tells what this one could not
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    clients.forEach(SseClient::close);
  }
}

package dev.annals.web;

import com.fasterxml.jackson.databind.ObjectMapper;
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

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StoryList stories;
  private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "annals-live");
            thread.setDaemon(true);
            return thread;
          });
  private long generation;
  private Map<String, Long> changed;

  Live(StoryList stories) {
    this.stories = stories;
    var now = stories.now();
    generation = now.generation();
    changed = changes(now);
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

  private static String data(StorySummary story) {
    return JSON.createObjectNode()
        .put("story", story.id())
        .put("title", Words.shorten(story.title(), 120))
        .put("articles", story.articles())
        .put("sources", story.sources())
        .toString();
  }

  private static Map<String, Long> changes(StoryList.Snapshot now) {
    var changes = new HashMap<String, Long>();
    now.byId().forEach((id, story) -> changes.put(id, story.changed()));
    return changes;
  }

  private void look() {
    try {
      var now = stories.now();
      if (now.generation() == generation) {
        return;
      }
      generation = now.generation();
      int told = 0;
      for (var entry : now.byId().entrySet()) {
        Long before = changed.get(entry.getKey());
        StorySummary story = entry.getValue();
        if ((before == null || before != story.changed()) && told++ < TOLD_AT_ONCE) {
          String data = data(story);
          clients.forEach(client -> client.sendEvent("article", data));
        }
      }
      changed = changes(now);
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

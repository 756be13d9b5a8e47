package dev.annals.web;

import dev.annals.Engine;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the search index up with the store, so that no reader waits for it, and tells the front
 * page what its stories can be narrowed by.
 */
final class Choices implements AutoCloseable {

  private static final long EVERY_MILLISECONDS = 1000;

  private final Engine engine;
  private final FrontPages front;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "annals-index");
            thread.setDaemon(true);
            return thread;
          });
  private long generation = -1;

  Choices(Engine engine, FrontPages front) {
    this.engine = engine;
    this.front = front;
    clock.scheduleWithFixedDelay(this::look, 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      long now = engine.store().generation();
      if (now != generation) {
        front.choices(engine.storyHits(Map.of()));
        generation = now;
      }
    } catch (IOException | RuntimeException e) {
      // the store is busy or closing: the next look does what this one could not
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      // an index that is closed while it is written would have to be made again
      clock.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

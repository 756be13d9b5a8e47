package dev.annals.web;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Makes the pages that are most likely asked for before anybody asks, after the start and while
 * nobody waits: the first readers then find compiled code and finished pages. Works half of the
 * time at most, on one thread, and stops after so many stories.
 */
final class Warming implements AutoCloseable {

  private static final int STORIES = 500;

  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread;

  /**
   * Begins at once.
   *
   * @param make makes the page of a story and keeps it
   */
  Warming(StoryList stories, Consumer<String> make) {
    thread = new Thread(() -> warm(stories, make), "annals-warming");
    thread.setDaemon(true);
    thread.start();
  }

  private void warm(StoryList stories, Consumer<String> make) {
    try {
      var ordered = stories.now().ordered();
      for (var story : ordered.subList(0, Math.min(STORIES, ordered.size()))) {
        long start = System.nanoTime();
        make.accept(story.id());
        if (closed.get()) {
          return;
        }
        Thread.sleep(1 + (System.nanoTime() - start) / 1_000_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // the store is closing, or a story is gone: readers make the pages that are left
    }
  }

  @Override
  public void close() {
    closed.set(true);
    try {
      thread.join(2000); // it reads the store, which is closed next
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

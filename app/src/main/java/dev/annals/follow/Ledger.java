package dev.annals.follow;

import dev.annals.Engine;
import dev.annals.ReadSummary;
import dev.annals.capture.Capture;
import dev.annals.capture.Rejection;
import dev.annals.store.FollowTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what came of the looks: documents and notes of a batch in one transaction, in the
 * order they came. When the store does not take it, it is tried again for as long as it takes; the
 * queue fills, and nothing more is fetched.
 */
final class Ledger {

  private static final int BATCH = 64;
  private static final int PLACES = 512;

  /** So many results that wait say that more comes in than can be worked on. */
  private static final int PRESSED = 16;

  /** Bytes that may wait to be written. */
  private static final int BYTES = 64 << 20;

  /** Half of it: from here on nothing new is asked for. */
  private static final int FULL = BYTES / 2;

  private static final long QUIET_MILLISECONDS = 50;
  private static final long LONGEST_PAUSE = 60_000;

  /** Without anything new for this time, stories get their last look and the state is kept. */
  private static final long SETTLED_AFTER_NANOSECONDS = 60_000_000_000L;

  private final Engine engine;
  private final FollowTables tables;
  private final FollowMetrics metrics;
  private final Consumer<String> messages;
  private final LinkedBlockingQueue<Note> queue = new LinkedBlockingQueue<>(PLACES);
  private final Semaphore bytes = new Semaphore(BYTES);
  private final CompilePace pace = new CompilePace();
  private volatile boolean stopping;
  private volatile @Nullable String trouble;
  private boolean unsettled;
  private boolean deferred;
  private long lastTaken = System.nanoTime();

  Ledger(Engine engine, FollowMetrics metrics, Consumer<String> messages) {
    this.engine = engine;
    this.tables = engine.store().follow();
    this.metrics = metrics;
    this.messages = messages;
  }

  /** Waits for room and hands a note over. */
  void put(Note note) {
    try {
      bytes.acquire(weight(note));
      queue.put(note);
    } catch (InterruptedException e) {
      // stopping: what is not written is asked for again after the next start
      Thread.currentThread().interrupt();
    }
  }

  private static int weight(Note note) {
    return Math.min(BYTES / 4, note.weight());
  }

  boolean full() {
    return queue.size() > PLACES / 2 || bytes.availablePermits() < FULL;
  }

  int waiting() {
    return queue.size();
  }

  /** Why nothing can be written now, or null. */
  @Nullable String trouble() {
    return trouble;
  }

  /**
   * Writes until it is stopped and nothing waits any more; called by the thread that is to do it.
   */
  void run() {
    var batch = new ArrayList<Note>();
    try {
      while (!stopping || !queue.isEmpty()) {
        Note first = queue.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          write(batch);
          batch.forEach(note -> bytes.release(weight(note)));
          batch.clear();
        }
        if (first != null || deferred) {
          freshen(false);
        }
        settle();
      }
      freshen(true);
      if (unsettled) {
        retried(
            () -> {
              engine.settle();
              return 0;
            });
        freshen(true);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopping = true;
  }

  private void settle() throws InterruptedException {
    if (unsettled && System.nanoTime() - lastTaken > SETTLED_AFTER_NANOSECONDS) {
      retried(
          () -> {
            engine.settle();
            return 0;
          });
      unsettled = false;
      freshen(false);
    }
  }

  private void freshen(boolean all) throws InterruptedException {
    deferred = false;
    boolean pressed = queue.size() >= PRESSED;
    Map<String, Long> took =
        retried(
            () ->
                engine.freshen(
                    story -> {
                      boolean due = all || pace.due(story, System.nanoTime(), pressed);
                      deferred |= !due;
                      return due;
                    }));
    if (took != null) {
      pace.compiled(took, System.nanoTime());
    }
  }

  private void write(List<Note> batch) throws InterruptedException {
    if (retried(() -> take(batch)) == null) {
      for (Note note : batch) { // one of them is not to be written: the others are
        if (batch.size() == 1 || retried(() -> take(List.of(note))) == null) {
          refuse(note);
        }
      }
    }
  }

  private void refuse(Note note) throws InterruptedException {
    retried(
        () -> {
          engine.note(() -> note.writing().write(tables, "cannot be processed"));
          return 0;
        });
    note.after().run();
  }

  private ReadSummary take(List<Note> batch) throws IOException {
    var captures = new ArrayList<Capture>();
    batch.forEach(note -> captures.addAll(note.captures()));
    ReadSummary summary;
    if (captures.isEmpty()) {
      engine.note(() -> batch.forEach(note -> note.writing().write(tables, null)));
      summary = new ReadSummary(0, 0, 0, List.of(), List.of());
    } else {
      summary = engine.take(captures, rejected -> beside(batch, rejected));
      lastTaken = System.nanoTime();
      unsettled |= summary.added() + summary.updated() > 0;
      metrics.add("annals_versions_total", "", summary.updated());
    }
    batch.forEach(note -> note.after().run());
    return summary;
  }

  private void beside(List<Note> batch, List<Rejection> rejected) {
    var reasons = new HashMap<String, String>();
    rejected.forEach(r -> reasons.put(r.origin(), r.reason()));
    for (Note note : batch) {
      String reason = null;
      for (Capture capture : note.captures()) {
        reason = reason == null ? reasons.get(capture.origin()) : reason;
      }
      note.writing().write(tables, reason);
    }
  }

  /** Something that needs the store. */
  @FunctionalInterface
  private interface Work<T> {
    T done() throws IOException;
  }

  /** Tries until it works; null when it never will, because the work itself is wrong. */
  private <T> @Nullable T retried(Work<T> work) throws InterruptedException {
    long pause = 200;
    while (true) {
      try {
        T result = work.done();
        trouble = null;
        return result;
      } catch (IOException e) {
        metrics.count("annals_write_failures_total");
        String now = String.valueOf(e.getMessage());
        if (!now.equals(trouble)) {
          messages.accept(now + " (trying again)");
        }
        trouble = now;
        if (stopping && pause > 3000) {
          return null;
        }
        Thread.sleep(pause);
        pause = Math.min(LONGEST_PAUSE, pause * 2);
      } catch (RuntimeException e) {
        metrics.count("annals_write_failures_total");
        messages.accept("unexpected: " + e);
        return null;
      }
    }
  }
}

package dev.annals.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one at a time write to a store, in the order of asking. Between its transactions a writer
 * asks whether somebody waits and then lets that one go first, so that a document sent to a server
 * need not wait for the end of a long read.
 */
final class WriteTurn {

  private static final long FIRST_LOOK_MILLISECONDS = 2;
  private static final long LOOK_EVERY_MILLISECONDS = 50;

  /** Longer than any transaction takes; then something is wrong with the one that writes. */
  private static final long PATIENCE_SECONDS = 600;

  /** Writers of this process by store; the locks of files are of the process as a whole. */
  private static final Map<String, Semaphore> HERE = new ConcurrentHashMap<>();

  private final String store;
  private final Semaphore here;
  private final Gate gate;

  WriteTurn(StoreLocation location, Gate gate) {
    this.store = location.shown();
    this.here =
        HERE.computeIfAbsent(
            location.file() == null
                ? location.url()
                : location.file().toAbsolutePath().normalize().toString(),
            key -> new Semaphore(1, true));
    this.gate = gate;
  }

  /** Waits until nobody else writes. */
  void take() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      if (!here.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw tooLong();
      }
      boolean taken = false;
      try {
        await(Gate.NEXT, deadline);
        try {
          await(Gate.WRITING, deadline);
          taken = true;
        } finally {
          gate.unlock(Gate.NEXT);
        }
      } finally {
        if (!taken) {
          here.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another process writes to " + store);
    }
  }

  private void await(int lock, long deadline) throws IOException, InterruptedException {
    long pause = FIRST_LOOK_MILLISECONDS;
    while (!gate.tryLock(lock)) {
      if (System.nanoTime() > deadline) {
        throw tooLong();
      }
      Thread.sleep(pause);
      pause = Math.min(LOOK_EVERY_MILLISECONDS, pause * 2);
    }
  }

  private IOException tooLong() {
    return new IOException(store + ": another process is writing to this store, and does not end");
  }

  /** Lets go. */
  void give() throws IOException {
    try {
      gate.unlock(Gate.WRITING);
    } finally {
      here.release();
    }
  }

  /**
   * Lets those go first who wait. To be called between transactions.
   *
   * @return whether somebody else may have written in between
   */
  boolean share() throws IOException {
    if (!wanted()) {
      return false;
    }
    give();
    take();
    return true;
  }

  private boolean wanted() throws IOException {
    if (here.hasQueuedThreads()) {
      return true;
    }
    if (gate.tryLock(Gate.NEXT)) {
      gate.unlock(Gate.NEXT);
      return false;
    }
    return true;
  }
}

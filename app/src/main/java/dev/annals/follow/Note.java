package dev.annals.follow;

import dev.annals.capture.Capture;
import dev.annals.store.FollowTables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down after a request: documents, and what is noted beside them in the same
 * transaction.
 *
 * @param captures documents for the engine
 * @param writing what is noted
 * @param after done when all of it is durable
 */
record Note(List<Capture> captures, Writing writing, Runnable after) {

  /** Writes into the open transaction. */
  @FunctionalInterface
  interface Writing {
    /**
     * Writes.
     *
     * @param rejection why the engine did not take the document, or null when it did
     */
    void write(FollowTables tables, @Nullable String rejection);
  }

  Note {
    captures = List.copyOf(captures);
  }

  /** How many bytes are held in memory until this is written. */
  int weight() {
    int weight = 1024;
    for (Capture capture : captures) {
      weight += capture.content().length;
    }
    return weight;
  }
}

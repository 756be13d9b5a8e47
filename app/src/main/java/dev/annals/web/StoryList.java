package dev.annals.web;

import dev.annals.Engine;
import dev.annals.store.StorySummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stories by importance and freshness, read anew when the store has changed. Safe for use by
 * several threads.
 */
final class StoryList {

  /**
   * The stories in one state of the store.
   *
   * @param ordered weightiest and freshest first
   */
  record Snapshot(long generation, List<StorySummary> ordered, Map<String, StorySummary> byId) {}

  private final Engine engine;
  private volatile @Nullable Snapshot snapshot;

  StoryList(Engine engine) {
    this.engine = engine;
  }

  Snapshot now() {
    long generation = engine.store().generation();
    Snapshot known = snapshot;
    if (known != null && known.generation() == generation) {
      return known;
    }
    synchronized (this) {
      known = snapshot;
      if (known == null || known.generation() != generation) {
        known = read(generation);
        snapshot = known;
      }
      return known;
    }
  }

  private Snapshot read(long generation) {
    var ordered = new ArrayList<>(engine.stories());
    StoryOrder.sort(ordered);
    var byId = new HashMap<String, StorySummary>();
    ordered.forEach(story -> byId.put(story.id(), story));
    return new Snapshot(generation, List.copyOf(ordered), Map.copyOf(byId));
  }
}

package dev.annals;

import dev.annals.capture.Rejection;
import dev.annals.store.StorySummary;
import java.util.List;

/**
 * What a read has done.
 *
 * @param added articles that were not there before
 * @param updated articles whose text has changed: the old version is kept
 * @param unchanged documents that were read before
 * @param rejected documents that could not be read
 * @param stories the stories that have changed, most independent sources first
 */
public record ReadSummary(
    int added, int updated, int unchanged, List<Rejection> rejected, List<StorySummary> stories) {

  /** Copies the lists. */
  public ReadSummary {
    rejected = List.copyOf(rejected);
    stories = List.copyOf(stories);
  }

  /** Whether anything could be read at all. */
  public boolean anything() {
    return added + updated + unchanged > 0;
  }
}

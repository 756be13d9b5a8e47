package dev.annals.record;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * Tellings of one event on their way to an entry of a timeline.
 *
 * @param day the day, or {@link LocalDate#MIN} for less than that
 * @param best the one that words it
 * @param worth how much speaks for it by rules alone
 */
record Candidate(LocalDate day, List<Telling> members, Telling best, double worth) {

  private static final double LEAST_ALIKE = 0.1;
  private static final double ALIKE = 0.25;

  /** The most trusted date among the members: stated before narrated, finer before coarser. */
  StoryTimes.When when() {
    StoryTimes.When best = best().when();
    for (Telling telling : members) {
      if (rank(telling.when()) < rank(best)) {
        best = telling.when();
      }
    }
    return best;
  }

  private static int rank(StoryTimes.When when) {
    return switch (when.from()) {
      case "stated" -> 0;
      case "narrated" -> 1;
      case "story" -> 2;
      default -> 3;
    };
  }

  /**
   * Whether two seem to tell one deed in other words.
   *
   * @param alike what their sentences have in common
   */
  boolean isTwin(Candidate other, double alike) {
    if (alike < LEAST_ALIKE || Collections.disjoint(best.kinds(), other.best.kinds())) {
      return false;
    }
    var shared = new HashSet<>(best.participants());
    shared.retainAll(other.best.participants());
    return shared.size() >= 2 || !shared.isEmpty() && alike >= ALIKE;
  }
}

package dev.annals;

import dev.annals.record.Correction;
import dev.annals.record.Corrections;
import java.io.IOException;

/** Refuses a correction that would correct nothing, before it is kept for ever. */
final class CorrectionCheck {

  private CorrectionCheck() {}

  /**
   * The correction with whole ids.
   *
   * @throws IllegalArgumentException when there is no such story, article or statement
   */
  static Correction of(Engine engine, Correction asked) throws IOException {
    var record = engine.record(asked.story());
    String target = asked.target();
    switch (asked.kind()) {
      case MERGE -> {
        target = engine.record(target).id();
        if (target.equals(record.id())) {
          throw new IllegalArgumentException("a story cannot be merged with itself: " + target);
        }
      }
      case SPLIT -> {
        if (!record.id().equals(engine.store().storyOf(target))) {
          throw new IllegalArgumentException("no such article in " + record.id() + ": " + target);
        }
      }
      case SPEAKER, DROP -> {
        if (!Corrections.means(record, asked)) {
          throw new IllegalArgumentException(
              "no statement of " + record.id() + " has the words " + target);
        }
      }
    }
    return new Correction(
        asked.at(), asked.author(), asked.kind(), record.id(), target, asked.value(), asked.note());
  }
}

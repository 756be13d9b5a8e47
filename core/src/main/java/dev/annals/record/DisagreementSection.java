package dev.annals.record;

import java.util.List;

/** Compiles this section of a record. */
final class DisagreementSection {

  List<StoryRecord.Disagreement> compile(StoryContext context) {
    return List.of();
  }
}

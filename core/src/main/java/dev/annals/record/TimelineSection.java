package dev.annals.record;

import java.util.List;

/** Compiles this section of a record. */
final class TimelineSection {

  List<StoryRecord.Entry> compile(StoryContext context) {
    return List.of();
  }
}

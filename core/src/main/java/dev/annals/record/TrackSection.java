package dev.annals.record;

import java.util.List;

/** Compiles this section of a record. */
final class TrackSection {

  List<StoryRecord.Track> compile(StoryContext context) {
    return List.of();
  }
}

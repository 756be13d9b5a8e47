package dev.annals.follow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a look.
 *
 * @param notes to be written down, in this order
 * @param next looks that follow from it
 * @param asked whether the host was asked anything
 * @param pause how long the host asks to be left alone, in milliseconds; 0 when it does not
 * @param trouble whether the host gave no answer, or said that it is overloaded
 */
record Turn(List<Note> notes, List<Task> next, boolean asked, long pause, boolean trouble) {

  Turn {
    notes = List.copyOf(notes);
    next = List.copyOf(next);
  }

  static Turn of(Note note) {
    return new Turn(List.of(note), List.of(), true, 0, false);
  }

  static Turn unasked(Note note) {
    return new Turn(List.of(note), List.of(), false, 0, false);
  }

  static Turn on(Task next) {
    return new Turn(List.of(), List.of(next), true, 0, false);
  }

  Turn slowed(@Nullable Long asked) {
    return new Turn(notes, next, true, asked == null ? 0 : asked, true);
  }
}

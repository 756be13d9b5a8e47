package dev.annals.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the stories: all of the current step, and the latest of all. */
final class StoryLog {

  private final int most;
  private final ArrayDeque<StoryChange> kept = new ArrayDeque<>();
  private List<StoryChange> current = new ArrayList<>();
  private long number;

  StoryLog(int most) {
    this.most = most;
  }

  void add(
      StoryChange.Kind kind,
      String story,
      @Nullable String article,
      @Nullable String other,
      String why) {
    var change = new StoryChange(++number, kind, story, article, other, why);
    current.add(change);
    keep(change);
  }

  private void keep(StoryChange change) {
    kept.add(change);
    if (kept.size() > most) {
      kept.removeFirst();
    }
  }

  /** The changes of this step; the next step begins. */
  List<StoryChange> take() {
    var taken = List.copyOf(current);
    current = new ArrayList<>();
    return taken;
  }

  List<StoryChange> kept() {
    return List.copyOf(kept);
  }

  long number() {
    return number;
  }

  void restore(long last, List<StoryChange> changes) {
    number = last;
    changes.forEach(this::keep);
  }
}

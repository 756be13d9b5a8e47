package dev.annals.follow;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says which stories are compiled now: a story may take a twentieth of the time. One that takes 5
 * ms is up to date after 100 ms, one of a thousand articles that takes 3 s after a minute. While
 * more comes in than can be worked on, a story that has a record waits longer: its page shows what
 * is new before its record does, and one compilation serves for several articles.
 */
final class CompilePace {

  private static final int SHARE = 20;
  private static final long LONGEST = 60_000_000_000L;
  private static final long PRESSED = 5_000_000_000L;
  private static final int STORIES = 10_000;

  private record Compiled(long at, long took) {}

  private final Map<String, Compiled> last =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
          return size() > STORIES;
        }
      };

  /**
   * Whether a story may be compiled again.
   *
   * @param pressed whether more comes in than can be worked on
   */
  boolean due(String story, long nanoTime, boolean pressed) {
    Compiled before = last.get(story);
    return before == null
        || nanoTime - before.at()
            >= Math.max(pressed ? PRESSED : 0, Math.min(LONGEST, SHARE * before.took()));
  }

  /** Stories were compiled, in so many nanoseconds each. */
  void compiled(Map<String, Long> took, long nanoTime) {
    took.forEach((story, nanos) -> last.put(story, new Compiled(nanoTime, nanos)));
  }
}

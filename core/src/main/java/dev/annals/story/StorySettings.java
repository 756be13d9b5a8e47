package dev.annals.story;

/**
 * What one may want to change about stories.
 *
 * @param activeStories stories kept in memory; the one that was quiet for longest goes to sleep
 * @param historyKept changes that {@link Stories#history()} remembers
 */
public record StorySettings(int activeStories, int historyKept) {

  /** Checks the numbers. */
  public StorySettings {
    if (activeStories < 1 || historyKept < 0) {
      throw new IllegalArgumentException(
          "active stories " + activeStories + ", history " + historyKept);
    }
  }

  /** Room for a week of a big collection in less than a gigabyte. */
  public static StorySettings defaults() {
    return new StorySettings(20_000, 100_000);
  }
}

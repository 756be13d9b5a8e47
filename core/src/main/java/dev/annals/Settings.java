package dev.annals;

/**
 * What a user has a reason to change. Order: defaults, then what the caller sets; nothing else.
 *
 * @param threads how many documents are worked on at once
 */
public record Settings(int threads) {

  /** Checks the bounds. */
  public Settings {
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must lie between 1 and 1024: " + threads);
    }
  }

  /** As many threads as the machine has processors. */
  public static Settings defaults() {
    return new Settings(Runtime.getRuntime().availableProcessors());
  }
}

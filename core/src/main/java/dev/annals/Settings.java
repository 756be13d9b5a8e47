package dev.annals;

import dev.annals.article.Outlets;

/**
 * What a user has a reason to change. Order: defaults, then what the caller sets; nothing else.
 *
 * @param threads how many documents are worked on at once
 * @param outlets which names and domains are one outlet, and count as one source
 */
public record Settings(int threads, Outlets outlets) {

  /** Checks the bounds. */
  public Settings {
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must lie between 1 and 1024: " + threads);
    }
  }

  /** With the table of outlets that comes with Annals. */
  public Settings(int threads) {
    this(threads, Outlets.standard());
  }

  /** As many threads as the machine has processors. */
  public static Settings defaults() {
    return new Settings(Runtime.getRuntime().availableProcessors());
  }

  /** The same with another table of outlets. */
  public Settings withOutlets(Outlets other) {
    return new Settings(threads, other);
  }
}

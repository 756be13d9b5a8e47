package dev.annals.record;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person has corrected: an event with author and time, kept for ever and replayed after
 * every compile, shown and never hidden.
 *
 * @param at when, ISO 8601 instant
 * @param author who made it
 * @param kind what it does
 * @param story id of the story it is about
 * @param target what it applies to: the words of a quote or statement, the id of a story or article
 * @param value the new value (a speaker's name); null for "unknown" and where none is needed
 * @param note why, in the author's words, or null
 */
public record Correction(
    String at,
    String author,
    Kind kind,
    String story,
    String target,
    @Nullable String value,
    @Nullable String note) {

  /** What a correction does. */
  public enum Kind {
    /** Joins the target story into the story. */
    MERGE,
    /** Takes the target article out of the story, into one of its own. */
    SPLIT,
    /** Sets the speaker of the quote with the target's words. */
    SPEAKER,
    /**
     * Drops the statement with the target's words: an entry of the timeline, a quote, a claim, a
     * state ({@code the bridge: closed}), a picture by its caption, a disagreement by what it is
     * about, a person, organisation or place by name.
     */
    DROP;

    /** The name used on the command line and in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that the required parts are there. */
  public Correction {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(story, "story");
    if (target.isBlank()) {
      throw new IllegalArgumentException("a correction needs something to correct");
    }
  }

  /** The correction in words. */
  public String text() {
    String what =
        switch (kind) {
          case MERGE -> "merged story " + target + " into this one";
          case SPLIT -> "took article " + target + " out of this story";
          case SPEAKER ->
              "speaker of “" + target + "” set to " + (value == null ? "unknown" : value);
          case DROP -> "dropped “" + target + "”";
        };
    return note == null || note.isBlank() ? what : what + " (" + note + ")";
  }
}

package dev.annals.story;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a story.
 *
 * @param number counts all changes from 1
 * @param kind what happened
 * @param story the story it happened to
 * @param article the article that was placed, moved or removed; for a split the first one that
 *     left; null for what concerns whole stories
 * @param other the story it came from or went to; null when there is none
 * @param why in words a reader understands
 */
public record StoryChange(
    long number,
    Kind kind,
    String story,
    @Nullable String article,
    @Nullable String other,
    String why) {

  /** What can happen. */
  public enum Kind {
    /** The article opened the story. */
    OPENED,
    /** The article joined the story. */
    JOINED,
    /** The article left {@code other} for the story. */
    MOVED,
    /** {@code other} was merged into the story; its id leads on to it. */
    MERGED,
    /** The story was split off {@code other}. */
    SPLIT,
    /** The article was read again with another text and keeps its place. */
    REPLACED,
    /** The article was taken out. */
    REMOVED,
    /** {@code other} is an earlier story of the same affair. */
    LINKED,
    /** The story left memory. */
    ASLEEP,
    /** The story came back to memory. */
    WOKEN
  }
}

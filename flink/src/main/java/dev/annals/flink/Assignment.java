package dev.annals.flink;

import org.jspecify.annotations.Nullable;

/**
 * What placing decided about an article.
 *
 * @param article its id
 * @param kind what was decided
 * @param ticket the reading it was decided of; null for a place
 * @param version the number of the text; 0 unless it is kept
 * @param story the story the article now stands in; null unless it is a place
 * @param why what ties it to the story
 */
public record Assignment(
    String article,
    Kind kind,
    @Nullable String ticket,
    int version,
    @Nullable String story,
    @Nullable String why) {

  /** What may be decided. */
  public enum Kind {
    /** The reading is new, or a new version. */
    KEPT,
    /** The reading says what was read before. */
    DROPPED,
    /** The article stands in a story, until the next such word. */
    PLACED
  }

  static Assignment kept(Candidate candidate, int version) {
    return new Assignment(candidate.article(), Kind.KEPT, candidate.ticket(), version, null, null);
  }

  static Assignment dropped(Candidate candidate) {
    return new Assignment(candidate.article(), Kind.DROPPED, candidate.ticket(), 0, null, null);
  }

  static Assignment placed(String article, String story, String why) {
    return new Assignment(article, Kind.PLACED, null, 0, story, why);
  }
}

package dev.annals.flink;

/**
 * The record of a story, packed, or word that the story is no more.
 *
 * @param story the story's id
 * @param version counts what was said of the story
 * @param record the packed record; empty when all articles of the story went to others
 */
public record Outcome(String story, long version, byte[] record) {

  boolean gone() {
    return record.length == 0;
  }
}

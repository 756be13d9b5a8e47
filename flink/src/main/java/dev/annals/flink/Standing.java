package dev.annals.flink;

/**
 * Where an article stands.
 *
 * @param story the story's id
 * @param why what ties it to the story
 * @param version counts the places of the article
 */
public record Standing(String story, String why, long version) {}

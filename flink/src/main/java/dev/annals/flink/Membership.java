package dev.annals.flink;

import org.jspecify.annotations.Nullable;

/**
 * An article comes to a story, or leaves it.
 *
 * @param story the story's id
 * @param article the article's id
 * @param why what ties it to the story
 * @param content the article, or null when it leaves
 */
public record Membership(
    String story, String article, @Nullable String why, @Nullable Content content) {}

package dev.annals.article;

import org.jspecify.annotations.Nullable;

/**
 * A place where a statement was read.
 *
 * @param article id of the article
 * @param start offset in the article's text, UTF-16, inclusive
 * @param end offset after it, exclusive
 * @param role what the block it stands in is for: a caption weighs less than a paragraph
 * @param text the exact words between the offsets
 * @param link the article's URL with a text fragment ({@code #:~:text=}) that leads to the words,
 *     or null when the article has no URL
 */
public record Cite(
    String article, int start, int end, Role role, String text, @Nullable String link) {}

package dev.annals.story;

/**
 * Where an article was placed.
 *
 * @param article id of the article
 * @param story id of the story
 * @param opened whether the story was opened by this article
 * @param why what tied it to the story, in words a reader understands
 */
public record Placement(String article, String story, boolean opened, String why) {}

package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.article.Article;

/**
 * An article of a story with what was found in it.
 *
 * @param why what tied it to the story, in words
 */
public record StoryArticle(Article article, Annotations annotations, String why) {}

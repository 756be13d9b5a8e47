package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * An article of a story with what was found in it.
 *
 * @param why what tied it to the story, in words
 * @param notice {@link StoryRecord#RETRACTED} when a later version of it is nothing but the notice
 *     that it was taken back, {@link StoryRecord#GONE} when it is not at its address any more, else
 *     null
 */
public record StoryArticle(
    Article article, Annotations annotations, String why, @Nullable String notice) {

  /** An article as it stands. */
  public StoryArticle(Article article, Annotations annotations, String why) {
    this(article, annotations, why, null);
  }
}

package dev.annals.story;

import java.util.List;

/** Finds the few stories that an article may belong to, without looking at all. */
public interface StoryIndex {

  /**
   * Stories that share rare words, names or copied text with the article, the likeliest first.
   *
   * @param features of the article
   * @param most how many at most
   */
  List<Story> candidates(StoryFeatures features, int most);
}

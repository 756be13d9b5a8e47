package dev.annals;

import dev.annals.story.Story;
import dev.annals.story.StoryArchive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes which articles are in stories that left memory; such a story stays as it is. */
final class StoryNotes implements StoryArchive {

  private final Map<String, String> storyOf = new HashMap<>();

  @Override
  public void keep(Story story, List<String> why, int[] keys) {
    story.articles().forEach(article -> storyOf.put(article, story.id()));
  }

  @Override
  public List<String> find(int[] keys, int most) {
    return List.of();
  }

  /** None to be woken; see {@link #last}. */
  @Override
  public @Nullable String storyOf(String article) {
    return null;
  }

  @Override
  public @Nullable Sleeper wake(String story) {
    return null;
  }

  /** The story an article was in when it left memory. */
  String last(String article) {
    return storyOf.getOrDefault(article, article);
  }
}

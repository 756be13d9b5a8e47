package dev.annals.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The smallest archive that works. */
final class ShelfArchive implements StoryArchive {
  private final Map<String, Sleeper> shelf = new HashMap<>();
  private final Map<String, int[]> keys = new HashMap<>();

  @Override
  public void keep(Story story, List<String> why, int[] found) {
    shelf.put(story.id(), new Sleeper(story, why));
    keys.put(story.id(), found);
  }

  @Override
  public List<String> find(int[] wanted, int most) {
    var sums = new TreeMap<String, Double>();
    for (int key : wanted) {
      var having = keys.keySet().stream().filter(story -> has(story, key)).toList();
      having.forEach(story -> sums.merge(story, 1.0 / having.size(), Double::sum));
    }
    return sums.entrySet().stream()
        .filter(entry -> Arrays.stream(wanted).filter(key -> has(entry.getKey(), key)).count() > 1)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean has(String story, int key) {
    return Arrays.stream(keys.getOrDefault(story, new int[0])).anyMatch(k -> k == key);
  }

  @Override
  public @Nullable String storyOf(String article) {
    return shelf.values().stream()
        .filter(sleeper -> sleeper.story().articles().contains(article))
        .map(sleeper -> sleeper.story().id())
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Member> faces(String story) {
    Sleeper sleeper = shelf.get(story);
    return sleeper == null ? List.of() : StoryArchive.facesOf(sleeper.story());
  }

  @Override
  public @Nullable Sleeper wake(String story) {
    keys.remove(story);
    return shelf.remove(story);
  }
}

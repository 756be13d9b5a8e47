package dev.annals.flink;

import dev.annals.store.RecordCodec;
import dev.annals.story.Story;
import dev.annals.story.StoryArchive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.jspecify.annotations.Nullable;

/**
 * Stories out of the memory of a {@link StoryPlacer}. What changed since the last whole snapshot of
 * the stories is held back in memory and given to the state with the next one: after a failure the
 * articles since then are placed again, and must find the archive as it was.
 */
final class SleepingState {

  private static final RecordCodec<StoryArchive.Sleeper> SLEEPERS =
      RecordCodec.of(StoryArchive.Sleeper.class);

  /** Of a key that thousands of stories share, the latest are enough: it says little. */
  private static final int MOST_PER_KEY = 256;

  private final MapState<String, Sleeping> stories;
  private final MapState<Integer, List<String>> byKey;
  private final MapState<String, String> byArticle;

  SleepingState(RuntimeContext context, StateTtlConfig ttl) {
    stories = context.getMapState(descriptor("sleeping", Types.STRING, Sleeping.class, ttl));
    var keys = new MapStateDescriptor<>("sleeping-keys", Types.INTEGER, Types.STRINGS);
    keys.enableTimeToLive(ttl);
    byKey = context.getMapState(keys);
    var articles = new MapStateDescriptor<>("sleeping-articles", Types.STRING, Types.STRING);
    articles.enableTimeToLive(ttl);
    byArticle = context.getMapState(articles);
  }

  private static <K, V> MapStateDescriptor<K, V> descriptor(
      String name,
      org.apache.flink.api.common.typeinfo.TypeInformation<K> key,
      Class<V> value,
      StateTtlConfig ttl) {
    var descriptor = new MapStateDescriptor<>(name, key, Types.of(value));
    descriptor.enableTimeToLive(ttl);
    return descriptor;
  }

  /**
   * A story that sleeps.
   *
   * @param articles ids of its articles
   * @param keys what it can be found by
   * @param shape changes when the packed story can no longer be read
   */
  public record Sleeping(List<String> articles, int[] keys, String shape, byte[] packed) {}

  /** The archive of one key of the state; used only while that key is the current one. */
  final class Archive implements StoryArchive {

    /** Null for a story that was woken. */
    private final LinkedHashMap<String, @Nullable Sleeping> changed = new LinkedHashMap<>();

    private final Map<String, String> articles = new HashMap<>();
    private final Map<Integer, List<String>> keys = new HashMap<>();

    @Override
    public void keep(Story story, List<String> why, int[] storyKeys) {
      changed.remove(story.id());
      changed.put(
          story.id(),
          new Sleeping(
              story.articles(),
              storyKeys,
              SLEEPERS.shape(),
              SLEEPERS.encode(new Sleeper(story, why))));
      story.articles().forEach(article -> articles.put(article, story.id()));
      for (int key : storyKeys) {
        keys.computeIfAbsent(key, k -> new ArrayList<>()).add(story.id());
      }
    }

    @Override
    public List<String> find(int[] wanted, int most) {
      var shared = new TreeMap<String, Integer>();
      for (int key : Arrays.stream(wanted).distinct().toArray()) {
        for (String story : listed(key)) {
          if (!changed.containsKey(story)) {
            shared.merge(story, 1, Integer::sum);
          }
        }
        keys.getOrDefault(key, List.of()).stream()
            .distinct()
            .filter(story -> changed.get(story) != null)
            .forEach(story -> shared.merge(story, 1, Integer::sum));
      }
      return shared.entrySet().stream()
          .filter(entry -> entry.getValue() >= 2)
          .sorted(
              Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                  .thenComparing(Map.Entry::getKey))
          .limit(most)
          .map(Map.Entry::getKey)
          .toList();
    }

    @Override
    public @Nullable String storyOf(String article) {
      String story = articles.get(article);
      if (story == null) {
        story = kept(byArticle, article);
      }
      return story != null && sleeping(story) != null ? story : null;
    }

    private @Nullable Sleeping sleeping(String story) {
      return changed.containsKey(story) ? changed.get(story) : kept(stories, story);
    }

    @Override
    public @Nullable Sleeper wake(String story) {
      Sleeping sleeping = sleeping(story);
      if (sleeping == null) {
        return null;
      }
      changed.remove(story);
      changed.put(story, null);
      Steps.checkShape(sleeping.shape(), SLEEPERS.shape());
      return SLEEPERS.decode(sleeping.packed());
    }

    /** Gives what changed to the state. */
    void flush() throws Exception {
      for (var change : changed.entrySet()) {
        String story = change.getKey();
        Sleeping before = stories.get(story);
        if (before != null) {
          stories.remove(story);
          for (int key : before.keys()) {
            unlist(key, story);
          }
          for (String article : before.articles()) {
            byArticle.remove(article);
          }
        }
        Sleeping now = change.getValue();
        if (now != null) {
          stories.put(story, now);
          for (int key : now.keys()) {
            list(key, story);
          }
          for (String article : now.articles()) {
            byArticle.put(article, story);
          }
        }
      }
      changed.clear();
      articles.clear();
      keys.clear();
    }
  }

  private void list(int key, String story) throws Exception {
    var listed = new ArrayList<>(listed(key));
    listed.add(story);
    byKey.put(
        key,
        listed.size() > MOST_PER_KEY
            ? new ArrayList<>(listed.subList(listed.size() - MOST_PER_KEY, listed.size()))
            : listed);
  }

  private void unlist(int key, String story) throws Exception {
    var listed = new ArrayList<>(listed(key));
    listed.remove(story);
    if (listed.isEmpty()) {
      byKey.remove(key);
    } else {
      byKey.put(key, listed);
    }
  }

  private List<String> listed(int key) {
    List<String> listed = kept(byKey, key);
    return listed == null ? List.of() : listed;
  }

  private static <K, V> @Nullable V kept(MapState<K, V> state, K key) {
    try {
      return state.get(key);
    } catch (Exception e) {
      throw new IllegalStateException("the state of the job cannot be read", e);
    }
  }
}

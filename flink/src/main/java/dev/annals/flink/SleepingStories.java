package dev.annals.flink;

import dev.annals.flink.SleepingState.Face;
import dev.annals.flink.SleepingState.Listed;
import dev.annals.flink.SleepingState.Sleeping;
import dev.annals.story.Member;
import dev.annals.story.Story;
import dev.annals.story.StoryArchive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stories out of the memory of one key of a {@link StoryPlacer}; they are found as those of the
 * engine on one machine are. What changed since the last whole snapshot of the stories is held back
 * in memory and given to the state with the next one: after a failure the articles since then are
 * placed again, and must find the archive as it was.
 */
final class SleepingStories implements StoryArchive {

  /** A key that more stories have tells nothing, and is passed over. */
  static final int CROWDED = 64;

  /** Fewer keys in common are chance. */
  private static final int FEWEST_SHARED = 3;

  /** Lists of keys that were looked at last: words come again and again; some 20 MB. */
  private static final int LISTS_KEPT = 150_000;

  /**
   * Bits of {@link #present}, 4 MB. Most of what an article is looked up by is not listed: asking
   * the state for it costs more than all else.
   */
  private static final int PRESENT_BITS = 1 << 25;

  /** Faces that were looked at last: a story of the day is asked for again and again. */
  private static final int FACES_KEPT = 500;

  private final SleepingState state;
  private long last;

  /** Fell asleep since the last snapshot, by story. */
  private final LinkedHashMap<String, Fresh> fresh = new LinkedHashMap<>();

  private final Map<Long, String> freshNumbers = new HashMap<>();
  private final Map<Integer, List<Long>> freshKeys = new HashMap<>();
  private final Map<String, String> freshArticles = new HashMap<>();

  /** Of the state, but woken since the last snapshot. */
  private final LinkedHashMap<String, Sleeping> woken = new LinkedHashMap<>();

  private final Map<Integer, List<Long>> wokenKeys = new HashMap<>();

  /** Set for each key that the state may have a list of. */
  private final BitSet present = new BitSet();

  private final Map<Integer, Listed> lists = latest(LISTS_KEPT);
  private final Map<Long, Known> faces = latest(FACES_KEPT);

  /** Numbers of the stories that were found last. */
  private final Map<String, Long> found = new HashMap<>();

  /** A story that the state does not have yet. */
  private record Fresh(Sleeping sleeping, Face face) {}

  /** A face as it is looked at. */
  private record Known(String story, List<Member> members) {}

  /**
   * Stories that sleep.
   *
   * @param last number of the story that fell asleep last
   */
  SleepingStories(SleepingState state, long last) {
    this.state = state;
    this.last = last;
    state.listedKeys().forEach(key -> present.set(bit(key)));
  }

  private static int bit(int key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & PRESENT_BITS - 1;
  }

  private static <K, V> Map<K, V> latest(int most) {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  @Override
  public void keep(Story story, List<String> why, int[] keys) {
    var sleeping = Sleeping.of(story, why, keys, ++last);
    fresh.put(story.id(), new Fresh(sleeping, Face.of(story)));
    freshNumbers.put(last, story.id());
    sleeping.articles().forEach(article -> freshArticles.put(article, story.id()));
    for (int key : keys) {
      freshKeys.computeIfAbsent(key, k -> new ArrayList<>(2)).add(last);
    }
  }

  /** What a sleeper shares with an article: how many keys, and how rare they are. */
  private static final class Shared {
    private int keys;
    private double rarity;
  }

  @Override
  public List<String> find(int[] wanted, int most) {
    var shared = new HashMap<Long, Shared>();
    for (int key : Arrays.stream(wanted).sorted().distinct().toArray()) {
      share(key, shared);
    }
    found.clear();
    var stories = new ArrayList<String>();
    shared.entrySet().stream()
        .filter(entry -> entry.getValue().keys >= FEWEST_SHARED)
        .sorted(
            Comparator.comparingDouble((Map.Entry<Long, Shared> entry) -> -entry.getValue().rarity)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .takeWhile(number -> stories.size() < most)
        .forEach(
            number -> {
              Known known = face(number);
              if (known != null) {
                stories.add(known.story());
                found.put(known.story(), number);
              }
            });
    return stories;
  }

  private void share(int key, Map<Long, Shared> shared) {
    Listed listed = listed(key);
    List<Long> came = freshKeys.getOrDefault(key, List.of());
    List<Long> left = wokenKeys.getOrDefault(key, List.of());
    int count = listed.count() + came.size() - left.size();
    if (count == 0 || count > CROWDED) {
      return;
    }
    double rarity = Math.log((CROWDED + 1.0) / count);
    for (long number : listed.numbers()) {
      if (!left.contains(number)) {
        add(number, rarity, shared);
      }
    }
    for (long number : came) {
      add(number, rarity, shared);
    }
  }

  private static void add(long number, double rarity, Map<Long, Shared> shared) {
    var sum = shared.computeIfAbsent(number, n -> new Shared());
    sum.keys++;
    sum.rarity += rarity;
  }

  private Listed listed(int key) {
    if (!present.get(bit(key))) {
      return Listed.NONE;
    }
    Listed known = lists.get(key);
    if (known == null) {
      known = state.listed(key);
      lists.put(key, known);
    }
    return known;
  }

  private @Nullable Known face(long number) {
    Known known = faces.get(number);
    if (known == null) {
      String story = freshNumbers.get(number);
      Face face =
          story == null ? state.face(number) : Objects.requireNonNull(fresh.get(story)).face();
      if (face == null) {
        return null; // forgotten after its time
      }
      known = new Known(face.story(), face.unpack());
      faces.put(number, known);
    }
    return known;
  }

  /** Of a story that was just found. */
  @Override
  public List<Member> faces(String story) {
    Long number = found.get(story);
    Known known = number == null ? null : face(number);
    return known == null ? List.of() : known.members();
  }

  @Override
  public @Nullable String storyOf(String article) {
    String story = freshArticles.get(article);
    if (story != null) {
      return story;
    }
    story = state.storyOf(article);
    return story != null && !woken.containsKey(story) && state.story(story) != null ? story : null;
  }

  @Override
  public @Nullable Sleeper wake(String story) {
    Fresh held = fresh.remove(story);
    if (held != null) {
      Sleeping sleeping = held.sleeping();
      freshNumbers.remove(sleeping.number());
      sleeping.articles().forEach(freshArticles::remove);
      for (int key : sleeping.keys()) {
        Objects.requireNonNull(freshKeys.get(key)).remove(sleeping.number());
      }
      return sleeping.unpack();
    }
    Sleeping sleeping = woken.containsKey(story) ? null : state.story(story);
    if (sleeping == null) {
      return null;
    }
    woken.put(story, sleeping);
    for (int key : sleeping.keys()) {
      wokenKeys.computeIfAbsent(key, k -> new ArrayList<>(2)).add(sleeping.number());
    }
    return sleeping.unpack();
  }

  /**
   * Gives what changed to the state.
   *
   * @return number of the story that fell asleep last
   */
  long flush() throws Exception {
    for (var entry : woken.entrySet()) {
      state.remove(entry.getKey(), entry.getValue());
    }
    for (var entry : fresh.entrySet()) {
      state.add(entry.getKey(), entry.getValue().sleeping(), entry.getValue().face());
    }
    wokenKeys.keySet().forEach(lists::remove);
    for (int key : freshKeys.keySet()) {
      lists.remove(key);
      present.set(bit(key));
    }
    woken.clear();
    wokenKeys.clear();
    fresh.clear();
    freshNumbers.clear();
    freshArticles.clear();
    freshKeys.clear();
    return last;
  }
}

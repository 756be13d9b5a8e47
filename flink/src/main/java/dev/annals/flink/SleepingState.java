package dev.annals.flink;

import dev.annals.store.RecordCodec;
import dev.annals.story.Member;
import dev.annals.story.Story;
import dev.annals.story.StoryArchive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Where stories are that left the memory of a {@link StoryPlacer}: found by their keys, known by a
 * few of their articles, and each whole. Shared by the {@link SleepingStories} of all keys of the
 * operator, each of which uses it while its key is the current one.
 */
final class SleepingState {

  private static final RecordCodec<StoryArchive.Sleeper> SLEEPERS =
      RecordCodec.of(StoryArchive.Sleeper.class);
  private static final RecordCodec<Members> MEMBERS = RecordCodec.of(Members.class);

  /** Of a key that thousands of stories share, the latest are enough: it says nothing. */
  private static final int MOST_PER_KEY = 4 * SleepingStories.CROWDED;

  private final MapState<String, Sleeping> stories;
  private final MapState<Long, Face> faces;
  private final MapState<Integer, Listed> byKey;
  private final MapState<String, String> byArticle;

  /** How version 1 of this state found stories; see {@link #upgrade}. */
  private final MapState<Integer, List<String>> byKeyBefore;

  SleepingState(RuntimeContext context, StateTtlConfig ttl) {
    stories = state(context, ttl, "sleeping", Types.STRING, Types.of(Sleeping.class));
    faces = state(context, ttl, "sleeping-faces", Types.LONG, Types.of(Face.class));
    byKey = state(context, ttl, "sleeping-lists", Types.INTEGER, Types.of(Listed.class));
    byArticle = state(context, ttl, "sleeping-articles", Types.STRING, Types.STRING);
    byKeyBefore = state(context, ttl, "sleeping-keys", Types.INTEGER, Types.STRINGS);
  }

  private static <K, V> MapState<K, V> state(
      RuntimeContext context,
      StateTtlConfig ttl,
      String name,
      TypeInformation<K> key,
      TypeInformation<V> value) {
    var descriptor = new MapStateDescriptor<>(name, key, value);
    descriptor.enableTimeToLive(ttl);
    return context.getMapState(descriptor);
  }

  /**
   * A story that sleeps.
   *
   * @param articles ids of its articles
   * @param keys what it can be found by
   * @param shape changes when the packed story can no longer be read
   * @param number counts the stories that fell asleep; 0 in version 1 of this state
   */
  public record Sleeping(
      List<String> articles, int[] keys, String shape, byte[] packed, long number) {

    static Sleeping of(Story story, List<String> why, int[] keys, long number) {
      byte[] packed = SLEEPERS.encode(new StoryArchive.Sleeper(story, why));
      return new Sleeping(story.articles(), keys, SLEEPERS.shape(), packed, number);
    }

    StoryArchive.Sleeper unpack() {
      Steps.checkShape(shape, SLEEPERS.shape());
      return SLEEPERS.decode(packed);
    }
  }

  /** What is looked at before a story is woken. */
  public record Members(List<Member> members) {}

  /**
   * The story of a number, and a few of its articles.
   *
   * @param shape changes when the packed articles can no longer be read
   */
  public record Face(String story, String shape, byte[] packed) {

    static Face of(Story story) {
      var members = new Members(StoryArchive.facesOf(story));
      return new Face(story.id(), MEMBERS.shape(), MEMBERS.encode(members));
    }

    List<Member> unpack() {
      Steps.checkShape(shape, MEMBERS.shape());
      return MEMBERS.decode(packed).members();
    }
  }

  /**
   * The stories with a key.
   *
   * @param count how many there are
   * @param numbers the latest of them, ascending
   */
  public record Listed(int count, long[] numbers) {

    static final Listed NONE = new Listed(0, new long[0]);

    private Listed with(long number) {
      int from = Math.max(0, numbers.length + 1 - MOST_PER_KEY);
      long[] more = Arrays.copyOfRange(numbers, from, numbers.length + 1);
      more[more.length - 1] = number;
      return new Listed(count + 1, more);
    }

    private Listed without(long number) {
      return new Listed(
          count - 1, Arrays.stream(numbers).filter(other -> other != number).toArray());
    }
  }

  @Nullable Sleeping story(String id) {
    return kept(stories, id);
  }

  @Nullable Face face(long number) {
    return kept(faces, number);
  }

  @Nullable String storyOf(String article) {
    return kept(byArticle, article);
  }

  Listed listed(int key) {
    Listed listed = kept(byKey, key);
    return listed == null ? Listed.NONE : listed;
  }

  /** All keys that stories are listed under. */
  Iterable<Integer> listedKeys() {
    try {
      return byKey.keys();
    } catch (Exception e) {
      throw new IllegalStateException("the state of the job cannot be read", e);
    }
  }

  void add(String story, Sleeping sleeping, Face face) throws Exception {
    stories.put(story, sleeping);
    faces.put(sleeping.number(), face);
    for (int key : sleeping.keys()) {
      byKey.put(key, listed(key).with(sleeping.number()));
    }
    for (String article : sleeping.articles()) {
      byArticle.put(article, story);
    }
  }

  void remove(String story, Sleeping sleeping) throws Exception {
    stories.remove(story);
    faces.remove(sleeping.number());
    for (int key : sleeping.keys()) {
      Listed left = listed(key).without(sleeping.number());
      if (left.count() > 0) {
        byKey.put(key, left);
      } else {
        byKey.remove(key);
      }
    }
    for (String article : sleeping.articles()) {
      byArticle.remove(article);
    }
  }

  /**
   * Takes up what version 1 of this state kept: stories listed by their ids under each key, without
   * faces.
   *
   * @param number of the last story that fell asleep
   * @return the number of the last one now
   */
  long upgrade(long number) throws Exception {
    if (number > 0 || byKeyBefore.isEmpty()) {
      return number;
    }
    var before = new TreeMap<String, Sleeping>();
    for (Map.Entry<String, Sleeping> entry : stories.entries()) {
      before.put(entry.getKey(), entry.getValue());
    }
    long last = number;
    for (var entry : before.entrySet()) {
      Sleeping old = entry.getValue();
      Story story = old.unpack().story();
      var now = new Sleeping(old.articles(), old.keys(), old.shape(), old.packed(), ++last);
      add(entry.getKey(), now, Face.of(story));
    }
    for (int key : keys(byKeyBefore)) {
      byKeyBefore.remove(key);
    }
    return last;
  }

  private static <K> List<K> keys(MapState<K, ?> state) throws Exception {
    var keys = new ArrayList<K>();
    state.keys().forEach(keys::add);
    return keys;
  }

  private static <K, V> @Nullable V kept(MapState<K, V> state, K key) {
    try {
      return state.get(key);
    } catch (Exception e) {
      throw new IllegalStateException("the state of the job cannot be read", e);
    }
  }
}

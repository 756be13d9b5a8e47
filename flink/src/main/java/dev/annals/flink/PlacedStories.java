package dev.annals.flink;

import dev.annals.story.Stories;
import dev.annals.story.StoryChange;
import dev.annals.story.StorySettings;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * The stories of the placing operator and how they are kept: a whole snapshot now and then, and the
 * features of each article placed since. Placing is deterministic, so replaying the latter on the
 * former gives the stories as they were. A checkpoint has thus only the latest articles to add, and
 * the whole is written again once for every half of it that came.
 */
final class PlacedStories {

  /** Articles that are placed again after a failure, when there are few stories. */
  private static final int LOGGED_AT_LEAST = 2000;

  private static final int CHUNK = 1 << 20;

  /** In the place of features: the second look at all stories. */
  private static final byte[] SETTLE = {};

  private final StorySettings settings;
  private final SleepingState sleeping;
  private final ValueState<Base> base;
  private final MapState<Integer, byte[]> chunks;
  private final MapState<Long, byte[]> log;

  PlacedStories(RuntimeContext context, StateTtlConfig ttl, StorySettings settings) {
    this.settings = settings;
    this.sleeping = new SleepingState(context, ttl);
    this.base = context.getState(new ValueStateDescriptor<>("stories", Types.of(Base.class)));
    this.chunks =
        context.getMapState(new MapStateDescriptor<>("stories-chunks", Types.INTEGER, Types.BYTES));
    this.log =
        context.getMapState(new MapStateDescriptor<>("stories-log", Types.LONG, Types.BYTES));
  }

  /**
   * A whole snapshot.
   *
   * @param logged number of the last step that is part of it
   * @param chunks number of pieces it is kept in
   * @param shape of the features in the log
   * @param slept number of the story that fell asleep last; 0 in version 1 of this state
   */
  public record Base(long logged, int chunks, String shape, long slept) {}

  /** The stories of the current key as they were when the job stopped or failed. */
  Desk restore() throws Exception {
    Base kept = base.value();
    var archive = new SleepingStories(sleeping, kept == null ? 0 : sleeping.upgrade(kept.slept()));
    if (kept == null) {
      return new Desk(new Stories(settings, archive), archive, 0, false);
    }
    Steps.checkShape(kept.shape(), Steps.FEATURES.shape());
    var desk =
        new Desk(Stories.restore(snapshot(kept), settings, archive), archive, kept.logged(), true);
    for (byte[] step = log.get(desk.logged + 1); step != null; step = log.get(desk.logged + 1)) {
      desk.apply(step);
    }
    return desk;
  }

  private byte[] snapshot(Base kept) throws Exception {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < kept.chunks(); i++) {
      bytes.write(chunks.get(i));
    }
    return bytes.toByteArray();
  }

  /**
   * What came of an article, or of the second look.
   *
   * @param changes what happened to stories
   * @param places where the articles that moved now stand
   */
  record Step(List<StoryChange> changes, List<Assignment> places) {}

  /** The stories of one key. Used only while that key is the current one. */
  final class Desk {

    private final SleepingStories archive;
    private final Stories stories;
    private long logged;
    private long sinceBase;
    private boolean based;

    Desk(Stories stories, SleepingStories archive, long logged, boolean based) {
      this.stories = stories;
      this.archive = archive;
      this.logged = logged;
      this.based = based;
    }

    /** Places an article; gives where it and those it moved now stand. */
    Step place(byte[] features) throws Exception {
      return step(features);
    }

    /** A last look when no more articles are expected soon. */
    Step settle() throws Exception {
      return step(SETTLE);
    }

    private Step step(byte[] step) throws Exception {
      if (!based) {
        keep();
      }
      Step done = apply(step);
      log.put(logged, step);
      if (sinceBase >= LOGGED_AT_LEAST && sinceBase * 2 >= articles()) {
        keep();
      }
      return done;
    }

    /**
     * One step. Asking where articles stand is part of it: a story that is asked for is one that
     * was in use, and does not go to sleep so soon.
     */
    private Step apply(byte[] step) {
      logged++;
      sinceBase++;
      List<StoryChange> changes =
          step.length == 0 ? stories.settle() : stories.add(Steps.FEATURES.decode(step));
      return new Step(changes, places(changes));
    }

    private int articles() {
      return stories.articleCount();
    }

    /** Keeps a whole snapshot. */
    private void keep() throws Exception {
      byte[] snapshot = stories.snapshot();
      int pieces = (snapshot.length + CHUNK - 1) / CHUNK;
      for (int i = 0; i < pieces; i++) {
        int end = Math.min(snapshot.length, (i + 1) * CHUNK);
        chunks.put(i, Arrays.copyOfRange(snapshot, i * CHUNK, end));
      }
      Base before = base.value();
      for (int i = pieces; before != null && i < before.chunks(); i++) {
        chunks.remove(i);
      }
      base.update(new Base(logged, pieces, Steps.FEATURES.shape(), archive.flush()));
      log.clear();
      sinceBase = 0;
      based = true;
    }

    /** Number of stories in memory. */
    int size() {
      return stories.size();
    }

    /** Where the articles that these changes moved now stand. */
    private List<Assignment> places(List<StoryChange> changes) {
      var places = new ArrayList<Assignment>();
      for (StoryChange change : changes) {
        String article = change.article();
        switch (change.kind()) {
          case OPENED, JOINED, MOVED -> {
            if (article != null) {
              places.add(Assignment.placed(article, change.story(), change.why()));
            }
          }
          case MERGED, SPLIT -> members(change.story(), places);
          case REPLACED, REMOVED, LINKED, ASLEEP, WOKEN -> {
            // no article moves
          }
        }
      }
      return places;
    }

    private void members(String story, List<Assignment> places) {
      stories
          .story(story)
          .ifPresent(
              now -> {
                for (String article : now.articles()) {
                  String why = stories.why(article).orElse("");
                  places.add(Assignment.placed(article, now.id(), why));
                }
              });
    }
  }
}

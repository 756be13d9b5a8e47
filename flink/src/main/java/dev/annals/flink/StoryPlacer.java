package dev.annals.flink;

import dev.annals.story.StoryChange;
import dev.annals.story.StorySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Places articles in stories, in the order of their time: what comes is held until the watermark
 * says that nothing earlier is under way. Time is whatever the source made it, a running number for
 * the order of reading, or when the article came out. An article that is late all the same is
 * placed at once. Sees all stories of its key.
 */
final class StoryPlacer extends KeyedProcessFunction<String, Candidate, Assignment> {

  private static final long serialVersionUID = 1;

  /** What happened to stories, as the store tells it. */
  static final OutputTag<StoreChange> HISTORY =
      new OutputTag<>("history", Types.of(StoreChange.class));

  private static final Comparator<Candidate> AT_ONE_TIME =
      Comparator.comparing(Candidate::article).thenComparing(Candidate::ticket);

  private final Duration remembered;
  private final int activeStories;

  private transient MapState<Long, List<Candidate>> waiting;
  private transient MapState<String, Readings> readings;
  private transient PlacedStories placed;
  private transient Map<String, PlacedStories.Desk> desks;
  private transient Counter late = new SimpleCounter();
  private transient Counter dropped = new SimpleCounter();

  /**
   * A placer.
   *
   * @param remembered how long readings and sleeping stories are remembered
   * @param activeStories stories of one key in memory
   */
  @SuppressWarnings("NullAway.Init") // the rest is made when the operator starts
  StoryPlacer(Duration remembered, int activeStories) {
    this.remembered = remembered;
    this.activeStories = activeStories;
  }

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    var ttl = TimeToLive.of(remembered);
    waiting =
        runtime.getMapState(
            new MapStateDescriptor<>("waiting", Types.LONG, Types.listOf(Candidate.class)));
    var known = new MapStateDescriptor<>("readings", Types.STRING, Types.of(Readings.class));
    known.enableTimeToLive(ttl);
    readings = runtime.getMapState(known);
    var settings =
        new StorySettings(
            activeStories > 0 ? activeStories : StorySettings.defaults().activeStories(), 0);
    placed = new PlacedStories(runtime, TimeToLive.sinceWritten(remembered), settings);
    desks = new HashMap<>();
    var metrics = runtime.getMetricGroup();
    late = metrics.counter("lateArticles");
    dropped = metrics.counter("unchangedArticles");
    metrics.gauge(
        "activeStories", () -> desks.values().stream().mapToInt(PlacedStories.Desk::size).sum());
  }

  @Override
  public void processElement(Candidate candidate, Context context, Collector<Assignment> out)
      throws Exception {
    long time = context.timestamp() == null ? Long.MIN_VALUE : context.timestamp();
    var timers = context.timerService();
    if (time <= timers.currentWatermark()) {
      late.inc();
      place(candidate, context, out);
      return;
    }
    List<Candidate> same = waiting.get(time);
    if (same == null) {
      timers.registerEventTimeTimer(time);
      waiting.put(time, List.of(candidate));
    } else {
      var more = new ArrayList<>(same);
      more.add(candidate);
      waiting.put(time, more);
    }
    timers.registerEventTimeTimer(Long.MAX_VALUE); // the end, if there is one
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Assignment> out)
      throws Exception {
    List<Candidate> now = waiting.get(time);
    if (now != null) {
      waiting.remove(time);
      for (Candidate candidate : now.stream().sorted(AT_ONE_TIME).toList()) {
        place(candidate, context, out);
      }
    }
    if (time == Long.MAX_VALUE) {
      tell(desk(context.getCurrentKey()).settle(), context, out);
    }
  }

  private PlacedStories.Desk desk(String key) throws Exception {
    var desk = desks.get(key);
    if (desk == null) {
      desk = placed.restore();
      desks.put(key, desk);
    }
    return desk;
  }

  private void place(Candidate candidate, Context context, Collector<Assignment> out)
      throws Exception {
    Steps.checkShape(candidate.shape(), Steps.FEATURES.shape());
    Readings before = readings.get(candidate.article());
    if (before != null && before.fingerprints().contains(candidate.fingerprint())) {
      drop(candidate, out);
      return;
    }
    var fingerprints = new ArrayList<String>();
    if (before != null) {
      fingerprints.addAll(before.fingerprints());
    }
    fingerprints.add(candidate.fingerprint());
    boolean same = before != null && before.textDigest().equals(candidate.textDigest());
    int version = before == null ? 1 : same ? before.version() : before.version() + 1;
    readings.put(candidate.article(), new Readings(version, candidate.textDigest(), fingerprints));
    if (same) {
      drop(candidate, out);
      return;
    }
    out.collect(Assignment.kept(candidate, version));
    tell(desk(context.getCurrentKey()).place(candidate.features()), context, out);
  }

  private void tell(PlacedStories.Step step, Context context, Collector<Assignment> out) {
    step.places().forEach(out::collect);
    for (StoryChange change : step.changes()) {
      long number = number(change.number(), context.getCurrentKey());
      context.output(HISTORY, StoreChange.of(change, number));
    }
  }

  /** Each key counts for itself: numbers of languages are told apart by their letters. */
  static long number(long count, String key) {
    if (key.equals(AnnalsJob.ALL)) {
      return count;
    }
    int letters = 0;
    for (int i = 0; i < 5; i++) {
      char c = i < key.length() ? key.charAt(i) : ' ';
      letters = letters * 27 + (c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0);
    }
    return count << 24 | letters;
  }

  private void drop(Candidate candidate, Collector<Assignment> out) {
    dropped.inc();
    out.collect(Assignment.dropped(candidate));
  }
}

package dev.annals.flink;

import dev.annals.article.Outlets;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the articles of a story and compiles its record, lineage included: some time after the
 * story has changed, so that several articles in a row cost one record, and when the stream ends.
 * Keyed by story.
 */
final class RecordKeeper extends KeyedProcessFunction<String, Membership, Outcome> {

  private static final long serialVersionUID = 1;

  /**
   * A story waits this many times as long as its last record took, so that a story of a thousand
   * articles, seconds of work, cannot hold up the others of its task.
   */
  private static final int REST = 20;

  private final Duration remembered;
  private final long quiet;
  private final boolean ends;
  private final List<String> outlets;
  private transient RecordCompiler compiler;
  private transient MapState<String, Membership> members;
  private transient ValueState<Ledger> ledger;

  /**
   * A keeper.
   *
   * @param remembered how long a story is kept that nothing happens to
   * @param quiet milliseconds between a change and the record; negative for the end alone
   * @param ends whether the stream has an end
   * @param outlets a user's own lines of the table of outlets
   */
  @SuppressWarnings("NullAway.Init")
  RecordKeeper(Duration remembered, long quiet, boolean ends, List<String> outlets) {
    this.remembered = remembered;
    this.quiet = quiet;
    this.ends = ends;
    this.outlets = List.copyOf(outlets);
  }

  /**
   * How far the record of a story is.
   *
   * @param changes counts what happened to the story
   * @param compiled the number of changes when the record was last compiled
   * @param took milliseconds that this took
   */
  public record Ledger(long changes, long compiled, long took) {}

  @Override
  public void open(OpenContext context) {
    compiler = new RecordCompiler(Outlets.with(outlets));
    var ttl = TimeToLive.of(remembered);
    var articles = new MapStateDescriptor<>("members", Types.STRING, Types.of(Membership.class));
    articles.enableTimeToLive(ttl);
    members = getRuntimeContext().getMapState(articles);
    var counts = new ValueStateDescriptor<>("ledger", Types.of(Ledger.class));
    counts.enableTimeToLive(ttl);
    ledger = getRuntimeContext().getState(counts);
  }

  @Override
  public void processElement(Membership member, Context context, Collector<Outcome> out)
      throws Exception {
    if (member.content() == null) {
      members.remove(member.article());
    } else {
      members.put(member.article(), member);
    }
    Ledger before = ledger.value();
    var now =
        before == null
            ? new Ledger(1, 0, 0)
            : new Ledger(before.changes() + 1, before.compiled(), before.took());
    ledger.update(now);
    var timers = context.timerService();
    if (quiet >= 0 && now.changes() == now.compiled() + 1) {
      timers.registerProcessingTimeTimer(
          timers.currentProcessingTime() + Math.max(quiet, REST * now.took()));
    }
    if (ends) {
      timers.registerEventTimeTimer(Long.MAX_VALUE);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Outcome> out) throws Exception {
    Ledger now = ledger.value();
    if (now == null || now.compiled() == now.changes()) {
      return;
    }
    long start = System.nanoTime();
    Outcome outcome = compile(context.getCurrentKey(), now.changes());
    if (!outcome.gone() || now.compiled() > 0) {
      out.collect(outcome); // of a story that nobody was told of there is nothing to take back
    }
    long took = (System.nanoTime() - start) / 1_000_000;
    ledger.update(new Ledger(now.changes(), now.changes(), took));
  }

  private Outcome compile(String story, long version) throws Exception {
    var articles = new ArrayList<StoryArticle>();
    for (Membership member : members.values()) {
      Content content = Objects.requireNonNull(member.content());
      Steps.checkShape(content.shape(), Steps.ARTICLE_SHAPE);
      articles.add(
          new StoryArticle(
              Steps.ARTICLES.decode(content.packedArticle()),
              Steps.ANNOTATIONS.decode(content.packedAnnotations()),
              Objects.requireNonNullElse(member.why(), "")));
    }
    byte[] record =
        articles.isEmpty() ? new byte[0] : Steps.RECORDS.encode(compiler.compile(story, articles));
    return new Outcome(story, version, record);
  }
}

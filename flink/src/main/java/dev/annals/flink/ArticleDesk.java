package dev.annals.flink;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Holds the articles while placing decides, and brings them to their stories: placing sees features
 * alone, and the bulk of an article never passes through it. When an article moves, its old story
 * is told that it left. Keyed by article.
 */
final class ArticleDesk extends KeyedCoProcessFunction<String, Content, Assignment, Membership> {

  private static final long serialVersionUID = 1;

  static final OutputTag<StoreChange> CHANGES =
      new OutputTag<>("article-changes", Types.of(StoreChange.class));

  private final Duration remembered;
  private transient MapState<String, Content> undecided;
  private transient MapState<String, Assignment> decided;
  private transient ValueState<Content> current;
  private transient ValueState<Standing> standing;

  /**
   * A desk.
   *
   * @param remembered how long an article is remembered that neither comes again nor moves
   */
  @SuppressWarnings("NullAway.Init")
  ArticleDesk(Duration remembered) {
    this.remembered = remembered;
  }

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    var ttl = TimeToLive.of(remembered);
    var contents = new MapStateDescriptor<>("undecided", Types.STRING, Types.of(Content.class));
    contents.enableTimeToLive(ttl);
    undecided = runtime.getMapState(contents);
    var decisions = new MapStateDescriptor<>("decided", Types.STRING, Types.of(Assignment.class));
    decisions.enableTimeToLive(ttl);
    decided = runtime.getMapState(decisions);
    var newest = new ValueStateDescriptor<>("current", Types.of(Content.class));
    newest.enableTimeToLive(ttl);
    current = runtime.getState(newest);
    var place = new ValueStateDescriptor<>("standing", Types.of(Standing.class));
    place.enableTimeToLive(ttl);
    standing = runtime.getState(place);
  }

  @Override
  public void processElement1(Content content, Context context, Collector<Membership> out)
      throws Exception {
    Assignment decision = decided.get(content.ticket());
    if (decision == null) {
      undecided.put(content.ticket(), content);
    } else {
      decided.remove(content.ticket());
      take(content, decision, context, out);
    }
  }

  @Override
  public void processElement2(Assignment assignment, Context context, Collector<Membership> out)
      throws Exception {
    if (assignment.kind() == Assignment.Kind.PLACED) {
      place(
          Objects.requireNonNull(assignment.story()),
          Objects.requireNonNullElse(assignment.why(), ""),
          context,
          out);
      return;
    }
    String ticket = Objects.requireNonNull(assignment.ticket());
    Content content = undecided.get(ticket);
    if (content == null) {
      decided.put(ticket, assignment);
    } else {
      undecided.remove(ticket);
      take(content, assignment, context, out);
    }
  }

  private void take(
      Content content, Assignment decision, Context context, Collector<Membership> out)
      throws Exception {
    if (decision.kind() == Assignment.Kind.DROPPED) {
      return;
    }
    Content numbered = content.numbered(decision.version());
    context.output(CHANGES, StoreChange.of(numbered));
    Content before = current.value();
    if (before != null && before.version() > numbered.version()) {
      return; // two versions overtook each other
    }
    Content light = numbered.light();
    current.update(light);
    Standing place = standing.value();
    if (place != null) {
      out.collect(new Membership(place.story(), light.article(), place.why(), light));
    }
  }

  private void place(String story, String why, Context context, Collector<Membership> out)
      throws Exception {
    Standing before = standing.value();
    if (before != null && before.story().equals(story) && before.why().equals(why)) {
      return;
    }
    var now = new Standing(story, why, before == null ? 1 : before.version() + 1);
    standing.update(now);
    String article = context.getCurrentKey();
    context.output(CHANGES, StoreChange.of(article, now));
    Content content = current.value();
    if (content == null) {
      return;
    }
    if (before != null && !before.story().equals(story)) {
      out.collect(leaving(before.story(), article));
    }
    out.collect(new Membership(story, article, why, content));
  }

  private static Membership leaving(String story, String article) {
    @Nullable Content none = null;
    return new Membership(story, article, null, none);
  }
}

package dev.annals.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.capture.Rejection;
import dev.annals.capture.Source;
import dev.annals.store.Store;
import dev.annals.story.Stories;
import dev.annals.story.StorySettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each operator by itself. */
@SuppressWarnings("try") // closing a harness may be interrupted
class OperatorTest {

  private static final Duration LONG = Duration.ofDays(60);
  private static final int FEW = 5;

  @TempDir Path folder;

  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Content> contents = new ArrayList<>();

  private void prepare(int count) throws Exception {
    var lines = String.join("\n", MadeNews.reports(count, 3)).getBytes(StandardCharsets.UTF_8);
    var captures = new ArrayList<Capture>();
    CaptureReaders.standard()
        .read(
            new Source("week.jsonl", "week", new ByteArrayInputStream(lines)),
            captures::add,
            rejection -> {});
    try (var harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new DocumentPreparer()))) {
      harness.open();
      long time = 0;
      for (Capture capture : captures) {
        harness.processElement(Document.of(capture), time++);
      }
      contents.addAll(harness.extractOutputValues());
      harness
          .getSideOutput(DocumentPreparer.CANDIDATES)
          .forEach(record -> candidates.add(record.getValue()));
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Candidate, Assignment> placer()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new StoryPlacer(LONG, FEW)), candidate -> "all", Types.STRING);
  }

  @Test
  void rejectionsPassThrough() throws Exception {
    try (var harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new DocumentPreparer()))) {
      harness.open();
      harness.processElement(Document.of(new Rejection("a.html", "empty")), 1);
      assertThat(harness.getSideOutput(DocumentPreparer.REJECTIONS))
          .extracting(StreamRecord::getValue)
          .containsExactly(new Rejection("a.html", "empty"));
      assertThat(harness.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void placesInOrderOfTimeWhateverTheOrderOfArrival() throws Exception {
    prepare(80);
    var shuffled = new ArrayList<Integer>();
    for (int i = 0; i < candidates.size(); i++) {
      shuffled.add(i);
    }
    Collections.shuffle(shuffled, new Random(1));
    List<Assignment> inOrder;
    try (var harness = placer()) {
      harness.open();
      for (int i = 0; i < candidates.size(); i++) {
        harness.processElement(candidates.get(i), i);
        harness.processWatermark(i);
      }
      harness.processWatermark(Watermark.MAX_WATERMARK);
      inOrder = harness.extractOutputValues();
    }
    try (var harness = placer()) {
      harness.open();
      for (int i : shuffled) {
        harness.processElement(candidates.get(i), i);
      }
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertSame(harness.extractOutputValues(), inOrder);
    }
    assertThat(inOrder)
        .extracting(Assignment::kind)
        .contains(Assignment.Kind.KEPT, Assignment.Kind.PLACED, Assignment.Kind.DROPPED);
  }

  @Test
  void storiesSleepAndWakeAsThoseOfTheEngine() throws Exception {
    prepare(400);
    List<String> happened;
    var kept = new HashSet<String>();
    try (var harness = placer()) {
      harness.open();
      place(harness, 0, candidates.size());
      happened =
          harness.getSideOutput(StoryPlacer.HISTORY).stream()
              .map(record -> String.valueOf(record.getValue().happened()))
              .toList();
      harness.extractOutputValues().stream()
          .filter(assignment -> assignment.kind() == Assignment.Kind.KEPT)
          .forEach(assignment -> kept.add(assignment.ticket()));
    }
    var expected = new ArrayList<String>();
    try (var store = Store.open(folder.resolve("store").toString())) {
      long[] seq = {0};
      var archive = store.writer().archive(() -> seq[0]);
      var stories = new Stories(new StorySettings(FEW, 0), archive);
      for (Candidate candidate : candidates) {
        if (kept.contains(candidate.ticket())) {
          seq[0]++;
          for (var change : stories.add(Steps.FEATURES.decode(candidate.features()))) {
            expected.add(String.valueOf(StoreChange.of(change, change.number()).happened()));
            switch (change.kind()) {
              case OPENED, JOINED, MOVED -> {
                String article = String.valueOf(change.article());
                store.writer().place(article, change.story(), change.why());
              }
              case MERGED, SPLIT -> {
                var now = stories.story(change.story()).orElseThrow();
                now.articles().forEach(id -> store.writer().place(id, now.id(), ""));
              }
              default -> {
                // no article moves
              }
            }
          }
        }
      }
    }
    assertThat(happened).isEqualTo(expected);
    assertThat(happened).anyMatch(line -> line.contains("kind=woken"));
    assertThat(happened).anyMatch(line -> line.contains("kind=asleep"));
  }

  @Test
  void numbersOfLanguagesAreToldApart() {
    assertThat(StoryPlacer.number(7, AnnalsJob.ALL)).isEqualTo(7);
    assertThat(StoryPlacer.number(7, "de")).isNotEqualTo(StoryPlacer.number(7, "en"));
    assertThat(StoryPlacer.number(8, "de")).isGreaterThan(StoryPlacer.number(7, "en"));
  }

  @Test
  void goesOnAfterFailureAsIfNothingHadHappened() throws Exception {
    prepare(80);
    var uninterrupted = new ArrayList<Assignment>();
    try (var harness = placer()) {
      harness.open();
      place(harness, 0, candidates.size());
      uninterrupted.addAll(harness.extractOutputValues());
    }
    var pieces = new ArrayList<Assignment>();
    OperatorSubtaskState state = null;
    int from = 0;
    for (int to : List.of(1, 30, 31, 70, candidates.size())) {
      try (var harness = placer()) {
        if (state != null) {
          harness.initializeState(state);
        }
        harness.open();
        place(harness, from, to);
        pieces.addAll(harness.extractOutputValues());
        state = harness.snapshot(1, 1);
      }
      from = to;
    }
    assertSame(pieces, uninterrupted);
  }

  private static void assertSame(List<Assignment> some, List<Assignment> others) {
    for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
      assertThat(some.get(i)).as("assignment %s", i).isEqualTo(others.get(i));
    }
    assertThat(some).hasSameSizeAs(others);
  }

  private void place(
      KeyedOneInputStreamOperatorTestHarness<String, Candidate, Assignment> harness,
      int from,
      int to)
      throws Exception {
    for (int i = from; i < to; i++) {
      harness.processElement(candidates.get(i), i);
      harness.processWatermark(i);
    }
  }

  @Test
  void lateArticlesArePlacedAtOnce() throws Exception {
    prepare(4);
    try (var harness = placer()) {
      harness.open();
      harness.processWatermark(1000);
      harness.processElement(candidates.get(0), 5);
      assertThat(harness.extractOutputValues())
          .extracting(Assignment::kind)
          .containsExactly(Assignment.Kind.KEPT, Assignment.Kind.PLACED);
    }
  }

  @Test
  void articlesMeetTheirPlacesInAnyOrderAndLeaveOldStories() throws Exception {
    prepare(2);
    Content content = contents.get(0);
    Candidate candidate = candidates.get(0);
    try (var desk =
        new KeyedTwoInputStreamOperatorTestHarness<String, Content, Assignment, Membership>(
            new KeyedCoProcessOperator<>(new ArticleDesk(LONG)),
            Content::article,
            Assignment::article,
            Types.STRING)) {
      desk.open();
      desk.processElement2(new StreamRecord<>(Assignment.kept(candidate, 1)));
      desk.processElement2(new StreamRecord<>(Assignment.placed(content.article(), "a", "first")));
      assertThat(desk.extractOutputValues()).isEmpty();
      desk.processElement1(new StreamRecord<>(content));
      desk.processElement2(new StreamRecord<>(Assignment.placed(content.article(), "b", "moved")));
      assertThat(desk.extractOutputValues())
          .extracting(m -> m.story() + (m.content() == null ? " left" : " joined"))
          .containsExactly("a joined", "a left", "b joined");
      assertThat(desk.getSideOutput(ArticleDesk.CHANGES)).hasSize(3);
    }
  }

  @Test
  void recordIsCompiledOnceQuietAndTakenBackWhenAllHaveLeft() throws Exception {
    prepare(2);
    Content content = contents.get(0).numbered(1).light();
    String article = content.article();
    try (var keeper =
        new KeyedOneInputStreamOperatorTestHarness<String, Membership, Outcome>(
            new KeyedProcessOperator<>(new RecordKeeper(LONG, 1000, false, List.of())),
            Membership::story,
            Types.STRING)) {
      keeper.open();
      keeper.setProcessingTime(0);
      keeper.processElement(new Membership("s", article, "opened", content), 0);
      keeper.processElement(new Membership("s", article, "why else", content), 0);
      assertThat(keeper.extractOutputValues()).isEmpty();
      keeper.setProcessingTime(1000);
      assertThat(keeper.extractOutputValues()).hasSize(1);
      assertThat(keeper.extractOutputValues().get(0).gone()).isFalse();
      keeper.processElement(new Membership("s", article, null, null), 0);
      keeper.setProcessingTime(1_000_000);
      assertThat(keeper.extractOutputValues()).hasSize(2);
      Outcome last = keeper.extractOutputValues().get(1);
      assertThat(last.gone()).isTrue();
      assertThat(last.version()).isEqualTo(3);
    }
  }
}

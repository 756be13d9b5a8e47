package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.record.RecordChange;
import dev.annals.record.RecordChanges;
import dev.annals.store.HistoryEntry;
import dev.annals.store.StoreSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class EngineTest extends EngineCase {

  @Test
  void readsTheSameFilesOnlyOnce() throws IOException {
    try (var engine = open()) {
      assertThat(engine.read(news).added()).isEqualTo(2);
      var before = engine.stories();
      var again = engine.read(news);
      assertThat(again.added() + again.updated()).isZero();
      assertThat(again.unchanged()).isEqualTo(2);
      assertThat(again.stories()).isEmpty();
      assertThat(engine.stories()).isEqualTo(before);
    }
    try (var engine = open()) {
      assertThat(engine.read(news).unchanged()).isEqualTo(2);
    }
  }

  @Test
  void keepsBothVersionsOfAnArticleThatChanges() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      Files.writeString(news.resolve("a.jsonl"), first("It was closed on Sunday, not on Monday."));
      var summary = engine.read(news);
      assertThat(summary.updated()).isEqualTo(1);
      assertThat(summary.unchanged()).isEqualTo(1);
      var versions = engine.store().versions("a1");
      assertThat(versions).hasSize(2);
      assertThat(versions.get(0).newest()).isTrue();
      assertThat(versions.get(0).article().text()).contains("not on Monday");
      assertThat(versions.get(1).article().text()).contains("closed on Monday");
    }
  }

  @Test
  void goesOnAfterAKillAsIfNothingHadHappened() throws IOException {
    var more = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      more.append(
          BRIDGE.formatted("b" + i, "Paper " + i, 1 + i % 8, "Report " + i + " on ward " + i % 7));
    }
    Path second = Files.writeString(folder.resolve("second.jsonl"), more);
    try (var whole = open("whole")) {
      whole.read(news, second);
      try (var engine = open()) {
        // articles are durable, the clusterer's state is not: what a kill leaves behind
        engine.read(news, second);
        engine.store().writer().dropClusterer();
        engine.store().writer().commit();
      }
      try (var engine = open()) {
        engine.read(Files.writeString(folder.resolve("c.txt"), "Nothing to do with bridges."));
        whole.read(folder.resolve("c.txt"));
        assertThat(ids(engine)).isEqualTo(ids(whole));
      }
    }
  }

  private static List<String> ids(Engine engine) {
    return engine.stories().stream().map(s -> s.id() + " " + s.articles()).toList();
  }

  @Test
  void listsWhatCannotBeReadAndReadsTheRest() throws IOException {
    Files.write(news.resolve("junk.bin"), new byte[] {0, 1, 2, 3, 0, 0, 7});
    Files.writeString(news.resolve("empty.txt"), "");
    try (var engine = open()) {
      var summary = engine.read(news);
      assertThat(summary.added()).isEqualTo(2);
      assertThat(summary.rejected()).hasSize(2).allMatch(r -> !r.reason().isBlank());
      assertThat(engine.store().rejections()).hasSize(2);
    }
  }

  @Test
  void keepsFilesOfTheSameNameApart() throws IOException {
    for (String day : List.of("monday", "tuesday")) {
      Files.createDirectories(news.resolve(day));
      Files.writeString(news.resolve(day + "/index.txt"), "On " + day + " it rained in Tarn.");
    }
    try (var engine = open()) {
      assertThat(engine.read(news).added()).isEqualTo(4);
      assertThat(engine.store().versions("index")).hasSize(1);
      assertThat(engine.store().versions("tuesday/index")).hasSize(1);
      assertThat(engine.read(news).unchanged()).isEqualTo(4);
    }
  }

  @Test
  void readsStandardInput() throws IOException {
    try (var engine = open()) {
      InputStream in =
          new java.io.ByteArrayInputStream("It rained in Tarn.".getBytes(StandardCharsets.UTF_8));
      var summary = engine.read(List.of(Pipeline.STANDARD_INPUT), in, ReadListener.NOBODY);
      assertThat(summary.added()).isEqualTo(1);
    }
  }

  @Test
  void givesTheSameBytesForTheSameArticles() throws IOException {
    assertThat(exported("one")).isEqualTo(exported("two"));
  }

  private String exported(String store) throws IOException {
    try (var engine = open(store)) {
      engine.read(news);
      var out = new ByteArrayOutputStream();
      engine.export("json", out);
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void saysWhatIsNewSinceAMoment() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      String story = engine.stories().get(0).id();
      var changes = engine.changesSince(story, Instant.parse("2031-05-06T12:00:00Z")).changes();
      assertThat(changes)
          .extracting(RecordChange::section)
          .contains("articles")
          .doesNotContain("title");
      assertThat(changes)
          .filteredOn(c -> c.section().equals("articles"))
          .singleElement()
          .satisfies(c -> assertThat(c.text()).startsWith("a2"));
      assertThat(engine.changesSince(story, Instant.parse("2031-06-01T00:00:00Z")).changes())
          .isEmpty();
    }
  }

  @Test
  void compilingTheSameAnewChangesNothing() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      var changes = new ArrayList<RecordChanges>();
      engine.recompile(changes::add);
      assertThat(changes).isEmpty();
    }
  }

  @Test
  void findsWordsAfterEveryRead() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      assertThat(engine.search("cracks kind:article", 0, 10).total()).isEqualTo(2);
      engine.forget("a1");
      assertThat(engine.search("cracks kind:article", 0, 10).total()).isEqualTo(1);
    }
  }

  @Test
  void takesTurnsWithOtherWriters() throws Exception {
    int writers = 3;
    int each = 210; // more than a batch
    var tasks = new ArrayList<Callable<Integer>>();
    for (int writer = 0; writer < writers; writer++) {
      var lines = new StringBuilder();
      for (int i = 0; i < each; i++) {
        lines.append(
            report(
                "w" + writer + "-" + i,
                i % 50 < EVENTS.size() ? EVENTS.get(i % 50) : unlike(writer * each + i),
                i));
      }
      lines.append(first("All writers read this one.")); // twice the same document
      Path file = Files.writeString(folder.resolve(writer + ".jsonl"), lines);
      tasks.add(
          () -> {
            try (var engine = open()) {
              return engine.read(file).added();
            }
          });
    }
    var threads = Executors.newFixedThreadPool(writers);
    try {
      int added = 0;
      for (var done : threads.invokeAll(tasks)) {
        added += done.get();
      }
      assertThat(added).isEqualTo(writers * each + 2);
    } finally {
      threads.shutdownNow();
    }
    try (var engine = open();
        var alone = open("alone")) {
      assertThat(engine.store().articles()).isEqualTo(writers * each + 2);
      for (int writer = 0; writer < writers; writer++) {
        alone.read(folder.resolve(writer + ".jsonl"));
      }
      // what the others are told apart by changes with the order in which they come
      assertThat(large(engine)).hasSize(EVENTS.size()).isEqualTo(large(alone));
      engine.recompile(changes -> {});
      assertThat(large(engine)).isEqualTo(large(alone));
    }
  }

  private static final List<String> EVENTS =
      List.of(
          "Ferry runs aground|The ferry Halcyon ran aground off Merrow with 212 passengers, captain"
              + " Joss Tallis said",
          "Orchard blight spreads|A blight has destroyed 40 orchards around Quillon, agronomist Pia"
              + " Verne told growers",
          "Choir wins contest|The choir of Dunmarch won the singing contest in Ostrel, juror Emil"
              + " Radko announced",
          "Tunnel bids opened|Seven companies bid for the railway tunnel under Mount Sarn, minister"
              + " Ruta Halm revealed",
          "Telescope finds comet|Astronomers at Brackwater saw a comet of green light, observatory"
              + " head Lio Fenn explained");

  /** What is told by few, in words that hardly another uses. */
  private static String unlike(int number) {
    return "Notes from ward " + number + "|" + Integer.toString(1_000_000 + number * 7919, 26);
  }

  private static String report(String id, String event, int number) {
    String[] parts = event.split("\\|");
    return "{\"id\":\"%s\",\"source\":\"Paper\",\"title\":\"%s\",\"published\":\"2031-05-0%d\",\"text\":\"%s. It was report %d.\"}\n"
        .formatted(id, parts[0], 1 + number % 2, parts[1], number);
  }

  /** The stories of the events that every writer tells of; no article stands in two stories. */
  private static Set<Set<String>> large(Engine engine) {
    var stories = new HashSet<Set<String>>();
    var all = new HashSet<String>();
    for (var story : engine.stories()) {
      var articles = new TreeSet<String>();
      engine.record(story.id()).articles().forEach(article -> articles.add(article.id()));
      assertThat(articles).allMatch(all::add);
      articles.removeIf(id -> !id.matches("w[0-9]-(5|10|15|20|25)?0?[0-4]"));
      if (articles.size() > 3) {
        stories.add(articles);
      }
    }
    assertThat(all).hasSize((int) engine.store().articles());
    return stories;
  }

  @Test
  void goesOnFromWhatAnotherProcessHasPlaced() throws IOException {
    try (var one = open();
        var other = open()) {
      for (int i = 0; i < 6; i++) {
        Path file = folder.resolve("report" + i + ".jsonl");
        Files.writeString(file, report("r" + i, EVENTS.get(0), i));
        (i % 2 == 0 ? one : other).read(file);
      }
      assertThat(one.stories()).hasSize(1);
      assertThat(one.stories().get(0).articles()).isEqualTo(6);
      one.forget("r4");
      other.forget("r5");
      assertThat(one.stories().get(0).articles()).isEqualTo(4);
      assertThat(one.store().history(one.stories().get(0).id()))
          .filteredOn(entry -> entry.kind().equals("removed"))
          .hasSize(2);
    }
  }

  @Test
  void idsOfMergedStoriesLeadOn() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      String story = engine.stories().get(0).id();
      var writer = engine.store().writer();
      engine.note(
          () -> {
            writer.note(new HistoryEntry(9001, "merged", "former", null, "older", "one event"));
            writer.note(new HistoryEntry(9002, "merged", story, null, "former", "one event"));
            writer.note(new HistoryEntry(9003, "merged", "round", null, "round", "no event"));
          });
      assertThat(engine.record("older").id()).isEqualTo(story);
      assertThat(engine.record("former").id()).isEqualTo(story);
      assertThatThrownBy(() -> engine.record("round")).hasMessageContaining("no such story");
      assertThatThrownBy(() -> engine.record("gone")).hasMessageContaining("no such story");
    }
  }

  @Test
  void readsWhatAJobWritesAndLeavesItToTheJob() throws IOException {
    try (var sink = StoreSink.open(location("job"), "flink");
        var engine = open("job")) {
      assertThatThrownBy(() -> engine.read(news)).hasMessageContaining("flink");
      assertThatThrownBy(engine::recompile).hasMessageContaining("flink");
      assertThat(engine.stories()).isEmpty();
      assertThat(sink.waiting()).isZero();
    }
  }

  @Test
  void findsWhatAnotherProcessHasRead() throws IOException {
    try (var desk = open();
        var reader = open()) {
      assertThat(desk.search("cracks", 0, 10).total()).isZero();
      long before = desk.store().generation();
      reader.read(news);
      assertThat(desk.store().generation()).isGreaterThan(before);
      assertThat(desk.stories()).hasSize(1);
      assertThat(desk.search("cracks kind:article", 0, 10).total()).isEqualTo(2);
      reader.forget("a1");
      assertThat(desk.search("cracks kind:article", 0, 10).total()).isEqualTo(1);
      desk.read(news);
      assertThat(reader.search("cracks kind:article", 0, 10).total()).isEqualTo(2);
    }
  }

  @Test
  void saysWhyAStoreCannotBeOpened() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertThatThrownBy(() -> Engine.open(file)).hasMessageContaining("no store of Annals");
    assertThatThrownBy(() -> Engine.open(file.resolve("store")))
        .hasMessageContaining("cannot be made");
    assertThatThrownBy(() -> Engine.open("jdbc:h2:mem:x", Settings.defaults()))
        .hasMessageContaining("jdbc:postgresql");
    Path damaged = folder.resolve("damaged");
    Files.createDirectories(damaged);
    Files.writeString(
        damaged.resolve("annals.db"), "no database at all, only some words. ".repeat(99));
    assertThatThrownBy(() -> Engine.open(damaged)).hasMessageContaining("damaged");
  }
}

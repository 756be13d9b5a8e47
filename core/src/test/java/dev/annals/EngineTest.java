package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.record.Correction;
import dev.annals.record.RecordChange;
import dev.annals.record.RecordChanges;
import dev.annals.store.StoreSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

  private static final String BRIDGE =
      "{\"id\":\"%s\",\"source\":\"%s\",\"title\":\"Old bridge of Tarn closes\","
          + "\"published\":\"2031-05-0%dT08:00:00Z\",\"text\":\"%s\"}\n";

  @TempDir Path folder;
  private Path news;

  @BeforeEach
  void write() throws IOException {
    news = folder.resolve("news");
    Files.createDirectories(news);
    Files.writeString(news.resolve("a.jsonl"), first("The bridge was closed on Monday."));
  }

  private static String first(String text) {
    return BRIDGE.formatted(
            "a1",
            "Tarn Echo",
            6,
            "Engineers found cracks in the old bridge of Tarn. Mayor Ada Okoro said: 'It stays shut.' "
                + text)
        + BRIDGE.formatted(
            "a2",
            "River Post",
            7,
            "The old bridge of Tarn stays closed after engineers found cracks, mayor Ada Okoro said.");
  }

  private Engine open() throws IOException {
    return open("store");
  }

  private Engine open(String name) throws IOException {
    return Engine.open(location(name), Settings.defaults());
  }

  /** Where a store of this name lies. */
  String location(String name) {
    return folder.resolve(name).toString();
  }

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
  void forgetsAnArticleForGood() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      engine.forget("a1");
      assertThat(engine.store().versions("a1")).isEmpty();
      assertThat(engine.stories()).allMatch(s -> s.articles() == 1).hasSize(1);
      assertThatThrownBy(() -> engine.forget("a1")).hasMessageContaining("a1");
    }
  }

  @Test
  void takesAnArticleOutOfItsStoryAndPutsItBack() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      assertThat(engine.stories()).hasSize(1);
      String story = engine.stories().get(0).id();
      engine.correct(correction(Correction.Kind.SPLIT, story, "a2"));
      assertThat(engine.stories()).hasSize(2);
      String split = engine.store().storyOf("a2");
      engine.recompile(changes -> {});
      assertThat(engine.stories()).hasSize(2);
      assertThat(engine.record(story).corrections()).hasSize(1);
      engine.correct(correction(Correction.Kind.MERGE, split, story));
      assertThat(engine.stories()).hasSize(1);
    }
  }

  @Test
  void keepsAndMarksWhatAnOutletHasRetracted() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      Files.writeString(
          news.resolve("b.jsonl"),
          BRIDGE.formatted(
              "a2", "River Post", 8, "This article has been retracted. River Post apologises."));
      engine.read(news);
      var record = engine.record(engine.store().storyOf("a2"));
      assertThat(record.retracted()).containsExactly("a2");
      assertThat(record.articles())
          .filteredOn(m -> m.id().equals("a1"))
          .allMatch(m -> m.notice() == null);
      var json = new java.io.ByteArrayOutputStream();
      engine.export("json", record.id(), json);
      assertThat(json.toString(StandardCharsets.UTF_8))
          .contains("\"notice\" : \"retracted\"")
          .contains("stays closed after engineers found cracks");
    }
  }

  @Test
  void takesAPersonOutOfEverythingKeptAndReadLater() throws IOException {
    try (var engine = open()) {
      engine.read(news);
      engine.forgetPerson("Ada Okoro");
      assertThat(whole(engine)).doesNotContain("Okoro").doesNotContain("Ada");
      Files.writeString(
          news.resolve("c.jsonl"),
          BRIDGE.formatted(
              "a3", "Lamp Post", 8, "Mayor Ada Okoro visited the old bridge. Okoro left at noon."));
      engine.read(news);
      assertThat(whole(engine)).contains("visited the old bridge").doesNotContain("Okoro");
      assertThatThrownBy(() -> engine.forgetPerson("Okoro")).hasMessageContaining("whole name");
    }
  }

  @Test
  void takesAPersonOutOfIdsAddressesAndStoriesToo() throws Exception {
    String line =
        "{\"id\":\"%s\",\"url\":\"https://tarn.example/2031/%s\",\"source\":\"%s\","
            + "\"title\":\"Ada Okoro leaves the council of Tarn\","
            + "\"published\":\"2031-05-0%dT08:00:00Z\",\"text\":\"%s\"}\n";
    Path file = news.resolve("ada-okoro.jsonl");
    Files.writeString(
        file,
        line.formatted(
                "ada-okoro-leaves",
                "ada-okoro-leaves",
                "Tarn Echo",
                6,
                "Ada Okoro left the council of Tarn on Monday after nine years. 'It is time,' Okoro said.")
            + line.formatted(
                "tarn-ada-okoro",
                "tarn-ada-okoro",
                "River Post",
                6,
                "After nine years Ada Okoro left the council of Tarn on Monday, the clerk said."));
    String location = location("store");
    try (var engine = Engine.open(location, Settings.defaults())) {
      engine.read(file);
      String story = engine.store().storyOf("ada-okoro-leaves");
      assertThat(story).contains("okoro");
      engine.correct(
          new Correction(
              "2031-05-07T00:00:00Z",
              "editor",
              Correction.Kind.DROP,
              story,
              engine.record(story).timeline().get(0).text(),
              null,
              "Okoro asked"));
      engine.search("council", 0, 5);
      engine.forgetPerson("Ada Okoro");
      var kept = engine.stories();
      assertThat(kept).hasSize(1);
      var record = engine.record(kept.get(0).id());
      assertThat(record.articles()).hasSize(2);
      assertThat(record.articles()).allMatch(m -> "https://tarn.example/".equals(m.url()));
      assertThat(record.corrections()).hasSize(1);
      assertThat(engine.search("council", 0, 5).total()).isPositive();
      assertThat(engine.search("Okoro", 0, 5).total()).isZero();
      // what was read is known again, and a new version belongs to the article it is of
      assertThat(engine.read(file).unchanged()).isEqualTo(2);
      Files.writeString(
          file,
          line.formatted(
              "ada-okoro-leaves",
              "ada-okoro-leaves",
              "Tarn Echo",
              6,
              "Ada Okoro left the council of Tarn on Monday after nine years and a day."));
      assertThat(engine.read(file).updated()).isEqualTo(1);
      assertThat(engine.stories()).hasSize(1);
    }
    assertThat(texts(location)).isNotEmpty().noneMatch(t -> t.matches("(?is).*okoro.*"));
  }

  /** Every text of every table. */
  private static List<String> texts(String location) throws SQLException {
    String url = location.startsWith("jdbc:") ? location : "jdbc:sqlite:" + location + "/annals.db";
    var texts = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(url);
        var tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      var names = new ArrayList<String>();
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
      for (String name : names) {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("select * from " + name)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              if (rows.getObject(i) instanceof String text) {
                texts.add(name + ": " + text);
              }
            }
          }
        }
      }
    }
    return texts;
  }

  private static String whole(Engine engine) throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    engine.export("json", out);
    for (String article : List.of("a1", "a2", "a3")) {
      for (var version : engine.store().versions(article)) {
        out.writeBytes(version.article().text().getBytes(StandardCharsets.UTF_8));
      }
      for (var kept : engine.store().capturesOf(article)) {
        out.writeBytes(kept.capture().content());
      }
    }
    return out.toString(StandardCharsets.UTF_8);
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

  private static Correction correction(Correction.Kind kind, String story, String target) {
    return new Correction("2031-05-08T09:00:00Z", "Jo Dunn", kind, story, target, null, null);
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

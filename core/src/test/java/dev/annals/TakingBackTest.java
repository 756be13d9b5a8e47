package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.record.Correction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Corrections, retractions, and what must be forgotten. */
class TakingBackTest extends EngineCase {

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
      assertThat(engine.record(story).id()).isEqualTo(split);
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

  private static Correction correction(Correction.Kind kind, String story, String target) {
    return new Correction("2031-05-08T09:00:00Z", "Jo Dunn", kind, story, target, null, null);
  }
}

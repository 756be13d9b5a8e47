package dev.annals.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.article.Outlets;
import dev.annals.export.RecordJson;
import dev.annals.store.StorySummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job and the engine on one machine give the same records. */
class SameAsEngineTest {

  @TempDir Path folder;
  private Path news = Path.of("");

  @BeforeEach
  void writeNews() throws IOException {
    news = Files.createDirectories(folder.resolve("news"));
    var lines = MadeNews.reports(200, 7);
    for (int i = 0; i < 4; i++) {
      Files.write(
          news.resolve("week-" + i + ".jsonl"),
          lines.subList(lines.size() * i / 4, lines.size() * (i + 1) / 4));
    }
    Files.writeString(news.resolve("damaged.warc"), "WARC/1.0\r\nbroken");
    for (String day : List.of("monday", "tuesday")) {
      var page = Files.createDirectories(news.resolve(day)).resolve("index.html");
      Files.writeString(
          page,
          "<html><head><title>Lighthouse sold</title></head><body><article><p>The lighthouse of"
              + " Pellow was sold on "
              + day
              + " to a baker, the harbour office said.</p><p>It had stood empty for nine years."
              + "</p></article></body></html>");
    }
  }

  @Test
  void sameRecordsInTheOrderOfReading() throws Exception {
    var out = folder.resolve("records");
    run(4, news.toString(), "--records", out.toString());

    assertThat(records(out)).isEqualTo(engineRecords());
  }

  @Test
  void sameRecordsWithOutletsOfTheUsersOwn() throws Exception {
    news = Files.write(folder.resolve("some.jsonl"), MadeNews.reports(60, 5));
    Path outlets =
        Files.writeString(
            folder.resolve("outlets.txt"), "Norland Gazette | Harbour Post, Selden Courier\n");
    var out = folder.resolve("records");
    run(2, news.toString(), "--outlets", outlets.toString(), "--records", out.toString());

    var own = Settings.defaults().withOutlets(Outlets.with(outlets));
    assertThat(records(out)).isEqualTo(engineRecords(own)).isNotEqualTo(engineRecords());
  }

  @Test
  void sameRecordsInTheOrderOfTimeFromManyReaders() throws Exception {
    record Line(String published, String id, String origin, String text) {}
    var lines = new ArrayList<Line>();
    var files = Files.createDirectories(folder.resolve("files"));
    var reports = MadeNews.reports(120, 9);
    for (int i = 0; i < 5; i++) {
      Path file = files.resolve("part-" + i + ".jsonl");
      var some = reports.subList(reports.size() * i / 5, reports.size() * (i + 1) / 5);
      Files.write(file, some);
      for (int n = 0; n < some.size(); n++) {
        String text = some.get(n);
        lines.add(
            new Line(field(text, "published"), field(text, "id"), file + ":" + (n + 1), text));
      }
    }
    lines.sort(
        Comparator.comparing(Line::published).thenComparing(Line::id).thenComparing(Line::origin));
    news = folder.resolve("in-order.jsonl");
    Files.write(news, lines.stream().map(Line::text).toList());

    var out = folder.resolve("records");
    run(3, files.toString(), "--order", "time", "--lateness", "10d", "--records", out.toString());

    assertThat(records(out)).isEqualTo(engineRecords());
  }

  @Test
  void eachLanguageByItselfGivesTheStoriesOfAnEngineForIt() throws Exception {
    var english = MadeNews.reports(120, 13);
    var german = MadeNews.german(80, 17);
    var lines = new ArrayList<String>();
    for (int i = 0; i < Math.max(english.size(), german.size()); i++) {
      lines.addAll(english.subList(Math.min(i, english.size()), Math.min(i + 1, english.size())));
      lines.addAll(german.subList(Math.min(i, german.size()), Math.min(i + 1, german.size())));
    }
    Path both = Files.write(folder.resolve("both.jsonl"), lines);

    var out = folder.resolve("records");
    run(4, both.toString(), "--by-language", "--records", out.toString());

    var expected = new TreeMap<String, String>();
    for (var language : Map.of("en", english, "de", german).entrySet()) {
      news = Files.write(folder.resolve(language.getKey() + ".jsonl"), language.getValue());
      expected.putAll(engineRecords());
    }
    assertThat(records(out)).isEqualTo(expected);

    // one engine for both weighs words a little differently, and puts no two languages together
    news = both;
    var mixed = pairs(engineRecords());
    var apart = pairs(expected);
    assertThat(mixed).noneMatch(pair -> pair.contains("r") && pair.contains("g"));
    var shared = new TreeSet<>(mixed);
    shared.retainAll(apart);
    assertThat(2.0 * shared.size() / (mixed.size() + apart.size())).isGreaterThan(0.9);
  }

  /** The pairs of articles that stand in one story. */
  private static TreeSet<String> pairs(Map<String, String> records) {
    var pairs = new TreeSet<String>();
    for (String record : records.values()) {
      var articles =
          Pattern.compile("\"([rg][0-9]+)\"")
              .matcher(record)
              .results()
              .map(found -> found.group(1))
              .distinct()
              .sorted()
              .toList();
      for (String one : articles) {
        articles.stream()
            .filter(other -> one.compareTo(other) < 0)
            .forEach(o -> pairs.add(one + o));
      }
    }
    return pairs;
  }

  private static String field(String line, String name) {
    int at = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return line.substring(at, line.indexOf('"', at));
  }

  static void run(int parallelism, String... arguments) throws Exception {
    var configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
    var environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    environment.enableCheckpointing(500);
    AnnalsJob.build(environment, JobSettings.parse(arguments));
    environment.execute("annals");
  }

  private Map<String, String> engineRecords() throws IOException {
    return engineRecords(Settings.defaults());
  }

  private Map<String, String> engineRecords(Settings settings) throws IOException {
    var records = new TreeMap<String, String>();
    var store = Files.createTempDirectory(folder, "store").toString();
    try (var engine = Engine.open(store, settings)) {
      engine.read(news);
      for (StorySummary story : engine.stories()) {
        var line = new ByteArrayOutputStream();
        RecordJson.write(engine.record(story.id()), line);
        records.put(story.id(), line.toString(StandardCharsets.UTF_8).strip());
      }
    }
    return records;
  }

  /** The last line of each story. */
  static Map<String, String> records(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    var records = new TreeMap<String, String>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        String id = line.substring(7, line.indexOf('"', 7));
        if (line.endsWith("\"gone\":true}")) {
          records.remove(id);
        } else {
          records.put(id, line);
        }
      }
    }
    return records;
  }
}

package dev.annals.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.annals.store.RecordCodec;
import dev.annals.store.Store;
import dev.annals.store.StorySummary;
import dev.annals.story.StoryArchive;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Savepoints that earlier versions of the job wrote are taken up by this one. Each was written in
 * the middle of the same reports, with most stories asleep and nothing in the store yet. When the
 * state of the job changes on purpose, write one more: {@code -Dsavepoint.write=NUMBER} with the
 * code before the change, and add its number below.
 */
@SuppressWarnings("try") // closing a cluster may be interrupted
class SavepointTest {

  private static final Path FIXTURES = Path.of("src/test/resources/dev/annals/flink");
  private static final String NEWS = "fixture:/savepoint-news.jsonl";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1})
  void goesOnFromTheSavepointOfAnEarlierVersion(int number) throws Exception {
    Path savepoint = folder.resolve("savepoint");
    String shapes = unpack(FIXTURES.resolve("savepoint-" + number + ".zip"), savepoint);
    String store = folder.resolve("store").toString();
    if (shapes.equals(shapes())) {
      run(savepoint, store);
      String whole = folder.resolve("whole").toString();
      run(null, whole);
      assertThat(stories(store)).isEqualTo(stories(whole)).isNotEmpty();
    } else {
      // articles or features have other parts now: never misread, always said
      assertThatThrownBy(() -> run(savepoint, store))
          .hasStackTraceContaining("read its captures again");
    }
  }

  @Test
  void writesOne() throws Exception {
    String number = System.getProperty("savepoint.write");
    assumeThat(number).as("-Dsavepoint.write=NUMBER").isNotNull();
    try (var cluster = new MiniCluster(taskManager())) {
      cluster.start();
      var job = submit(cluster, null, folder.resolve("store").toString(), "--rate", "2");
      Thread.sleep(20_000); // about half of the reports, the start included
      var target = folder.resolve("written").toUri().toString();
      var written = job.stopWithSavepoint(false, target, SavepointFormatType.CANONICAL).get();
      Path zip = FIXTURES.resolve("savepoint-" + number + ".zip");
      pack(Path.of(URI.create(written)), zip);
      assertThat(zip).exists();
    }
  }

  private void run(@Nullable Path savepoint, String store) throws Exception {
    try (var cluster = new MiniCluster(taskManager())) {
      cluster.start();
      submit(cluster, savepoint, store).getJobExecutionResult().get();
    }
  }

  private static JobClient submit(
      MiniCluster cluster, @Nullable Path savepoint, String store, String... more)
      throws Exception {
    var environment = new TestStreamEnvironment(cluster, 2);
    var settings = settings();
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    environment.configure(settings);
    environment.enableCheckpointing(Duration.ofHours(1).toMillis());
    var arguments = new ArrayList<>(List.of(NEWS, "--store", store, "--active-stories", "3"));
    arguments.addAll(List.of(more));
    AnnalsJob.build(environment, JobSettings.parse(arguments.toArray(new String[0])));
    return environment.executeAsync("annals");
  }

  private static Configuration settings() {
    var settings = new Configuration();
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(96));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    return settings;
  }

  private static MiniClusterConfiguration taskManager() {
    return new MiniClusterConfiguration.Builder()
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(2)
        .setConfiguration(settings())
        .build();
  }

  /** Articles of each story, as the store has them. */
  private static TreeMap<String, TreeSet<String>> stories(String location) throws IOException {
    var stories = new TreeMap<String, TreeSet<String>>();
    try (var store = Store.open(location)) {
      for (StorySummary story : store.stories()) {
        var articles = new TreeSet<String>();
        store.record(story.id()).articles().forEach(article -> articles.add(article.id()));
        stories.put(story.id(), articles);
      }
    }
    return stories;
  }

  /** How everything is packed that the state holds. */
  private static String shapes() {
    return String.join(
        " ",
        Steps.ARTICLE_SHAPE,
        Steps.FEATURES.shape(),
        Steps.RECORDS.shape(),
        RecordCodec.of(StoryArchive.Sleeper.class).shape());
  }

  private static void pack(Path from, Path zip) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(zip));
        var files = Files.list(from)) {
      out.putNextEntry(new ZipEntry("shapes"));
      out.write(shapes().getBytes(StandardCharsets.UTF_8));
      for (Path file : files.sorted().toList()) {
        out.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, out);
      }
    }
  }

  private static String unpack(Path zip, Path to) throws IOException {
    Files.createDirectories(to);
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.copy(in, to.resolve(entry.getName()));
      }
    }
    String shapes = Files.readString(to.resolve("shapes"));
    Files.delete(to.resolve("shapes"));
    return shapes;
  }
}

package dev.annals.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.record.StoryRecord;
import dev.annals.store.ArticleVersion;
import dev.annals.store.Store;
import dev.annals.store.StorySummary;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a real cluster in this process, with a real PostgreSQL server. */
@SuppressWarnings("try") // closing a cluster may be interrupted
class ClusterTest {

  private static final int REPORTS = 400;

  @TempDir Path folder;

  @Test
  void losesAndDoublesNothingWhenMachinesDie() throws Exception {
    Path news = folder.resolve("week.jsonl");
    var lines = new ArrayList<>(MadeNews.reports(REPORTS, 11));
    lines.add(7, "{\"id\":");
    lines.add(70, "{\"id\":\"empty\"}");
    Files.write(news, lines);
    try (var server = EmbeddedPostgres.builder().start()) {
      String store = server.getJdbcUrl("postgres", "postgres");
      try (var cluster = new MiniCluster(twoTaskManagers())) {
        cluster.start();
        submit(cluster, null, news.toString(), "--store", store, "--quiet", "1s", "--rate", "20");
        waitForArticles(store, 20);
        cluster.terminateTaskManager(0).get();
        cluster.startTaskManager();
        long then = articles(store);
        assertThat(then).isLessThan(REPORTS / 2);
        waitForArticles(store, then + 20);
        assertThat(articles(store)).isLessThan(REPORTS * 4 / 5);
      }
      // nothing is left but the store and the checkpoints
      try (var cluster = new MiniCluster(twoTaskManagers())) {
        cluster.start();
        submit(cluster, latestCheckpoint(), news.toString(), "--store", store, "--quiet", "1s")
            .getJobExecutionResult()
            .get();
      }
      assertSame(store, readByEngine(news));
    }
  }

  /** Records, versions, what happened to stories and what could not be read. */
  private static void assertSame(String ofJob, String ofEngine) throws IOException {
    assertThat(records(ofJob)).isEqualTo(records(ofEngine));
    try (var job = Store.open(ofJob);
        var engine = Store.open(ofEngine)) {
      assertThat(job.rejections()).isEqualTo(engine.rejections()).hasSize(2);
      for (StorySummary story : engine.stories()) {
        assertThat(job.history(story.id())).isEqualTo(engine.history(story.id())).isNotEmpty();
      }
      int several = 0;
      assertThat(job.articleIds()).hasSameElementsAs(engine.articleIds());
      for (String article : engine.articleIds()) {
        var versions = texts(engine.versions(article));
        assertThat(texts(job.versions(article))).isEqualTo(versions);
        several += versions.size() > 1 ? 1 : 0;
      }
      assertThat(several).isPositive();
    }
  }

  private static List<String> texts(List<ArticleVersion> versions) {
    return versions.stream().map(v -> v.version() + " " + v.article().text()).toList();
  }

  private JobClient submit(MiniCluster cluster, @Nullable String checkpoint, String... arguments)
      throws Exception {
    var environment = new TestStreamEnvironment(cluster, 4);
    var settings = settings();
    if (checkpoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint);
    }
    environment.configure(settings);
    environment.enableCheckpointing(200);
    AnnalsJob.build(environment, JobSettings.parse(arguments));
    return environment.executeAsync("annals");
  }

  private static void waitForArticles(String location, long number) throws Exception {
    try (var store = Store.open(location)) {
      while (store.articles() < number) {
        Thread.sleep(100);
      }
    }
  }

  private static long articles(String location) throws IOException {
    try (var store = Store.open(location)) {
      return store.articles();
    }
  }

  private String latestCheckpoint() throws IOException {
    try (var walk = Files.walk(folder.resolve("kept"))) {
      return walk.filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparing(file -> file.toFile().lastModified()))
          .orElseThrow()
          .getParent()
          .toUri()
          .toString();
    }
  }

  private Configuration settings() {
    var settings = new Configuration();
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("kept").toUri() + "");
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(5));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(96));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    return settings;
  }

  private MiniClusterConfiguration twoTaskManagers() {
    return new MiniClusterConfiguration.Builder()
        .setNumTaskManagers(2)
        .setNumSlotsPerTaskManager(2)
        .setConfiguration(settings())
        .build();
  }

  private static Map<String, StoryRecord> records(String location) throws IOException {
    var records = new TreeMap<String, StoryRecord>();
    try (var store = Store.open(location)) {
      for (StorySummary story : store.stories()) {
        records.put(story.id(), store.record(story.id()));
      }
    }
    return records;
  }

  private String readByEngine(Path news) throws IOException {
    String location = folder.resolve("store").toString();
    try (var engine = Engine.open(location, Settings.defaults())) {
      engine.read(news);
    }
    return location;
  }
}

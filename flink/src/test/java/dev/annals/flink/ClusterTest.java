package dev.annals.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.record.StoryRecord;
import dev.annals.store.Store;
import dev.annals.store.StorySummary;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a real cluster in this process, with a real PostgreSQL server. */
@SuppressWarnings("try") // closing a cluster may be interrupted
class ClusterTest {

  private static final int REPORTS = 400;

  @TempDir Path folder;

  @Test
  void losesAndDoublesNothingWhenTaskManagersDie() throws Exception {
    Path news = folder.resolve("week.jsonl");
    Files.write(news, MadeNews.reports(REPORTS, 11));
    try (var server = EmbeddedPostgres.builder().start();
        var cluster = new MiniCluster(twoTaskManagers())) {
      String store = server.getJdbcUrl("postgres", "postgres");
      cluster.start();
      var environment = new TestStreamEnvironment(cluster, 4);
      environment.enableCheckpointing(200);
      AnnalsJob.build(
          environment,
          JobSettings.parse(news.toString(), "--store", store, "--quiet", "1s", "--rate", "100"));
      var job = environment.executeAsync("annals");

      long before = waitForArticles(store);
      cluster.terminateTaskManager(0).get();
      cluster.startTaskManager();
      job.getJobExecutionResult().get();

      assertThat(before).isLessThan(REPORTS / 2);
      assertThat(records(store)).isEqualTo(engineRecords(news));
    }
  }

  /** Waits until the job is in the middle of its work. */
  private static long waitForArticles(String location) throws Exception {
    try (var store = Store.open(location)) {
      while (store.articles() < 20) {
        Thread.sleep(50);
      }
      return store.articles();
    }
  }

  private MiniClusterConfiguration twoTaskManagers() {
    var settings = new Configuration();
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("kept").toUri() + "");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(5));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(96));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    return new MiniClusterConfiguration.Builder()
        .setNumTaskManagers(2)
        .setNumSlotsPerTaskManager(2)
        .setConfiguration(settings)
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

  private Map<String, StoryRecord> engineRecords(Path news) throws IOException {
    String location = folder.resolve("store").toString();
    try (var engine = Engine.open(location, Settings.defaults())) {
      engine.read(news);
    }
    return records(location);
  }
}

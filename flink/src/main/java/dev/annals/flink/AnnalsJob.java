package dev.annals.flink;

import dev.annals.capture.Rejection;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The job. The same for a folder that is read to its end and for a topic that is read for ever.
 *
 * <pre>
 * documents ─► prepare ──────────────► articles ─► records ─► files, Kafka
 *                 └─► place, in order ────┘   └──────┴──────► store
 * </pre>
 */
public final class AnnalsJob {

  /** The one key of placing, unless languages are placed apart. */
  static final String ALL = "all";

  private AnnalsJob() {}

  /** Runs the job; see docs/scale.md for the options. */
  public static void main(String[] arguments) throws Exception {
    var settings = JobSettings.parse(arguments);
    var environment = StreamExecutionEnvironment.getExecutionEnvironment();
    build(environment, settings);
    environment.execute("annals");
  }

  /** Adds the steps of the job to an environment. */
  static void build(StreamExecutionEnvironment environment, JobSettings settings) {
    // a type that Flink would hand to Kryo is a slip: it shows at the start and not at scale
    var strict = new Configuration();
    strict.set(PipelineOptions.GENERIC_TYPES, false);
    environment.configure(strict);

    SingleOutputStreamOperator<Document> documents = documents(environment, settings);
    SingleOutputStreamOperator<Content> prepared =
        documents
            .rebalance()
            .process(new DocumentPreparer(), Types.of(Content.class))
            .name("prepare")
            .uid("prepare");

    boolean byLanguage = settings.byLanguage();
    KeySelector<Candidate, String> desk =
        byLanguage ? candidate -> language(candidate.language()) : candidate -> ALL;
    SingleOutputStreamOperator<Assignment> assignments =
        prepared
            .getSideOutput(DocumentPreparer.CANDIDATES)
            .keyBy(desk, Types.STRING)
            .process(
                new StoryPlacer(settings.remembered(), settings.activeStories()),
                Types.of(Assignment.class))
            .name("place")
            .uid("place");
    if (!byLanguage) {
      assignments.setParallelism(1).setMaxParallelism(1);
    }

    SingleOutputStreamOperator<Membership> memberships =
        prepared
            .keyBy(Content::article, Types.STRING)
            .connect(assignments.keyBy(Assignment::article, Types.STRING))
            .process(new ArticleDesk(settings.remembered()), Types.of(Membership.class))
            .name("articles")
            .uid("articles");

    // twice as long as the sleeping stories: no article comes to a story that is forgotten
    var keeper =
        new RecordKeeper(
            settings.remembered().multipliedBy(2),
            settings.quiet().toMillis(),
            settings.ends(),
            settings.outletLines());
    SingleOutputStreamOperator<Outcome> outcomes =
        memberships
            .keyBy(Membership::story, Types.STRING)
            .process(keeper, Types.of(Outcome.class))
            .name("records")
            .uid("records");

    if (settings.records() != null) {
      files(outcomes, settings.records());
    }
    if (settings.recordTopic() != null) {
      String servers = Objects.requireNonNull(settings.kafka());
      topic(outcomes, servers, settings.recordTopic(), settings.transactions());
    }
    if (settings.store() != null) {
      store(
          memberships.getSideOutput(ArticleDesk.CHANGES),
          outcomes,
          assignments.getSideOutput(StoryPlacer.HISTORY),
          prepared.getSideOutput(DocumentPreparer.REJECTIONS),
          settings.store());
    }
    if (settings.rejected() != null) {
      rejected(prepared.getSideOutput(DocumentPreparer.REJECTIONS), settings.rejected());
    }
  }

  private static SingleOutputStreamOperator<Document> documents(
      StreamExecutionEnvironment environment, JobSettings settings) {
    var watermarks = Watermarks.of(settings);
    if (settings.topic() == null) {
      var files =
          environment
              .fromSource(
                  new CaptureSource(settings.paths(), settings.order(), settings.rate()),
                  watermarks,
                  "read",
                  Types.of(Document.class))
              .uid("read");
      return settings.order() == ReadingOrder.READING ? files.setParallelism(1) : files;
    }
    var topic =
        KafkaSource.<Document>builder()
            .setBootstrapServers(Objects.requireNonNull(settings.kafka()))
            .setTopics(settings.topic())
            .setGroupId("annals")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new TopicDocuments());
    if (settings.ends()) {
      topic.setBounded(OffsetsInitializer.latest());
    }
    return environment
        .fromSource(topic.build(), watermarks, "read topic", Types.of(Document.class))
        .uid("read-topic");
  }

  private static void topic(
      DataStream<Outcome> outcomes, String servers, String topic, @Nullable Duration transactions) {
    var sink =
        KafkaSink.<Outcome>builder()
            .setBootstrapServers(servers)
            .setRecordSerializer(new TopicRecords(topic))
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
    if (transactions != null) {
      // Flink would ask for an hour, which a broker refuses that was not told to allow it
      sink.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
          .setTransactionalIdPrefix("annals-" + topic)
          .setProperty("transaction.timeout.ms", Long.toString(transactions.toMillis()));
    }
    outcomes.sinkTo(sink.build()).name("record topic").uid("record-topic");
  }

  private static void store(
      DataStream<StoreChange> articles,
      DataStream<Outcome> outcomes,
      DataStream<StoreChange> history,
      DataStream<Rejection> rejections,
      String location) {
    articles
        .union(
            outcomes
                .map(StoreChange::of)
                .returns(Types.of(StoreChange.class))
                .name("record changes")
                .uid("record-changes"),
            history,
            rejections
                .map(StoreChange::of)
                .returns(Types.of(StoreChange.class))
                .name("rejection changes")
                .uid("rejection-changes"))
        .sinkTo(new StoreTarget(location))
        .name("store")
        .uid("store")
        .setParallelism(1); // writers of one store wait for each other anyway
  }

  private static void rejected(DataStream<Rejection> rejections, String folder) {
    rejections
        .sinkTo(
            FileSink.forRowFormat(new Path(folder), new RejectionLines())
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .build())
        .name("rejections")
        .uid("rejections");
  }

  private static void files(DataStream<Outcome> outcomes, String folder) {
    outcomes
        .sinkTo(
            FileSink.forRowFormat(new Path(folder), new RecordLines())
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .build())
        .name("record files")
        .uid("record-files");
  }

  /** {@code en} of {@code en-GB}. */
  private static String language(String tag) {
    int hyphen = tag.indexOf('-');
    return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
  }
}

package dev.annals.flink;

import dev.annals.store.Intake;
import dev.annals.store.RecordCodec;
import dev.annals.store.StoreSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the store that {@code annals serve} reads, together with the checkpoints of the job:
 * what a checkpoint holds is written when it is complete, in one transaction. What a failed attempt
 * made of articles that came in another order is thus never seen, and what is written twice after a
 * failure changes nothing.
 */
final class StoreTarget implements Sink<StoreChange>, SupportsCommitter<StoreTarget.Batch> {

  private static final long serialVersionUID = 1;

  private static final String JOB = "flink";

  /** Kept small, so that a batch travels as one piece. */
  private static final int MOST = 256;

  private final String location;

  /**
   * A target.
   *
   * @param location JDBC URL of the store
   */
  StoreTarget(String location) {
    this.location = location;
  }

  /**
   * Changes that are written together.
   *
   * @param shape changes when packed records can no longer be read
   */
  public record Batch(List<StoreChange> changes, String shape) {

    static Batch of(List<StoreChange> changes) {
      return new Batch(List.copyOf(changes), Steps.RECORDS.shape());
    }
  }

  @Override
  public SinkWriter<StoreChange> createWriter(WriterInitContext context) {
    return new Writer();
  }

  @Override
  public Committer<Batch> createCommitter(CommitterInitContext context) {
    return new StoreCommitter(location);
  }

  @Override
  public SimpleVersionedSerializer<Batch> getCommittableSerializer() {
    return new Batches();
  }

  private static final class Writer implements CommittingSinkWriter<StoreChange, Batch> {

    private List<StoreChange> changes = new ArrayList<>();

    @Override
    public void write(StoreChange change, Context context) {
      changes.add(change);
    }

    @Override
    public void flush(boolean end) {}

    @Override
    public Collection<Batch> prepareCommit() {
      var batches = new ArrayList<Batch>();
      for (int from = 0; from < changes.size(); from += MOST) {
        int to = Math.min(changes.size(), from + MOST);
        batches.add(Batch.of(changes.subList(from, to)));
      }
      changes = new ArrayList<>();
      return batches;
    }

    @Override
    public void close() {}
  }

  private static final class StoreCommitter implements Committer<Batch> {

    private final String location;
    private @Nullable StoreSink sink;

    StoreCommitter(String location) {
      this.location = location;
    }

    @Override
    public void commit(Collection<CommitRequest<Batch>> requests) throws IOException {
      if (requests.isEmpty()) {
        return;
      }
      if (sink == null) {
        sink = StoreSink.open(location, JOB);
      }
      for (var request : requests) {
        Batch batch = request.getCommittable();
        Steps.checkShape(batch.shape(), Steps.RECORDS.shape());
        for (StoreChange change : batch.changes()) {
          put(change, sink);
        }
      }
      sink.flush();
    }

    private static void put(StoreChange change, StoreSink sink) {
      Content content = change.content();
      Standing standing = change.standing();
      byte[] record = change.record();
      if (change.happened() != null) {
        sink.note(change.happened());
      } else if (change.rejection() != null) {
        sink.reject(change.rejection());
      } else if (content != null) {
        Steps.checkShape(content.shape(), Steps.ARTICLE_SHAPE);
        var intake =
            Intake.packed(
                content.fingerprint(),
                content.origin(),
                content.textDigest(),
                content.packedCapture(),
                content.packedArticle(),
                content.packedAnnotations());
        sink.article(intake, content.version());
      } else if (standing != null) {
        sink.place(change.id(), standing.story(), standing.why(), standing.version());
      } else if (record != null && record.length > 0) {
        sink.story(Steps.RECORDS.decode(record), change.version());
      } else {
        sink.removeStory(change.id(), change.version());
      }
    }

    @Override
    public void close() throws IOException {
      if (sink != null) {
        sink.close();
      }
    }
  }

  /** A batch as version 1 of the job packed it. */
  public record BatchBefore(List<ChangeBefore> changes) {

    /** Its parts are those of {@link StoreChange} of that time. */
    public record ChangeBefore(
        String id,
        long version,
        @Nullable Content content,
        @Nullable Standing standing,
        byte @Nullable [] record) {}

    Batch now() {
      return Batch.of(
          changes.stream()
              .map(
                  c ->
                      new StoreChange(c.id, c.version, c.content, c.standing, c.record, null, null))
              .toList());
    }
  }

  private static final class Batches implements SimpleVersionedSerializer<Batch> {

    private static final RecordCodec<Batch> CODEC = RecordCodec.of(Batch.class);
    private static final RecordCodec<BatchBefore> BEFORE = RecordCodec.of(BatchBefore.class);
    private static final int VERSION = 2;

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(Batch batch) {
      return CODEC.encode(batch);
    }

    @Override
    public Batch deserialize(int version, byte[] bytes) throws IOException {
      return switch (version) {
        case 1 -> BEFORE.decode(bytes).now();
        case VERSION -> CODEC.decode(bytes);
        default -> throw new IOException("changes of version " + version);
      };
    }
  }
}

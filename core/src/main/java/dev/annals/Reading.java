package dev.annals;

import dev.annals.capture.Capture;
import dev.annals.capture.Rejection;
import dev.annals.store.Fingerprints;
import dev.annals.store.Intake;
import dev.annals.store.StoreWriter;
import dev.annals.store.StorySummary;
import dev.annals.story.StoryFeatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of reading: keeps documents and places them, batch by batch. */
final class Reading {

  /** What is lost of the reading when the process is killed: work, not documents. */
  private static final int BATCH_DOCUMENTS = 200;

  private static final long BATCH_BYTES = 32L << 20;

  /** How many documents are placed again after a kill, at most. */
  private static final int PLACED_AGAIN = 5000;

  /** A document with all of the work done that needs no order. */
  record Prepared(Capture capture, Intake intake, StoryFeatures features) {}

  private final StoreWriter writer;
  private final Supplier<StoryDesk> desk;
  private final Pipeline.Step<Prepared> prepare;
  private final ReadListener listener;
  private StoryDesk stories;
  private final DistinctIds ids = new DistinctIds(this::originOf);
  private final List<Rejection> rejected = new ArrayList<>();
  private final Set<String> waiting = new HashSet<>();
  private long seq;
  private long uncommittedBytes;
  private int uncommitted;
  private int added;
  private int updated;
  private int unchanged;

  /**
   * Begins to read; the turn to write must have been taken.
   *
   * @param desk the desk as of now: others may have placed articles since it was asked for last
   * @param prepare the work on a document, for one that must be named anew
   */
  Reading(
      StoreWriter writer,
      Supplier<StoryDesk> desk,
      Pipeline.Step<Prepared> prepare,
      ReadListener listener) {
    this.writer = writer;
    this.desk = desk;
    this.prepare = prepare;
    this.listener = listener;
    this.stories = desk.get();
    this.seq = writer.lastSeq();
  }

  private @Nullable String originOf(String id) {
    var newest = writer.newest(id);
    return newest == null ? null : newest.origin();
  }

  /** Whether a capture is new; one that was read before needs no second look. */
  @Nullable Capture pass(Capture capture) {
    Capture named = ids.name(capture);
    String fingerprint = Fingerprints.of(named);
    if (writer.known(fingerprint) != null || !waiting.add(fingerprint)) {
      unchanged++;
      listener.document(added, updated, unchanged);
      return null;
    }
    return named;
  }

  void take(Prepared worked) {
    waiting.remove(worked.intake().fingerprint());
    Prepared prepared = distinct(worked);
    Intake intake = prepared.intake();
    String id = intake.article().id();
    if (writer.known(intake.fingerprint()) != null) {
      unchanged++;
    } else {
      seq++;
      var newest = writer.newest(id);
      if (newest != null && newest.textDigest().equals(intake.textDigest())) {
        unchanged++;
        writer.keepCapture(intake, newest.version(), seq);
      } else {
        writer.keep(intake, newest == null ? 1 : newest.version() + 1, seq);
        stories.place(prepared.features(), seq);
        added += newest == null ? 1 : 0;
        updated += newest == null ? 0 : 1;
      }
      uncommitted++;
      uncommittedBytes += intake.packedCapture().length + intake.packedArticle().length;
    }
    listener.document(added, updated, unchanged);
    if (uncommitted >= BATCH_DOCUMENTS || uncommittedBytes >= BATCH_BYTES) {
      commit();
    }
  }

  /**
   * The document under a name that is still free: while it was worked on, another process may have
   * kept a file of the same name from another folder.
   */
  private Prepared distinct(Prepared prepared) {
    Capture named = ids.nameAgain(prepared.capture());
    if (named == prepared.capture()) {
      return prepared;
    }
    try {
      return prepare.apply(named);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void reject(Rejection rejection) {
    rejected.add(rejection);
    writer.reject(new Rejection(DistinctIds.origin(rejection.origin()), rejection.reason()));
  }

  private void commit() {
    if (stories.unkept() >= PLACED_AGAIN) {
      stories.keep();
    }
    writer.commit();
    uncommitted = 0;
    uncommittedBytes = 0;
    try {
      if (writer.shareTurn()) {
        stories = desk.get();
        seq = writer.lastSeq();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The end of a batch that others follow at once. */
  ReadSummary end(Consumer<List<Rejection>> beside) {
    if (added + updated > 0) {
      writer.noteShapes();
    }
    beside.accept(List.copyOf(rejected));
    commit();
    return summary(List.of());
  }

  /** The end of all documents: a last look at where they stand. */
  void finish() throws IOException {
    if (added + updated > 0 || stories.unkept() > 0) {
      writer.noteShapes();
      stories.settle();
      stories.keep();
    }
    writer.commit();
  }

  /** What was done. */
  ReadSummary summary(List<StorySummary> changed) {
    return new ReadSummary(added, updated, unchanged, rejected, changed);
  }
}

package dev.annals.flink;

import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.capture.Rejection;
import dev.annals.capture.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads files one after the other. Annals' readers push their captures; Flink pulls. A thread of
 * its own reads ahead a little in between.
 */
final class FileFetcher implements SplitReader<FileFetcher.Fetched, FileSplit> {

  private static final int AHEAD = 64;
  private static final int AT_ONCE = 32;
  private static final long WAIT_MILLIS = 100;

  /**
   * A document of a file.
   *
   * @param number counts the documents of the file from 0
   */
  record Fetched(Document document, int number) {}

  private final ArrayDeque<FileSplit> splits = new ArrayDeque<>();
  private final CaptureReaders readers = CaptureReaders.standard();
  private @Nullable Reading current;
  private volatile boolean awake;

  @Override
  public RecordsWithSplitIds<Fetched> fetch() throws IOException {
    var records = new RecordsBySplits.Builder<Fetched>();
    if (current == null && !splits.isEmpty()) {
      current = new Reading(splits.removeFirst());
    }
    if (current == null) {
      return records.build();
    }
    awake = false;
    try {
      List<Fetched> some = current.some();
      records.addAll(current.split, some);
      if (some.isEmpty() && current.done()) {
        records.addFinishedSplit(current.split.splitId());
        current = null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return records.build();
  }

  @Override
  public void handleSplitsChanges(SplitsChange<FileSplit> change) {
    splits.addAll(change.splits());
  }

  @Override
  public void wakeUp() {
    awake = true;
  }

  @Override
  public void close() {
    if (current != null) {
      current.thread.interrupt();
    }
  }

  /** One file under way. */
  private final class Reading {

    private final FileSplit split;
    private final ArrayBlockingQueue<Fetched> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean finished;
    private int number;

    Reading(FileSplit split) {
      this.split = split;
      this.thread = new Thread(this::read, "annals-reader-" + split.number());
      thread.setDaemon(true);
      thread.start();
    }

    private void read() {
      try {
        var path = new Path(split.path());
        try (InputStream bytes = FileSystem.get(path.toUri()).open(path)) {
          readers.read(
              Source.ofFile(split.path(), bytes),
              capture -> put(Document.of(named(capture))),
              rejection -> put(Document.of(rejection)));
        }
      } catch (FileNotFoundException e) {
        // gone since it was listed, or not ours to read; what else breaks is tried again
        put(Document.of(new Rejection(split.path(), String.valueOf(e.getMessage()))));
      } catch (Interrupted e) {
        return; // the job ends
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      }
      finished = true;
    }

    private void put(Document document) {
      int at = number++;
      if (at < split.read()) {
        return; // before a failure
      }
      try {
        queue.put(new Fetched(document, at));
      } catch (InterruptedException e) {
        throw new Interrupted();
      }
    }

    private Capture named(Capture capture) {
      boolean afterFile =
          capture.url() == null
              && capture.origin().equals(split.path())
              && !capture.id().equals(split.name())
              && split.name().endsWith("/" + capture.id());
      return afterFile
          ? new Capture(
              split.name(),
              capture.origin(),
              null,
              capture.captured(),
              capture.kind(),
              capture.charset(),
              capture.content(),
              capture.stated())
          : capture;
    }

    List<Fetched> some() throws IOException, InterruptedException {
      var some = new ArrayList<Fetched>();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS);
      Fetched first = null;
      while (first == null && !awake && !done() && System.nanoTime() < end) {
        first = queue.poll(10, TimeUnit.MILLISECONDS);
      }
      if (first != null) {
        some.add(first);
        queue.drainTo(some, AT_ONCE);
      } else if (failure != null) {
        throw new IOException(split.path() + ": cannot be read", failure);
      }
      return some;
    }

    boolean done() {
      return finished && queue.isEmpty();
    }
  }

  private static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}

package dev.annals.flink;

import java.util.Map;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;

/** One of the readers of a {@link CaptureSource}. */
@SuppressWarnings("try") // closing may be interrupted
final class FileReader
    extends SingleThreadMultiplexSourceReaderBase<
        FileFetcher.Fetched, Document, FileSplit, FileReader.Progress> {

  FileReader(SourceReaderContext context, ReadingOrder order, int rate) {
    super(FileFetcher::new, new Emitter(order), context.getConfiguration(), context, atMost(rate));
  }

  @SuppressWarnings("unchecked") // the strategy does not look at the split
  private static RateLimiterStrategy<FileSplit> atMost(int rate) {
    return rate > 0 ? RateLimiterStrategy.perSecond(rate) : RateLimiterStrategy.noOp();
  }

  /** How far a file is. */
  static final class Progress {

    private final FileSplit split;
    private int read;
    private long time = Long.MIN_VALUE + 1;

    Progress(FileSplit split) {
      this.split = split;
      this.read = split.read();
    }
  }

  private static final class Emitter
      implements RecordEmitter<FileFetcher.Fetched, Document, Progress> {

    private final ReadingOrder order;

    Emitter(ReadingOrder order) {
      this.order = order;
    }

    @Override
    public void emitRecord(
        FileFetcher.Fetched fetched, SourceOutput<Document> out, Progress progress) {
      progress.read = fetched.number() + 1;
      if (order == ReadingOrder.READING) {
        progress.time = (long) progress.split.number() << 32 | fetched.number();
      } else {
        // without a time of its own a document is as old as the one before it
        progress.time = EventTimes.of(fetched.document(), progress.time);
      }
      out.collect(fetched.document(), progress.time);
    }
  }

  @Override
  public void start() {
    if (getNumberOfCurrentlyAssignedSplits() == 0) {
      context.sendSplitRequest();
    }
  }

  @Override
  protected void onSplitFinished(Map<String, Progress> finished) {
    context.sendSplitRequest();
  }

  @Override
  protected Progress initializedState(FileSplit split) {
    return new Progress(split);
  }

  @Override
  protected FileSplit toSplitType(String id, Progress progress) {
    return progress.split.after(progress.read);
  }
}

package dev.annals.flink;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads files and folders of every format that Annals knows, to their end. A file is read by one
 * reader; readers take the next file when they are done. What was read survives a failure: a file
 * goes on after the document it was at.
 */
final class CaptureSource implements Source<Document, FileSplit, List<FileSplit>> {

  private static final long serialVersionUID = 1;

  private final List<String> paths;
  private final ReadingOrder order;
  private final int rate;

  /**
   * A source.
   *
   * @param paths files and folders, of any file system that Flink knows
   * @param order what the time of a document is
   * @param rate documents a second at most; 0 for as many as can be read
   */
  CaptureSource(List<String> paths, ReadingOrder order, int rate) {
    this.paths = List.copyOf(paths);
    this.order = order;
    this.rate = rate;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<FileSplit, List<FileSplit>> createEnumerator(
      SplitEnumeratorContext<FileSplit> context) throws IOException {
    return new FileEnumerator(context, FileListing.list(paths));
  }

  @Override
  public SplitEnumerator<FileSplit, List<FileSplit>> restoreEnumerator(
      SplitEnumeratorContext<FileSplit> context, List<FileSplit> left) {
    return new FileEnumerator(context, left);
  }

  @Override
  public SourceReader<Document, FileSplit> createReader(SourceReaderContext context) {
    return new FileReader(context, order, rate);
  }

  @Override
  public SimpleVersionedSerializer<FileSplit> getSplitSerializer() {
    return new FileSplits.One();
  }

  @Override
  public SimpleVersionedSerializer<List<FileSplit>> getEnumeratorCheckpointSerializer() {
    return new FileSplits.Many();
  }
}

package dev.annals.flink;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Hands out files one by one, in their order. */
final class FileEnumerator implements SplitEnumerator<FileSplit, List<FileSplit>> {

  private final SplitEnumeratorContext<FileSplit> context;
  private final PriorityQueue<FileSplit> left =
      new PriorityQueue<>(Comparator.comparingInt(FileSplit::number));

  FileEnumerator(SplitEnumeratorContext<FileSplit> context, List<FileSplit> left) {
    this.context = context;
    this.left.addAll(left);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {
    FileSplit next = left.poll();
    if (next == null) {
      context.signalNoMoreSplits(reader);
    } else {
      context.assignSplit(next, reader);
    }
  }

  @Override
  public void addSplitsBack(List<FileSplit> splits, int reader) {
    left.addAll(splits);
  }

  @Override
  public void addReader(int reader) {}

  @Override
  public List<FileSplit> snapshotState(long checkpoint) {
    return left.stream().sorted(Comparator.comparingInt(FileSplit::number)).toList();
  }

  @Override
  public void close() {}
}

package dev.annals.bench;

import dev.annals.Engine;
import dev.annals.ReadListener;
import dev.annals.ReadSummary;
import dev.annals.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads everything into a new store, compiles all records and brings the index up to date. */
public final class WholeRun {

  /**
   * A stretch of the run.
   *
   * @param articles read in it
   * @param seconds by the clock
   * @param cpuSeconds of the process, all its threads
   * @param megabytes resident at its end, 0 where the system does not tell
   */
  public record Tenth(int articles, double seconds, double cpuSeconds, double megabytes) {}

  /**
   * What came of it.
   *
   * @param tenths of the reading
   * @param compiling of all records, the last one
   * @param indexing for search
   * @param peakMegabytes highest resident memory, 0 where the system does not tell
   */
  public record Result(
      int articles,
      int rejected,
      int stories,
      List<Tenth> tenths,
      Tenth compiling,
      Tenth indexing,
      double peakMegabytes) {

    /** Seconds by the clock, from the first document to the last record indexed. */
    public double seconds() {
      return tenths.stream().mapToDouble(Tenth::seconds).sum()
          + compiling.seconds()
          + indexing.seconds();
    }

    /** CPU seconds of the process. */
    public double cpuSeconds() {
      return tenths.stream().mapToDouble(Tenth::cpuSeconds).sum()
          + compiling.cpuSeconds()
          + indexing.cpuSeconds();
    }
  }

  private record Mark(int documents, long nanos, long cpu, double megabytes) {}

  private static final int EVERY = 50;

  private final com.sun.management.OperatingSystemMXBean system =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final List<Mark> marks = new ArrayList<>();

  /** Reads. */
  public Result run(List<Path> paths, Path store, Settings settings) throws IOException {
    marks.clear();
    mark(0);
    try (Engine engine = Engine.open(store.toString(), settings)) {
      ReadSummary summary = engine.read(paths, InputStream.nullInputStream(), listener());
      Mark compiled = now(0);
      engine.search("bench", 0, 1);
      Mark indexed = now(0);
      Mark taken = marks.get(marks.size() - 1);
      return new Result(
          summary.added() + summary.updated(),
          summary.rejected().size(),
          summary.stories().size(),
          tenths(),
          between(taken, compiled),
          between(compiled, indexed),
          Memory.peakMegabytes());
    }
  }

  private ReadListener listener() {
    return new ReadListener() {
      @Override
      public void document(int added, int updated, int unchanged) {
        int all = added + updated + unchanged;
        if (all % EVERY == 0) {
          mark(all);
        }
      }

      @Override
      public void compiling() {
        mark(marks.get(marks.size() - 1).documents());
      }
    };
  }

  private void mark(int documents) {
    marks.add(now(documents));
  }

  private Mark now(int documents) {
    return new Mark(
        documents, System.nanoTime(), system.getProcessCpuTime(), Memory.residentMegabytes());
  }

  private static Tenth between(Mark from, Mark to) {
    return new Tenth(
        Math.max(0, to.documents() - from.documents()),
        (to.nanos() - from.nanos()) / 1e9,
        (to.cpu() - from.cpu()) / 1e9,
        to.megabytes());
  }

  private List<Tenth> tenths() {
    int all = marks.get(marks.size() - 1).documents();
    var tenths = new ArrayList<Tenth>();
    Mark from = marks.get(0);
    int next = 1;
    for (Mark mark : marks.subList(1, marks.size())) {
      if (next < 10 && mark.documents() >= (long) all * next / 10) {
        tenths.add(between(from, mark));
        from = mark;
        next = (int) Math.max(next + 1L, 1 + 10L * mark.documents() / Math.max(1, all));
      }
    }
    tenths.add(between(from, marks.get(marks.size() - 1)));
    return tenths;
  }
}

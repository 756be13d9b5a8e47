package dev.annals.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures whether the cost of placing an article stays flat as the archive grows. Started with the
 * number of articles, of active stories and of stories told at once.
 */
public final class GrowthBenchmark {

  private static final int PARTS = 10;
  private static final int READY = 2_000;

  private GrowthBenchmark() {}

  /** Prints articles per CPU-second for each tenth of the stream, and the memory in use. */
  public static void main(String[] args) {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int active = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    int open = args.length > 2 ? Integer.parseInt(args[2]) : 6_000;
    var stream = new SyntheticStream(7, open);
    var stories = new Stories(new StorySettings(active, 1_000), StoryArchive.NONE);
    var thread = java.lang.management.ManagementFactory.getThreadMXBean();
    for (int part = 1; part <= PARTS; part++) {
      long cpu = 0;
      long wall = 0;
      for (int done = 0; done < articles / PARTS; done += READY) {
        List<StoryFeatures> ready = new ArrayList<>(READY);
        for (int i = 0; i < READY; i++) {
          ready.add(stream.next());
        }
        long cpuStart = thread.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        ready.forEach(stories::add);
        wall += System.nanoTime() - start;
        cpu += thread.getCurrentThreadCpuTime() - cpuStart;
      }
      var runtime = Runtime.getRuntime();
      long used = runtime.totalMemory() - runtime.freeMemory();
      runtime.gc();
      System.out.printf(
          Locale.ROOT,
          "%2d/%d: %,8.0f articles per CPU-second, %,8.0f per second, %,d stories, %,d articles,"
              + " %,d MB in use, %,d MB alive%n",
          part,
          PARTS,
          articles / (double) PARTS / (cpu / 1e9),
          articles / (double) PARTS / (wall / 1e9),
          stories.size(),
          stories.articles.size(),
          used >> 20,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }
}

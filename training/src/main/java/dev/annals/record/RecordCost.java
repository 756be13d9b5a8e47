package dev.annals.record;

import dev.annals.Pipeline;
import dev.annals.Settings;
import dev.annals.made.MadeFiles;
import dev.annals.made.MadeNews;
import dev.annals.store.StoreWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Measures what the record of one large story costs: compiled from nothing, and with one article
 * more.
 *
 * <pre>{@code
 * java -cp … dev.annals.record.RecordCost made 1000
 * java -cp … dev.annals.record.RecordCost articles.jsonl
 * }</pre>
 */
public final class RecordCost {

  private static final int RUNS = Integer.getInteger("runs", 5);

  private static final int STEPS = 20;

  private RecordCost() {}

  /** Prints times and memory. */
  public static void main(String[] arguments) throws IOException {
    List<StoryArticle> articles =
        arguments[0].equals("made")
            ? made(Integer.parseInt(arguments[1]))
            : read(Path.of(arguments[0]));
    System.out.printf("%d articles, %d MB alive before%n", articles.size(), alive());
    for (int run = 0; run < RUNS; run++) {
      var watch = new Watch();
      StoryRecord record = new RecordCompiler().compile("story", articles);
      System.out.printf(
          Locale.ROOT,
          "from nothing: %s; %d entries, %d quotes, %d people, %d lineages, CRC %08x%n",
          watch,
          record.timeline().size(),
          record.quotes().size(),
          record.people().size(),
          record.independentSources(),
          digest(record));
    }
    growing(articles);
  }

  /** Adds articles one by one, anywhere, and then the newest ones. */
  private static void growing(List<StoryArticle> articles) {
    var random = new Random(7);
    var inOrder = new ArrayList<>(articles);
    inOrder.sort(
        Comparator.comparing((StoryArticle a) -> StoryDays.orderOf(a.article()))
            .thenComparing(a -> a.article().id()));
    var later = new ArrayList<>(inOrder.subList(inOrder.size() - STEPS, inOrder.size()));
    var anywhere = new ArrayList<>(inOrder.subList(0, inOrder.size() - STEPS));
    Collections.shuffle(anywhere, random);
    var memory = new StoryMemory();
    var compiler = new RecordCompiler();
    var there = new ArrayList<>(anywhere.subList(STEPS, anywhere.size()));
    compiler.compile("story", there, memory);
    there = grow("anywhere", compiler, memory, there, anywhere.subList(0, STEPS));
    grow("the newest", compiler, memory, there, later);
    System.out.printf(
        "%d MB alive with what is remembered of %,d characters%n", alive(), memory.characters());
  }

  private static ArrayList<StoryArticle> grow(
      String where,
      RecordCompiler compiler,
      StoryMemory memory,
      List<StoryArticle> before,
      List<StoryArticle> added) {
    var there = new ArrayList<>(before);
    var times = new ArrayList<Long>();
    for (StoryArticle article : added) {
      there.add(article);
      var watch = new Watch();
      StoryRecord record = compiler.compile("story", there, memory);
      times.add(watch.cpuMillis());
      if (there.size() == before.size() + added.size()
          && digest(record) != digest(new RecordCompiler().compile("story", there))) {
        throw new IllegalStateException("another record than from nothing");
      }
    }
    Collections.sort(times);
    System.out.printf(
        "one more, %s: %d ms CPU in the middle of %d, at most %d%n",
        where, times.get(times.size() / 2), times.size(), times.get(times.size() - 1));
    return there;
  }

  private static long digest(StoryRecord record) {
    var crc = new CRC32();
    crc.update(StoreWriter.pack(record));
    return crc.getValue();
  }

  private static final class Watch {
    private final com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long cpu = threads.getCurrentThreadCpuTime();
    private final long wall = System.nanoTime();
    private final long bytes = threads.getCurrentThreadAllocatedBytes();

    long cpuMillis() {
      return (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d ms CPU, %,d ms, %,d MB of garbage",
          cpuMillis(),
          (System.nanoTime() - wall) / 1_000_000,
          (threads.getCurrentThreadAllocatedBytes() - bytes) >> 20);
    }
  }

  private static long alive() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static List<StoryArticle> made(int articles) throws IOException {
    Path file = Files.createTempFile("made", ".jsonl");
    try {
      MadeFiles.jsonLines(file, MadeNews.ofOneStory(7, articles), articles);
      return read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static List<StoryArticle> read(Path file) {
    var articles = new ArrayList<StoryArticle>();
    var ids = new HashSet<String>();
    new Pipeline(Settings.defaults())
        .annotate(
            List.of(file),
            new ByteArrayInputStream(new byte[0]),
            a -> {
              if (ids.add(a.article().id())) {
                articles.add(new StoryArticle(a.article(), a.annotations(), "given"));
              }
            },
            r -> System.err.println(r));
    return articles;
  }
}

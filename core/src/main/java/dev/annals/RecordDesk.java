package dev.annals;

import dev.annals.record.Corrections;
import dev.annals.record.RecordChanges;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryRecord;
import dev.annals.store.Store;
import dev.annals.store.StoreWriter;
import dev.annals.store.StorySummary;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compiles the records of stories that have changed, several at once. */
final class RecordDesk {

  /** Records of one transaction. */
  private static final int KEPT_AT_ONCE = 64;

  /**
   * Records between two moments in which others may write: about a second. None is under way then,
   * since what others write may change its articles.
   */
  private static final int COMPILED_IN_A_TURN = 512;

  /** Records that wait to be kept; they cost memory. */
  private static final int WAITING_PER_THREAD = 8;

  private final RecordCompiler compiler;
  private final Store store;
  private final StoreWriter writer;
  private final RecordMemories memories = new RecordMemories();
  private final int threads;

  RecordDesk(Store store, RecordCompiler compiler, Settings settings) {
    this.compiler = compiler;
    this.store = store;
    this.writer = store.writer();
    this.threads = settings.threads();
  }

  /**
   * Compiles the records of all stories that have changed, and gives them by importance.
   *
   * @param changes told what changed in each, or null when nobody asks
   */
  List<StorySummary> compileStale(@Nullable Consumer<RecordChanges> changes) throws Exception {
    List<String> stale = writer.stale();
    if (stale.isEmpty()) {
      return List.of();
    }
    Set<String> changed = compile(stale, changes).keySet();
    return store.stories().stream().filter(story -> changed.contains(story.id())).toList();
  }

  /** Compiles records; those that were made, with the nanoseconds that each took. */
  Map<String, Long> compile(List<String> stale, @Nullable Consumer<RecordChanges> changes)
      throws Exception {
    var changed = new TreeMap<String, Long>();
    var workers = Executors.newFixedThreadPool(threads);
    try {
      for (int from = 0; from < stale.size(); from += COMPILED_IN_A_TURN) {
        int to = Math.min(stale.size(), from + COMPILED_IN_A_TURN);
        compile(stale.subList(from, to), changes, workers, changed);
        writer.shareTurn();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      // none goes on reading in a transaction that has ended
      workers.shutdownNow();
      workers.awaitTermination(1, TimeUnit.MINUTES);
    }
    return changed;
  }

  /**
   * Compiles some, several at once, and keeps them in their order. The threads go on while records
   * are kept, so that a large story keeps nobody waiting.
   */
  private void compile(
      List<String> some,
      @Nullable Consumer<RecordChanges> changes,
      ExecutorService workers,
      Map<String, Long> changed)
      throws Exception {
    var underWay = new ArrayDeque<Future<Compiled>>();
    int asked = 0;
    int kept = 0;
    long generation = 0;
    while (kept < some.size()) {
      while (asked < some.size() && underWay.size() < WAITING_PER_THREAD * threads) {
        String id = some.get(asked++);
        underWay.add(workers.submit(() -> compile(id)));
      }
      Compiled compiled = underWay.removeFirst().get();
      if (kept % KEPT_AT_ONCE == 0) {
        generation = writer.nextGeneration();
      }
      if (changes != null) {
        tell(compiled, changes);
      }
      if (compiled.record() == null) {
        writer.removeStory(compiled.id(), generation);
      } else {
        writer.keep(compiled.record(), compiled.packed(), generation);
        changed.put(compiled.id(), compiled.nanoseconds());
      }
      kept++;
      if (kept % KEPT_AT_ONCE == 0 || kept == some.size()) {
        writer.commit();
      }
    }
  }

  private void tell(Compiled compiled, Consumer<RecordChanges> changes) {
    StoryRecord before = store.record(compiled.id());
    if (before != null || compiled.record() != null) {
      var between = RecordChanges.between(before, compiled.record());
      if (!between.changes().isEmpty()) {
        changes.accept(between);
      }
    }
  }

  private record Compiled(
      String id, @Nullable StoryRecord record, byte[] packed, long nanoseconds) {}

  private Compiled compile(String id) {
    long start = System.nanoTime();
    var memory = memories.take(id);
    var members =
        new PastArticles(store).beforeNotices(writer.membersForCompile(id, memory.members()));
    if (members.isEmpty()) {
      return new Compiled(id, null, new byte[0], 0);
    }
    var record =
        Corrections.apply(compiler.compile(id, members, memory.compiled()), writer.corrections(id));
    memories.keep(id, memory, members.size());
    return new Compiled(id, record, StoreWriter.pack(record), System.nanoTime() - start);
  }
}

package dev.annals;

import dev.annals.record.Corrections;
import dev.annals.record.RecordChanges;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryRecord;
import dev.annals.store.Store;
import dev.annals.store.StoreWriter;
import dev.annals.store.StorySummary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compiles the records of stories that have changed, several at once. */
final class RecordDesk {

  private static final int COMPILED_AT_ONCE = 64;

  private final RecordCompiler compiler;
  private final Store store;
  private final StoreWriter writer;
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
      for (int from = 0; from < stale.size(); from += COMPILED_AT_ONCE) {
        var some = stale.subList(from, Math.min(stale.size(), from + COMPILED_AT_ONCE));
        long generation = writer.nextGeneration();
        var tasks = some.stream().map(id -> (Callable<Compiled>) () -> compile(id)).toList();
        for (var future : workers.invokeAll(tasks)) {
          Compiled compiled = future.get();
          if (changes != null) {
            tell(compiled, changes);
          }
          if (compiled.record() == null) {
            writer.removeStory(compiled.id(), generation);
          } else {
            writer.keep(compiled.record(), compiled.packed(), generation);
            changed.put(compiled.id(), compiled.nanoseconds());
          }
        }
        writer.commit();
        writer.shareTurn();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      workers.shutdownNow();
    }
    return changed;
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
    var members = new PastArticles(store).beforeNotices(writer.membersForCompile(id));
    if (members.isEmpty()) {
      return new Compiled(id, null, new byte[0], 0);
    }
    var record = Corrections.apply(compiler.compile(id, members), writer.corrections(id));
    return new Compiled(id, record, StoreWriter.pack(record), System.nanoTime() - start);
  }
}

package dev.annals;

import dev.annals.article.Article;
import dev.annals.record.StoryRecord;
import dev.annals.search.Hit;
import dev.annals.search.IndexUpdate;
import dev.annals.search.Search;
import dev.annals.store.Store;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the search index in step with the store: story by story, by the number of the state in
 * which each changed. One index serves all processes of a machine that have the store open; the one
 * that finds it behind brings it up to date, and the others look at what that one has committed.
 */
final class SearchIndex implements Closeable {

  /** Stories between two commits: what a kill during a first indexing loses. */
  private static final int COMMIT_EVERY = 2000;

  /** Fewer stories than these are put in by one thread. */
  private static final int WORTH_A_THREAD = 32;

  private static final long LOOK_MILLISECONDS = 20;

  /** How long to wait for the process that brings the index up to date before using it as it is. */
  private static final long PATIENCE_SECONDS = 20;

  private static final long FOLLOW_EVERY_MILLISECONDS = 1000;

  private final Store store;
  private final int threads;
  private final ReentrantLock updating = new ReentrantLock();
  private @Nullable Search search;
  private @Nullable Thread follower;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean closed;

  /**
   * An index of a store.
   *
   * @param threads how many stories are put into it at once, when there are many
   */
  SearchIndex(Store store, int threads) {
    this.store = store;
    this.threads = threads;
  }

  /**
   * The index as of now. While another thread brings it up to date it is given as it was before,
   * unless there is none yet.
   */
  Search current() throws IOException {
    Search index = index();
    String identity = store.identity();
    if (index.generation(identity) == store.generation()) {
      return index;
    }
    index.refresh();
    long held = index.generation(identity);
    if (held == store.generation()) {
      return index;
    }
    if (held < 0) {
      updating.lock();
    } else if (!updating.tryLock()) {
      return index;
    }
    try {
      update(index, identity);
    } finally {
      updating.unlock();
    }
    return index;
  }

  /**
   * Every match that stands in an article of a story that changed after a state of the store.
   *
   * @param after the state, or less than 0 for all stories
   * @return the state up to which the index was looked at
   */
  long each(String query, long after, Consumer<? super List<Hit>> hits) throws IOException {
    Search index = current();
    long held = index.generation(store.identity());
    if (after < 0) {
      index.each(query, null, hits);
      return held;
    }
    var stories = new ArrayList<String>();
    for (Store.Changed story : store.changedAfter(after)) {
      if (story.generation() <= held) {
        stories.add(story.id());
      }
    }
    if (!stories.isEmpty()) {
      index.each(query, stories, hits);
    }
    return held;
  }

  private void update(Search index, String identity) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!closed) {
      try (IndexUpdate update = index.startUpdate()) {
        if (update != null) {
          catchUp(update, identity);
        }
      }
      index.refresh();
      long held = index.generation(identity);
      if (held >= 0 && (held >= store.generation() || System.nanoTime() > deadline)) {
        return;
      }
      try {
        Thread.sleep(LOOK_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while the index was made");
      }
    }
  }

  private void catchUp(IndexUpdate update, String identity) throws IOException {
    long held = update.generation(identity);
    long wanted = store.generation();
    if (held < 0 || held > wanted) {
      update.clear();
      held = 0;
    } else if (held == wanted) {
      return;
    }
    var some = new ArrayList<Store.Changed>();
    for (Store.Changed story : store.changedAfter(held)) {
      if (some.size() >= COMMIT_EVERY && story.generation() > held) {
        // all of the states before that of this story are in
        put(update, some);
        if (closed) {
          return;
        }
        update.commit(identity, story.generation() - 1);
        some.clear();
      }
      held = story.generation();
      some.add(story);
    }
    put(update, some);
    if (!closed) {
      update.commit(identity, wanted);
    }
  }

  /** Brings some stories up to date, many of them by as many threads as there may be. */
  private void put(IndexUpdate update, List<Store.Changed> stories) throws IOException {
    if (stories.size() < WORTH_A_THREAD || threads == 1) {
      for (Store.Changed story : stories) {
        put(update, story);
      }
      return;
    }
    var next = new AtomicInteger();
    Callable<Void> hand =
        () -> {
          for (int i = next.getAndIncrement(); i < stories.size(); i = next.getAndIncrement()) {
            put(update, stories.get(i));
          }
          return null;
        };
    var pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "annals-words"));
    try {
      for (var done : pool.invokeAll(Collections.nCopies(threads, hand))) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the index was made");
    } catch (ExecutionException e) {
      throw new IOException("the index cannot be brought up to date: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private void put(IndexUpdate update, Store.Changed story) throws IOException {
    if (closed) {
      return;
    }
    StoryRecord record = store.record(story.id());
    if (record == null) {
      update.remove(story.id());
    } else {
      update.update(record, articles(record), story.generation());
    }
  }

  /** What the record was compiled from, wherever these articles are placed by now. */
  private List<Article> articles(StoryRecord record) {
    var placed = new HashMap<String, Article>();
    for (Article article : store.articlesOf(record.id())) {
      placed.put(article.id(), article);
    }
    var articles = new ArrayList<Article>();
    for (StoryRecord.Member member : record.articles()) {
      Article article = placed.get(member.id());
      if (article != null) {
        articles.add(article);
      } else {
        store.versions(member.id()).stream().limit(1).forEach(v -> articles.add(v.article()));
      }
    }
    return articles;
  }

  private synchronized Search index() throws IOException {
    if (closed) {
      throw new IOException("the store is closed");
    }
    if (search == null) {
      Path folder = store.indexFolder();
      search = own(folder) ? Search.open(folder) : Search.inMemory();
    }
    return search;
  }

  /** Whether a folder is there, or can be made, and is this user's own where all users write. */
  private static boolean own(Path folder) {
    try {
      if (!folder.startsWith(System.getProperty("java.io.tmpdir"))) {
        Files.createDirectories(folder);
        return Files.isWritable(folder);
      }
      Path made = Files.createTempDirectory("annals-owner");
      var user = Files.getOwner(made);
      Files.delete(made);
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        var mine = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(mine));
      } else {
        Files.createDirectories(folder);
      }
      return user.equals(Files.getOwner(folder)) && user.equals(Files.getOwner(folder.getParent()));
    } catch (IOException e) {
      return false; // an index that is gone with the process will do
    }
  }

  /** Brings the index up to date from now on as soon as the store changes. */
  synchronized void follow() {
    if (follower == null) {
      follower = new Thread(this::followStore, "annals-index");
      follower.setDaemon(true);
      follower.start();
    }
  }

  private void followStore() {
    while (!closed) {
      try {
        current();
      } catch (IOException | RuntimeException e) {
        // the next look, or the next search, finds what is wrong
      }
      try {
        closing.await(FOLLOW_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    closing.countDown();
    updating.lock(); // an update under way ends soon
    try {
      synchronized (this) {
        if (search != null) {
          search.close();
          search = null;
        }
      }
    } finally {
      updating.unlock();
    }
  }
}

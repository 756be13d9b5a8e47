package dev.annals;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleExtractor;
import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.capture.Rejection;
import dev.annals.capture.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * From files to articles with what was found in them: several documents are worked on at once, and
 * come out in the order they went in. One run at a time.
 *
 * <pre>{@code
 * new Pipeline(Settings.defaults()).annotate(paths, System.in, articles::add, rejected::add);
 * }</pre>
 */
public final class Pipeline {

  /** The path that stands for standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  // enough to keep two threads busy over a slow document; more only costs memory
  private static final int WAITING_PER_THREAD = 16;
  private static final long WAITING_BYTES = 64L << 20;

  private final Settings settings;
  private final CaptureReaders readers = CaptureReaders.standard();
  private final ArticleExtractor extractor = new ArticleExtractor();
  private @Nullable Annotator annotator;

  /** A pipeline with the parts that Annals comes with. */
  public Pipeline(Settings settings) {
    this.settings = settings;
  }

  /** The article of each document, in order, annotations left out. */
  public void extract(
      List<Path> paths,
      InputStream standardInput,
      Consumer<Annotated> articles,
      Consumer<Rejection> rejections) {
    var ids = new DistinctIds();
    run(paths, standardInput, ids::name, this::extract, articles, rejections);
  }

  /** The article of each document with what was found in it, in order. */
  public void annotate(
      List<Path> paths,
      InputStream standardInput,
      Consumer<Annotated> articles,
      Consumer<Rejection> rejections) {
    var ids = new DistinctIds();
    run(paths, standardInput, ids::name, this::annotate, articles, rejections);
  }

  /** What is made of a document. */
  @FunctionalInterface
  interface Step<T> {
    T apply(Capture capture) throws IOException;
  }

  /** Looks at a document before it is worked on; null for one that is not wanted. */
  @FunctionalInterface
  interface Gate {
    @Nullable Capture pass(Capture capture);
  }

  Annotated extract(Capture capture) throws IOException {
    return new Annotated(capture, extractor.extract(capture), Annotations.NONE);
  }

  Annotated annotate(Capture capture) throws IOException {
    var article = extractor.extract(capture);
    return new Annotated(capture, article, annotator().annotate(article));
  }

  Article article(Capture capture) throws IOException {
    return extractor.extract(capture);
  }

  /** Made when it is first needed: its models take a while to load. */
  synchronized Annotator annotator() {
    if (annotator == null) {
      annotator = new Annotator();
    }
    return annotator;
  }

  /**
   * Works on documents, several at once.
   *
   * @param gate asked on the calling thread, in order
   * @param step done on any thread
   * @param done told on the calling thread, in order
   */
  <T> void run(
      List<Path> paths,
      InputStream standardInput,
      Gate gate,
      Step<T> step,
      Consumer<T> done,
      Consumer<Rejection> rejections) {
    run(
        (captures, rejected) -> {
          for (Path path : paths) {
            if (path.equals(STANDARD_INPUT)) {
              read(new Source("-", "stdin", standardInput), captures, rejected);
            } else {
              readers.read(path, captures, rejected);
            }
          }
        },
        gate,
        step,
        done,
        rejections);
  }

  /** Works on the documents of one stream, as above. */
  <T> void run(
      Source source, Gate gate, Step<T> step, Consumer<T> done, Consumer<Rejection> rejections) {
    run((captures, rejected) -> read(source, captures, rejected), gate, step, done, rejections);
  }

  private <T> void run(
      BiConsumer<Consumer<Capture>, Consumer<Rejection>> documents,
      Gate gate,
      Step<T> step,
      Consumer<T> done,
      Consumer<Rejection> rejections) {
    ExecutorService workers = Executors.newFixedThreadPool(settings.threads(), Pipeline::worker);
    try {
      var line = new Line<>(workers, step, settings.threads(), done, rejections);
      documents.accept(
          capture -> {
            Capture wanted = gate.pass(capture);
            if (wanted != null) {
              line.add(wanted);
            }
          },
          line::reject);
      line.drain();
    } finally {
      workers.shutdownNow();
    }
  }

  /** Works on captures that were kept, several at once. */
  <T> void again(
      Consumer<Consumer<Capture>> captures,
      Step<T> step,
      Consumer<T> done,
      Consumer<Rejection> rejections) {
    ExecutorService workers = Executors.newFixedThreadPool(settings.threads(), Pipeline::worker);
    try {
      var line = new Line<>(workers, step, settings.threads(), done, rejections);
      captures.accept(line::add);
      line.drain();
    } finally {
      workers.shutdownNow();
    }
  }

  private void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections) {
    try {
      readers.read(source, captures, rejections);
    } catch (IOException e) {
      rejections.accept(new Rejection(source.origin(), "cannot be read: " + e.getMessage()));
    }
  }

  private static Thread worker(Runnable task) {
    // a deep stack: pages nest their elements by the thousand
    var thread = new Thread(null, task, "annals-worker", 8L << 20);
    thread.setDaemon(true);
    return thread;
  }

  /** Documents under way, in order; bounded by number and by bytes. */
  private static final class Line<T> {

    private record Waiting<T>(
        long bytes, @Nullable Future<Outcome<T>> outcome, @Nullable Rejection rejection) {}

    private record Outcome<T>(@Nullable T result, @Nullable Rejection rejection) {}

    private final ArrayDeque<Waiting<T>> waiting = new ArrayDeque<>();
    private final ExecutorService workers;
    private final Step<T> step;
    private final int places;
    private final Consumer<T> done;
    private final Consumer<Rejection> rejections;
    private long bytes;

    Line(
        ExecutorService workers,
        Step<T> step,
        int threads,
        Consumer<T> done,
        Consumer<Rejection> rejections) {
      this.workers = workers;
      this.step = step;
      this.places = threads * WAITING_PER_THREAD;
      this.done = done;
      this.rejections = rejections;
    }

    void add(Capture capture) {
      long size = capture.content().length;
      while (!waiting.isEmpty() && (waiting.size() >= places || bytes + size > WAITING_BYTES)) {
        takeFirst();
      }
      bytes += size;
      waiting.add(new Waiting<>(size, workers.submit(() -> work(capture)), null));
      takeFinished();
    }

    void reject(Rejection rejection) {
      waiting.add(new Waiting<>(0, null, rejection));
      takeFinished();
    }

    void drain() {
      while (!waiting.isEmpty()) {
        takeFirst();
      }
    }

    /**
     * Passes on what is done, so that a reader of the results need not wait for the line to fill.
     */
    private void takeFinished() {
      while (!waiting.isEmpty()) {
        var outcome = waiting.getFirst().outcome();
        if (outcome != null && !outcome.isDone()) {
          return;
        }
        takeFirst();
      }
    }

    private void takeFirst() {
      Waiting<T> first = waiting.removeFirst();
      bytes -= first.bytes();
      if (first.rejection() != null) {
        rejections.accept(first.rejection());
      }
      if (first.outcome() != null) {
        Outcome<T> outcome = await(first.outcome());
        T result = outcome.result();
        if (result != null) {
          done.accept(result);
        }
        if (outcome.rejection() != null) {
          rejections.accept(outcome.rejection());
        }
      }
    }

    private Outcome<T> work(Capture capture) {
      try {
        return new Outcome<>(step.apply(capture), null);
      } catch (IOException e) {
        return new Outcome<>(null, new Rejection(capture.origin(), String.valueOf(e.getMessage())));
      } catch (RuntimeException | StackOverflowError e) {
        // one bad article never stops ten million
        return new Outcome<>(null, new Rejection(capture.origin(), "cannot be processed: " + e));
      }
    }

    private static <T> Outcome<T> await(Future<Outcome<T>> outcome) {
      try {
        return outcome.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new IOException("interrupted"));
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}

package dev.annals;

import dev.annals.capture.Capture;
import dev.annals.capture.Rejection;
import dev.annals.capture.Source;
import dev.annals.export.Exporter;
import dev.annals.export.Exporters;
import dev.annals.record.Correction;
import dev.annals.record.RecordChanges;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryRecord;
import dev.annals.search.Hit;
import dev.annals.search.Hits;
import dev.annals.search.Search;
import dev.annals.search.SearchFilter;
import dev.annals.search.StoryHits;
import dev.annals.store.Store;
import dev.annals.store.StoreWriter;
import dev.annals.store.StorySummary;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents into a store, places them in stories and compiles the record of each story.
 * Reading is done by one thread at a time; what was read can be asked for by several.
 *
 * <pre>{@code
 * try (var engine = Engine.open(Path.of("news"))) {
 *   engine.read(Path.of("week.warc.gz"));
 *   engine.export("markdown", System.out);
 * }
 * }</pre>
 */
public final class Engine implements Closeable {

  private final Settings settings;
  private final Store store;
  private final StoreWriter writer;
  private final Pipeline pipeline;
  private final Preparation preparation;
  private final RecordCompiler compiler;
  private final RecordDesk records;
  private final Exporters exporters = Exporters.standard();
  private final SearchIndex index;
  private @Nullable StoryDesk desk;

  private Engine(Store store, Settings settings) {
    this.store = store;
    this.settings = settings;
    this.writer = store.writer();
    this.index = new SearchIndex(store, settings.threads());
    this.compiler = new RecordCompiler(settings.outlets());
    this.records = new RecordDesk(store, compiler, settings);
    this.pipeline = new Pipeline(settings);
    this.preparation = new Preparation(pipeline);
  }

  /** Opens the store in a folder, and makes it when there is none. */
  public static Engine open(Path folder) throws IOException {
    return open(folder.toString(), Settings.defaults());
  }

  /**
   * Opens a store, and makes it when there is none.
   *
   * @param location a folder, or a JDBC URL
   */
  public static Engine open(String location, Settings settings) throws IOException {
    var engine = new Engine(Store.open(location), settings);
    try {
      if (!engine.store.readable()) {
        engine.recompile(true, null);
      }
      return engine;
    } catch (IOException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** Reads files and folders. */
  public ReadSummary read(Path... paths) throws IOException {
    return read(List.of(paths), InputStream.nullInputStream(), ReadListener.NOBODY);
  }

  /**
   * Reads files, folders and, for the path {@code -}, standard input. What was read before changes
   * nothing; what cannot be read is listed and the rest goes on.
   *
   * @param listener told how it goes, on this thread
   * @throws IOException when the store cannot be written
   */
  public synchronized ReadSummary read(
      List<Path> paths, InputStream standardInput, ReadListener listener) throws IOException {
    return writing(
        () -> {
          var reading = new Reading(writer, this::desk, preparation, listener);
          pipeline.run(
              paths, standardInput, reading::pass, preparation, reading::take, reading::reject);
          reading.finish();
          listener.compiling();
          return reading.summary(records.compileStale(null));
        });
  }

  /**
   * Reads documents that somebody sends, of any format that files may have. A document without an
   * id or URL of its own is named after the name given; sent again under that name, it is a new
   * version.
   *
   * @param name file name, for documents that have no other id
   * @throws IOException when the store cannot be written
   */
  public synchronized ReadSummary read(String name, byte[] documents) throws IOException {
    return writing(
        () -> {
          var reading = new Reading(writer, this::desk, preparation, ReadListener.NOBODY);
          var source = Source.ofFile("upload://" + name, new ByteArrayInputStream(documents));
          pipeline.run(source, reading::pass, preparation, reading::take, reading::reject);
          reading.finish();
          return reading.summary(records.compileStale(null));
        });
  }

  /**
   * Takes documents as they come in, in one transaction with what the caller notes beside them: a
   * kill loses both or none. Stories that change are marked; {@link #freshen} compiles them.
   *
   * @param captures few enough to be worked on at once
   * @param beside told what was rejected, before all is made durable
   */
  public synchronized ReadSummary take(List<Capture> captures, Consumer<List<Rejection>> beside)
      throws IOException {
    return writing(
        () -> {
          var reading = new Reading(writer, this::desk, preparation, ReadListener.NOBODY);
          pipeline.again(
              line -> captures.stream().map(reading::pass).filter(Objects::nonNull).forEach(line),
              preparation,
              reading::take,
              reading::reject);
          return reading.end(beside);
        });
  }

  /** Notes something in the store, alone and durable. */
  public synchronized void note(Runnable notes) throws IOException {
    writing(
        () -> {
          notes.run();
          writer.commit();
          return null;
        });
  }

  /**
   * Compiles the records of stories that have changed.
   *
   * @param due which of them; the others stay marked
   * @return what was compiled, with the nanoseconds that each took
   */
  public synchronized Map<String, Long> freshen(Predicate<String> due) throws IOException {
    return writing(
        () -> {
          List<String> stale = writer.stale().stream().filter(due).toList();
          return stale.isEmpty() ? Map.of() : records.compile(stale, null);
        });
  }

  /** Looks at all stories once more and keeps the state: when no article is expected soon. */
  public synchronized void settle() throws IOException {
    writing(
        () -> {
          finishPlacing();
          writer.commit();
          return null;
        });
  }

  /** Does something to the store, alone; what is not committed is forgotten when it fails. */
  private <T> T writing(Callable<T> work) throws IOException {
    String job = store.job();
    if (job != null) {
      throw new IOException("what is in this store is made by a job, " + job + ", and by it alone");
    }
    return inTurn(work);
  }

  private <T> T inTurn(Callable<T> work) throws IOException {
    writer.takeTurn();
    try {
      preparation.redactor(new NameRedactor(writer.forgottenNames()));
      return work.call();
    } catch (UncheckedIOException e) {
      abandon(e);
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      abandon(e);
      throw e;
    } catch (Exception e) {
      abandon(e);
      throw new IllegalStateException(e);
    } finally {
      writer.endTurn();
    }
  }

  private void abandon(Exception failure) {
    desk = null; // it has placed what is now forgotten
    try {
      writer.rollback();
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e); // a full disk has ended the transaction already
    }
  }

  private StoryDesk desk() {
    if (desk == null || !desk.catchUp()) {
      desk = new StoryDesk(writer, writer.placementCorrections());
    }
    return desk;
  }

  /** Derives articles, findings, stories and records anew from the captures. */
  public void recompile() throws IOException {
    recompile(false, null);
  }

  /**
   * Derives articles, findings, stories and records anew from the captures.
   *
   * @param changes told what changed in the record of each story, when it can be told: records of
   *     another shape cannot be compared
   */
  public void recompile(Consumer<RecordChanges> changes) throws IOException {
    recompile(false, changes);
  }

  private synchronized void recompile(boolean unreadable, @Nullable Consumer<RecordChanges> changes)
      throws IOException {
    writing(
        () -> {
          boolean comparable = store.readable();
          if (unreadable && store.readable()) {
            return null; // another process was quicker
          }
          rederive();
          desk();
          finishPlacing();
          writer.touchAll();
          writer.commit();
          records.compileStale(comparable ? changes : null);
          return null;
        });
  }

  private void finishPlacing() {
    StoryDesk stories = desk();
    stories.settle();
    stories.keep();
  }

  /** Reads all kept captures again; articles are then placed again, in the same order. */
  private void rederive() {
    desk = null;
    preparation.again(writer);
    writer.noteShapes();
    writer.dropClusterer();
    writer.touchAll();
  }

  /** All stories, most independent sources first. */
  public List<StorySummary> stories() {
    return store.stories();
  }

  /**
   * The record of a story.
   *
   * @param story its id, that of a story that was merged into it, the beginning of an id, or words
   *     of its title
   * @throws IllegalArgumentException when there is no such story, or several
   */
  public StoryRecord record(String story) {
    StoryRecord record = store.record(story);
    if (record != null) {
      return record;
    }
    String heir = store.heir(story);
    var found = heir == null ? store.storiesStartingWith(story) : List.of(heir);
    if (found.isEmpty()) {
      String words = story.toLowerCase(Locale.ROOT);
      found =
          stories().stream()
              .filter(s -> s.title().toLowerCase(Locale.ROOT).contains(words))
              .map(StorySummary::id)
              .toList();
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.isEmpty()
              ? "no such story: " + story
              : "several stories may be meant by " + story + ": " + String.join(", ", found));
    }
    return Objects.requireNonNull(store.record(found.get(0)));
  }

  /**
   * What is new in a story since a moment: its record against one of what was read before. An
   * article counts from its capture, or where that is unknown from its publication.
   *
   * @param story as for {@link #record}
   */
  public RecordChanges changesSince(String story, Instant since) {
    StoryRecord now = record(story);
    var before = new PastArticles(store).of(now.id(), since);
    return RecordChanges.between(before.isEmpty() ? null : compiler.compile(now.id(), before), now);
  }

  /** What is kept, for reading. */
  public Store store() {
    return store;
  }

  /** The formats that records can be exported in. */
  public Exporters exporters() {
    return exporters;
  }

  /** Writes the record of one story. */
  public void export(String format, String story, OutputStream out) throws IOException {
    exporter(format).write(record(story), store::capturesOf, out);
  }

  private Exporter exporter(String format) {
    return exporters
        .named(format)
        .orElseThrow(() -> new IllegalArgumentException("no such format: " + format));
  }

  /** Writes the records of all stories, one after the other. */
  public void export(String format, OutputStream out) throws IOException {
    for (StorySummary story : stories()) {
      export(format, story.id(), out);
    }
  }

  /**
   * Keeps a correction and replays it on the record it is about.
   *
   * @param asked story and target may be the beginnings of ids
   * @return as it is kept, with whole ids
   * @throws IllegalArgumentException when there is nothing that it could correct
   */
  public synchronized Correction correct(Correction asked) throws IOException {
    Correction correction = CorrectionCheck.of(this, asked);
    boolean moves =
        correction.kind() == Correction.Kind.MERGE || correction.kind() == Correction.Kind.SPLIT;
    if (moves || store.job() == null) {
      writing(
          () -> {
            desk().correct(correction);
            return corrected();
          });
    } else {
      inTurn(
          () -> {
            writer.keep(correction);
            writer.touch(correction.story(), correction.story());
            return corrected();
          });
    }
    return correction;
  }

  private List<StorySummary> corrected() throws Exception {
    writer.commit();
    return records.compileStale(null);
  }

  /**
   * Removes an article with all its versions and captures, for good.
   *
   * @throws IllegalArgumentException when there is no such article
   */
  public synchronized void forget(String article) throws IOException {
    String story = store.storyOf(article);
    if (story == null) {
      throw new IllegalArgumentException("no such article: " + article);
    }
    writing(
        () -> {
          desk().remove(article);
          writer.forget(article);
          writer.touch(story, story);
          desk().keep();
          writer.commit();
          records.compileStale(null);
          return null;
        });
  }

  /**
   * Takes the name of a person out of everything: captures, articles, records, and whatever is read
   * later. A digest of the name stays, to know it by.
   *
   * @param name first name and last name
   * @throws IllegalArgumentException when it is less than a whole name
   */
  public synchronized void forgetPerson(String name) throws IOException {
    String tombstone = NameRedactor.tombstone(name, store.identity());
    writing(
        () -> {
          writer.forgetName(tombstone);
          var names = new NameRedactor(writer.forgottenNames());
          preparation.redactor(names);
          var rewriting = writer.rewriting();
          var corrected = new CorrectedStories(writer, names);
          rewriting.corrections(corrected::redact);
          rewriting.captures(names::redact, names::redactText);
          rederive();
          desk();
          finishPlacing();
          rewriting.corrections(corrected::follow);
          if (corrected.haveMoved()) {
            desk = null;
            writer.dropClusterer();
            desk();
            finishPlacing();
          }
          writer.touchAll();
          writer.commit();
          records.compileStale(null);
          rewriting.emptyStories();
          writer.commit();
          return null;
        });
  }

  /**
   * What matches a query; see {@link Search#find}.
   *
   * @throws IllegalArgumentException when there is no such page
   */
  public Hits search(String query, int from, int size) throws IOException {
    return search(query, SearchFilter.NONE, from, size);
  }

  /**
   * What matches a query and a filter; see {@link Search#find}.
   *
   * @throws IllegalArgumentException when there is no such page
   */
  public Hits search(String query, SearchFilter filter, int from, int size) throws IOException {
    return index.current().find(query, filter, from, size);
  }

  /** The state of the store that searches look at: it follows the store within a second. */
  public long searchState() throws IOException {
    return index.current().generation(store.identity());
  }

  /**
   * Every match that stands in an article of a story that changed after a state of the store.
   *
   * @param after the state, or less than 0 for all stories
   * @return the state up to which was looked: where to go on
   */
  public long searchAfter(String query, long after, Consumer<? super List<Hit>> hits)
      throws IOException {
    return index.each(query, after, hits);
  }

  /**
   * The stories in which all fields have all words of their value, and what they can be narrowed by
   * further.
   *
   * @param fields {@code person}, {@code place}, {@code outlet} or {@code language} to words; all
   *     stories when there are none
   */
  public StoryHits storyHits(Map<String, String> fields) throws IOException {
    return index.current().stories(fields);
  }

  /** Keeps the index up to date in the background, so that searches need not wait for it. */
  public void followStore() {
    index.follow();
  }

  @Override
  public void close() throws IOException {
    index.close();
    store.close();
  }
}

package dev.annals.store;

import dev.annals.article.Article;
import dev.annals.capture.Rejection;
import dev.annals.record.Corrections;
import dev.annals.record.StoryRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Puts what a job outside has made into a store that {@code annals serve} shows. Everything carries
 * an id and a version that the job counts up; what comes again, or late, changes nothing, so that a
 * job may replay as it likes. What was put is kept together by {@link #flush()}: all of it or, when
 * that fails, none. Several sinks, in one process or many, may write to one store; a store that a
 * job writes is read by {@code annals}, not written. Used by one thread at a time.
 *
 * <pre>{@code
 * try (var sink = StoreSink.open("jdbc:postgresql://host/news", "flink")) {
 *   sink.article(Intake.of(capture, origin, Fingerprints.of(capture), article, annotations), 1);
 *   sink.place(article.id(), record.id(), "opened the story", 1);
 *   sink.story(record, 1);
 *   sink.flush();
 * }
 * }</pre>
 */
public final class StoreSink implements Closeable {

  private interface Change {
    void apply(long generation);
  }

  private final Database database;
  private final List<Change> changes = new ArrayList<>();

  private StoreSink(Database database) {
    this.database = database;
  }

  /**
   * Opens a store, and makes it when there is none.
   *
   * @param location a folder or a JDBC URL
   * @param job what to call the job that writes
   * @throws IOException when the store cannot be opened, or another than this job writes it
   */
  public static StoreSink open(String location, String job) throws IOException {
    var database = Database.open(StoreLocation.of(location));
    try {
      StoreWriter.count(database, "generation"); // several that open it go one after the other
      String known =
          Rows.first(
              database.ownRows("select value from meta where name = 'job'", r -> r.getString(1)));
      Long own =
          known != null
              ? null
              : Rows.first(database.ownRows("select count(*) from capture", r -> r.getLong(1)));
      if (known != null ? !known.equals(job) : own != null && own > 0) {
        throw new IOException(
            database.location().shown()
                + ": already written by "
                + Objects.requireNonNullElse(known, "annals read"));
      }
      database.update(
          "insert into meta (name, value) values ('job', ?) on conflict (name) do nothing", job);
      noteShapes(database);
      database.commit();
      return new StoreSink(database);
    } catch (UncheckedIOException e) {
      database.close();
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void noteShapes(Database database) {
    var shapes =
        List.of(
            List.of("article-shape", Intake.shape()),
            List.of("record-shape", Rows.RECORDS.shape()));
    for (List<String> shape : shapes) {
      database.update(
          "insert into meta (name, value) values (?, ?)"
              + " on conflict (name) do update set value = excluded.value",
          shape.get(0),
          shape.get(1));
    }
  }

  /**
   * An article with its capture and what was found in it.
   *
   * @param version counts the texts of this article from 1; the highest is the current one
   */
  public void article(Intake intake, int version) {
    if (version < 1) {
      throw new IllegalArgumentException("versions count from 1: " + version);
    }
    changes.add(generation -> write(intake, version));
  }

  private void write(Intake intake, int version) {
    Article article = intake.article();
    Long seq =
        Rows.first(
            database.ownRows(
                "select coalesce(max(seq), 0) + 1 from capture", row -> row.getLong(1)));
    database.update(
        "insert into capture (fingerprint, article, version, seq, origin, content)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (fingerprint) do nothing",
        intake.fingerprint(),
        article.id(),
        version,
        seq,
        intake.origin(),
        intake.packedCapture());
    Rows.insertArticle(
        database,
        intake,
        version,
        seq,
        false,
        " on conflict (id, version) do update set content = excluded.content,"
            + " annotations = excluded.annotations, text_digest = excluded.text_digest");
    database.update("delete from rejection where origin = ?", intake.origin());
    database.update(
        "update article set newest ="
            + " case when version = (select max(version) from article where id = ?)"
            + " then 1 else 0 end where id = ?",
        article.id(),
        article.id());
  }

  /**
   * Where an article stands.
   *
   * @param story the story's id
   * @param why what tied it to the story
   * @param version counts the places of this article; the highest stays
   */
  public void place(String article, String story, String why, long version) {
    changes.add(
        generation ->
            database.update(
                "insert into placement (article, story, why, version) values (?, ?, ?, ?)"
                    + " on conflict (article) do update set story = excluded.story,"
                    + " why = excluded.why, version = excluded.version"
                    + " where placement.version < excluded.version",
                article,
                story,
                why,
                version));
  }

  /**
   * The record of a story. Corrections that were made of it are replayed.
   *
   * @param version counts the records of this story; the highest stays
   */
  public void story(StoryRecord record, long version) {
    changes.add(
        generation -> {
          var corrections =
              database.ownRows(
                  StoreWriter.CORRECTIONS_OF,
                  row -> Rows.CORRECTIONS.decode(row.getBytes(1)),
                  record.id());
          var shown = corrections.isEmpty() ? record : Corrections.apply(record, corrections);
          database.update(
              "insert into story (id, title, first_day, last_day, articles, sources, changed,"
                  + " stale, record, version) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)"
                  + " on conflict (id) do update set title = excluded.title,"
                  + " first_day = excluded.first_day, last_day = excluded.last_day,"
                  + " articles = excluded.articles, sources = excluded.sources,"
                  + " changed = excluded.changed, record = excluded.record,"
                  + " version = excluded.version where story.version < excluded.version",
              shown.id(),
              shown.title(),
              shown.start(),
              shown.end(),
              shown.articles().size(),
              shown.independentSources(),
              generation,
              Rows.RECORDS.encode(shown),
              version);
        });
  }

  /**
   * A story is no more: its articles went to others.
   *
   * @param version counts on from its records
   */
  public void removeStory(String story, long version) {
    changes.add(
        generation ->
            database.update(
                "insert into story (id, title, articles, sources, changed, stale, version)"
                    + " values (?, ?, 0, 0, ?, 0, ?) on conflict (id) do update set articles = 0,"
                    + " sources = 0, changed = excluded.changed, record = null,"
                    + " version = excluded.version where story.version < excluded.version",
                story,
                story,
                generation,
                version));
  }

  /** What happened to a story; said again under its number, it is noted once. */
  public void note(HistoryEntry entry) {
    changes.add(generation -> StoreWriter.note(database, entry));
  }

  /** What could not be read. */
  public void reject(Rejection rejection) {
    changes.add(generation -> StoreWriter.reject(database, rejection));
  }

  /** How much was put and not kept yet. */
  public int waiting() {
    return changes.size();
  }

  /**
   * Keeps all that was put since the last time, durably. When it fails, all of it is still waiting:
   * it may be tried again.
   */
  public void flush() throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    try {
      // one row that every sink changes first: they go one after the other, and never wait in a
      // ring
      long generation = StoreWriter.count(database, "generation");
      for (Change change : changes) {
        change.apply(generation);
      }
      database.commit();
      changes.clear();
    } catch (UncheckedIOException e) {
      try {
        database.rollback();
      } catch (UncheckedIOException f) {
        e.addSuppressed(f);
      }
      throw e.getCause();
    }
  }

  /** Closes the store; what was not flushed is forgotten. */
  @Override
  public void close() throws IOException {
    database.close();
  }
}

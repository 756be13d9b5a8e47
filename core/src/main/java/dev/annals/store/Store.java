package dev.annals.store;

import dev.annals.article.Article;
import dev.annals.capture.Capture;
import dev.annals.capture.Rejection;
import dev.annals.record.Correction;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept: captures, articles with all their versions, stories, records, corrections. Reading
 * sees what was committed, by whichever process, and is safe from several threads at once; writing
 * is done by {@link #writer()}.
 */
public final class Store implements Closeable {

  // stories that were merged into one another, one after the other
  private static final int MOST_HEIRS = 20;

  private final Database database;
  private final StoreWriter writer;

  private Store(Database database) {
    this.database = database;
    this.writer = new StoreWriter(database);
  }

  /**
   * Opens a store, and makes it when there is none.
   *
   * @param location a folder, an SQLite file, or a JDBC URL of SQLite or PostgreSQL
   */
  public static Store open(String location) throws IOException {
    return new Store(Database.open(StoreLocation.of(location)));
  }

  /** Whether there is a store to open; a database server is taken to have one. */
  public static boolean exists(String location) {
    return StoreLocation.of(location).exists();
  }

  /** What is kept about alerts; changed inside {@code Engine.note}. */
  public AlertTables alerts() {
    return new AlertTables(database);
  }

  /** What is kept about following feeds; changed inside {@code Engine.note} and the like. */
  public FollowTables follow() {
    return new FollowTables(database);
  }

  /** The only way to change the store. */
  public StoreWriter writer() {
    return writer;
  }

  /**
   * The folder of the search index: beside the store, or when that is on a server in the temporary
   * folder of this machine, under the name of the store.
   */
  public Path indexFolder() {
    Path beside = database.location().beside("index");
    return beside != null
        ? beside
        : Path.of(
            System.getProperty("java.io.tmpdir"),
            "annals-index-" + System.getProperty("user.name"),
            identity());
  }

  /** Tells this store from every other, a copy of it included. */
  public String identity() {
    String identity = meta("identity");
    return identity == null ? "none" : identity;
  }

  /** The job that writes this store through a {@link StoreSink}, or null when there is none. */
  public @Nullable String job() {
    return meta("job");
  }

  /** The number of the last state. */
  public long generation() {
    String value = meta("generation");
    return value == null ? 0 : Long.parseLong(value);
  }

  private @Nullable String meta(String name) {
    return Rows.first(
        database.rows("select value from meta where name = ?", row -> row.getString(1), name));
  }

  /** Whether this version of Annals can read the articles and records back as they were kept. */
  public boolean readable() {
    String articles = meta("article-shape");
    String records = meta("record-shape");
    return (articles == null || articles.equals(Intake.shape()))
        && (records == null || records.equals(Rows.RECORDS.shape()));
  }

  /** All stories, by importance: most independent sources, then most articles, then latest. */
  public List<StorySummary> stories() {
    return database.rows(
        SUMMARY + " order by sources desc, articles desc, coalesce(last_day, '') desc, id",
        Store::summary);
  }

  private static final String SUMMARY =
      "select id, title, first_day, last_day, articles, sources, changed from story"
          + " where record is not null";

  private static StorySummary summary(ResultSet row) throws SQLException {
    return new StorySummary(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getInt(6),
        row.getLong(7));
  }

  /** The record of a story, or null when there is no such story. */
  public @Nullable StoryRecord record(String story) {
    return Rows.first(
        database.rows(
            "select record from story where id = ? and record is not null",
            row -> Rows.RECORDS.decode(row.getBytes(1)),
            story));
  }

  /** The story that a former one was merged into, at the end of the chain, or null. */
  public @Nullable String heir(String story) {
    String now = story;
    for (int hops = 0; hops < MOST_HEIRS; hops++) {
      String next = mergedInto(now);
      if (next == null) {
        return null;
      }
      now = next;
      if (isStory(now)) {
        return now;
      }
    }
    return null;
  }

  private boolean isStory(String id) {
    return !database
        .rows(
            "select id from story where id = ? and record is not null", row -> row.getString(1), id)
        .isEmpty();
  }

  private @Nullable String mergedInto(String story) {
    String heir =
        Rows.first(
            database.rows(
                "select story from history where other = ? and kind = 'merged'"
                    + " order by number desc limit 1",
                row -> row.getString(1),
                story));
    if (heir != null) {
      return heir;
    }
    for (Correction correction :
        database.rows(
            "select content from correction order by number desc",
            row -> Rows.CORRECTIONS.decode(row.getBytes(1)))) {
      if (correction.kind() == Correction.Kind.MERGE && correction.target().equals(story)) {
        return correction.story();
      }
    }
    return null;
  }

  /** The stories that have changed or gone after a state of the store, in that order. */
  public List<Changed> changedAfter(long generation) {
    return database.rows(
        "select id, changed from story where changed > ? order by changed, id",
        row -> new Changed(row.getString(1), row.getLong(2)),
        generation);
  }

  /**
   * A story that has changed or gone.
   *
   * @param generation the state of the store that changed it last
   */
  public record Changed(String id, long generation) {}

  /** Ids that a short form of an id may mean. */
  public List<String> storiesStartingWith(String prefix) {
    return database.rows(
        "select id from story where substr(id, 1, ?) = ? and record is not null" + " order by id",
        row -> row.getString(1),
        prefix.length(),
        prefix);
  }

  /** The story an article is in, or null. */
  public @Nullable String storyOf(String article) {
    return Rows.first(
        database.rows(
            "select story from placement where article = ?", row -> row.getString(1), article));
  }

  /** The articles of a story with what was found in them. */
  public List<StoryArticle> members(String story) {
    return database.rows(Rows.MEMBERS, Rows::member, story);
  }

  /**
   * An article of a story whose record is to be compiled anew.
   *
   * @param seq later than that of all that came before
   * @param source its publisher, or null
   * @param title its headline, or null
   * @param published as stated, or null
   */
  public record Arrival(
      long seq,
      String id,
      @Nullable String source,
      @Nullable String title,
      @Nullable String published) {}

  /** The latest articles of a story when its record is to be compiled anew, else none. */
  public List<Arrival> arrivals(String story, int most) {
    return database.rows(
        "select a.seq, a.id, a.source, a.title, a.published from story s"
            + " join placement p on p.story = s.id"
            + " join article a on a.id = p.article and a.newest = 1"
            + " where s.id = ? and s.stale = 1 order by a.seq desc limit "
            + most,
        row ->
            new Arrival(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        story);
  }

  /** The articles of a story alone, in the order of {@link #members}. */
  public List<Article> articlesOf(String story) {
    return database.rows(
        "select a.content from placement p join article a on a.id = p.article and a.newest = 1"
            + " where p.story = ? order by a.seq",
        row -> Intake.ARTICLES.decode(row.getBytes(1)),
        story);
  }

  /** Every version of an article, the newest first. */
  public List<ArticleVersion> versions(String article) {
    return database.rows(
        "select version, newest, seq, content, annotations from article where id = ?"
            + " order by version desc",
        Rows::version,
        article);
  }

  /** The captures of an article, oldest first. */
  public List<KeptCapture> capturesOf(String article) {
    return database.rows(
        "select seq, fingerprint, version, content from capture where article = ? order by seq",
        row ->
            new KeptCapture(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                article,
                Intake.capture(row.getBytes(4))),
        article);
  }

  /** What happened to a story, oldest first. */
  public List<HistoryEntry> history(String story) {
    return database.rows(
        "select number, kind, story, article, other, why from history"
            + " where story = ? or other = ? order by number",
        row ->
            new HistoryEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
        story,
        story);
  }

  /** What could not be read, by origin. */
  public List<Rejection> rejections() {
    return database.rows(
        "select origin, reason from rejection order by origin",
        row -> new Rejection(row.getString(1), row.getString(2)));
  }

  /** Ids of all articles, in the order of reading. */
  public List<String> articleIds() {
    return database.rows(
        "select id from article where newest = 1 order by seq", row -> row.getString(1));
  }

  /** Number of articles, versions not counted. */
  public long articles() {
    Long count =
        Rows.first(
            database.rows("select count(*) from article where newest = 1", row -> row.getLong(1)));
    return count == null ? 0 : count;
  }

  /**
   * A capture as it was read.
   *
   * @param article the id under which its article is kept
   */
  public record KeptCapture(
      long seq, String fingerprint, int version, String article, Capture capture) {}

  /**
   * Copies the store as it stands to an SQLite file, while others go on reading and writing. The
   * copy can be opened like any store.
   *
   * @throws IOException when the file is there already or cannot be written
   */
  public void backup(Path file) throws IOException {
    try {
      Backup.write(database, file);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Fills this store, which must be empty, with what is in another.
   *
   * @param location the other store: a backup, a folder or a JDBC URL
   */
  public void restore(String location) throws IOException {
    writer.takeTurn();
    try (var from = Database.open(StoreLocation.of(location))) {
      Backup.restore(from, database);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      writer.endTurn();
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}

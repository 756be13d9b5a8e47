package dev.annals.store;

import dev.annals.annotation.Annotations;
import dev.annals.article.Article;
import dev.annals.capture.Capture;
import dev.annals.capture.Rejection;
import dev.annals.record.Correction;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import dev.annals.story.StoryArchive;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is kept: captures, articles with all their versions, stories, records, corrections. Writing
 * is done by one thread, in batches that {@link #commit()} makes durable as a whole; reading sees
 * what was committed and is safe from several threads at once.
 */
public final class Store implements Closeable {

  private static final RecordCodec<StoryRecord> RECORDS = RecordCodec.of(StoryRecord.class);
  private static final RecordCodec<Correction> CORRECTIONS = RecordCodec.of(Correction.class);

  private final Database database;
  private final @Nullable Path folder;

  private Store(Database database, @Nullable Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Opens a store, and makes it when there is none.
   *
   * @param location a folder, or a JDBC URL
   */
  public static Store open(String location) throws IOException {
    if (location.startsWith("jdbc:")) {
      return new Store(Database.at(location), null);
    }
    Path folder = Path.of(location);
    return new Store(Database.inFolder(folder), folder);
  }

  /** Whether there is a store to open; a database server is taken to have one. */
  public static boolean exists(String location) {
    return location.startsWith("jdbc:") || Files.exists(Path.of(location).resolve("annals.db"));
  }

  /** The folder of this store, or null when it lies on a database server. */
  public @Nullable Path folder() {
    return folder;
  }

  // ------------------------------------------------------------------ writing

  /** Makes all changes since the last commit durable, together. */
  public void commit() {
    database.commit();
  }

  /** Forgets all changes since the last commit. */
  public void rollback() {
    database.rollback();
  }

  /** The article that a capture was read into before, or null. */
  public @Nullable String known(String fingerprint) {
    return first(
        database.ownRows(
            "select article from capture where fingerprint = ?",
            row -> row.getString(1),
            fingerprint));
  }

  /** The newest version of an article as far as it matters to the next one, or null. */
  public @Nullable Newest newest(String article) {
    return first(
        database.ownRows(
            "select version, origin, text_digest, url from article where id = ? and newest = 1",
            row -> new Newest(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)),
            article));
  }

  /**
   * What tells a new version from an old one.
   *
   * @param url where it was captured, or null when unknown
   */
  public record Newest(int version, String origin, String textDigest, @Nullable String url) {}

  /** Number of the last document that was kept. */
  public long lastSeq() {
    Long last =
        first(database.ownRows("select coalesce(max(seq), 0) from capture", row -> row.getLong(1)));
    return last == null ? 0 : last;
  }

  /** Keeps a document whose article is new or has changed. */
  public void keep(Intake intake, int version, long seq) {
    Article article = intake.article();
    keepCapture(intake, version, seq);
    database.update("update article set newest = 0 where id = ? and newest = 1", article.id());
    database.update(
        "insert into article (id, version, seq, newest, origin, url, source, title, published,"
            + " language, text_digest, content, annotations)"
            + " values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        article.id(),
        version,
        seq,
        intake.origin(),
        article.url(),
        article.source(),
        article.title(),
        article.published(),
        article.language(),
        intake.textDigest(),
        intake.packedArticle(),
        intake.packedAnnotations());
    database.update("delete from rejection where origin = ?", intake.origin());
  }

  /** Keeps a document that says the same as one before. */
  public void keepCapture(Intake intake, int version, long seq) {
    database.update(
        "insert into capture (fingerprint, article, version, seq, origin, content)"
            + " values (?, ?, ?, ?, ?, ?)",
        intake.fingerprint(),
        intake.article().id(),
        version,
        seq,
        intake.origin(),
        intake.packedCapture());
  }

  /** Replaces what was derived from a capture: the article and what was found in it. */
  public void derive(Intake intake, int version) {
    Article article = intake.article();
    database.update(
        "update article set url = ?, source = ?, title = ?, published = ?, language = ?,"
            + " text_digest = ?, content = ?, annotations = ? where id = ? and version = ?",
        article.url(),
        article.source(),
        article.title(),
        article.published(),
        article.language(),
        intake.textDigest(),
        intake.packedArticle(),
        intake.packedAnnotations(),
        article.id(),
        version);
  }

  /** Puts an article into a story; it leaves the one it was in. */
  public void place(String article, String story, String why) {
    database.update(
        "insert into placement (article, story, why) values (?, ?, ?)"
            + " on conflict (article) do update set story = excluded.story, why = excluded.why",
        article,
        story,
        why);
  }

  /** Notes what happened to a story; said twice, it is noted once. */
  public void note(HistoryEntry entry) {
    database.update(
        "insert into history (number, kind, story, article, other, why) values (?, ?, ?, ?, ?, ?)"
            + " on conflict (number) do update set kind = excluded.kind, story = excluded.story,"
            + " article = excluded.article, other = excluded.other, why = excluded.why",
        entry.number(),
        entry.kind(),
        entry.story(),
        entry.article(),
        entry.other(),
        entry.why());
  }

  /** Marks a story whose record must be compiled anew. */
  public void touch(String story, String title) {
    database.update(
        "insert into story (id, title, articles, sources, changed, stale)"
            + " values (?, ?, 0, 0, 0, 1) on conflict (id) do update set stale = 1",
        story,
        title);
  }

  /** Marks all stories. */
  public void touchAll() {
    database.update("update story set stale = 1");
  }

  /** Keeps the record of a story, which is then up to date. */
  public void keep(StoryRecord record, byte[] packed, long generation) {
    database.update(
        "update story set title = ?, first_day = ?, last_day = ?, articles = ?, sources = ?,"
            + " changed = ?, stale = 0, record = ? where id = ?",
        record.title(),
        record.start(),
        record.end(),
        record.articles().size(),
        record.independentSources(),
        generation,
        packed,
        record.id());
  }

  /** A record as bytes, made by the thread that compiled it. */
  public static byte[] pack(StoryRecord record) {
    return RECORDS.encode(record);
  }

  /** Empties a story that has no articles any more. */
  public void removeStory(String story, long generation) {
    database.update(
        "update story set record = null, articles = 0, sources = 0, stale = 0, changed = ?"
            + " where id = ?",
        generation,
        story);
  }

  /** Removes an article with all its versions, captures and places. */
  public void forget(String article) {
    database.update("delete from capture where article = ?", article);
    database.update("delete from article where id = ?", article);
    database.update("delete from placement where article = ?", article);
  }

  /** Notes what could not be read. */
  public void reject(Rejection rejection) {
    database.update(
        "insert into rejection (origin, reason) values (?, ?)"
            + " on conflict (origin) do update set reason = excluded.reason",
        rejection.origin(),
        rejection.reason());
  }

  /** Keeps a correction. */
  public void keep(Correction correction) {
    Long last =
        first(
            database.ownRows(
                "select coalesce(max(number), 0) from correction", row -> row.getLong(1)));
    database.update(
        "insert into correction (number, story, content) values (?, ?, ?)",
        (last == null ? 0 : last) + 1,
        correction.story(),
        CORRECTIONS.encode(correction));
  }

  /** Keeps the clusterer as it stands after a document. */
  public void keepClusterer(byte[] state, long seq) {
    database.update(
        "insert into clusterer (name, seq, content) values ('stories', ?, ?)"
            + " on conflict (name) do update set seq = excluded.seq, content = excluded.content",
        seq,
        RecordCodec.deflate(state));
    SleepingStories.clean(database);
  }

  /** Forgets the clusterer's state: it is made anew from the articles. */
  public void dropClusterer() {
    database.update("delete from clusterer");
    database.update("delete from sleeper");
    database.update("delete from sleeper_key");
  }

  /** The clusterer as it was kept last, or null. */
  public @Nullable Clusterer clusterer() {
    return first(
        database.ownRows(
            "select seq, content from clusterer where name = 'stories'",
            row -> new Clusterer(row.getLong(1), RecordCodec.inflate(row.getBytes(2)))));
  }

  /** A clusterer's state after document number {@code seq}. */
  public record Clusterer(long seq, byte[] state) {}

  /** Stories whose record must be compiled anew, by id. */
  public List<String> stale() {
    return database.ownRows(
        "select id from story where stale = 1 order by id", row -> row.getString(1));
  }

  /** Counts the states of the store; a record says in which it changed last. */
  public long nextGeneration() {
    long next = generation() + 1;
    meta("generation", Long.toString(next));
    return next;
  }

  /** The number of the last state. */
  public long generation() {
    String value = meta("generation");
    return value == null ? 0 : Long.parseLong(value);
  }

  private @Nullable String meta(String name) {
    return first(
        database.ownRows("select value from meta where name = ?", row -> row.getString(1), name));
  }

  private void meta(String name, String value) {
    database.update(
        "insert into meta (name, value) values (?, ?)"
            + " on conflict (name) do update set value = excluded.value",
        name,
        value);
  }

  /** Whether this version of Annals can read the articles and records back as they were kept. */
  public boolean readable() {
    String articles = meta("article-shape");
    String records = meta("record-shape");
    return (articles == null || articles.equals(Intake.shape()))
        && (records == null || records.equals(RECORDS.shape()));
  }

  /** Notes how articles and records are kept from now on. */
  public void noteShapes() {
    meta("article-shape", Intake.shape());
    meta("record-shape", RECORDS.shape());
  }

  /** Every capture that made a version of an article, in the order of reading. */
  public void captures(Consumer<KeptCapture> each) {
    long after = 0;
    while (true) {
      var rows =
          database.ownRows(
              "select c.seq, c.fingerprint, c.version, c.content, c.article from capture c"
                  + " join article a on a.id = c.article and a.version = c.version and a.seq = c.seq"
                  + " where c.seq > ? order by c.seq limit 100",
              row ->
                  new KeptCapture(
                      row.getLong(1),
                      row.getString(2),
                      row.getInt(3),
                      row.getString(5),
                      Intake.capture(row.getBytes(4))),
              after);
      if (rows.isEmpty()) {
        return;
      }
      rows.forEach(each);
      after = rows.get(rows.size() - 1).seq();
    }
  }

  /**
   * A capture as it was read.
   *
   * @param article the id under which its article is kept
   */
  public record KeptCapture(
      long seq, String fingerprint, int version, String article, Capture capture) {}

  /** Articles kept after a document, in the order of reading, the open transaction included. */
  public List<ArticleVersion> articlesAfter(long seq, int most) {
    return database.ownRows(
        "select version, newest, seq, content, annotations from article where seq > ?"
            + " order by seq limit "
            + most,
        Store::version,
        seq);
  }

  /** The articles of a story as the writer sees them. */
  public List<StoryArticle> membersForCompile(String story) {
    return database.ownRows(MEMBERS, Store::member, story);
  }

  /**
   * Where stories sleep.
   *
   * @param seq number of the document that the clusterer is at
   */
  public StoryArchive archive(LongSupplier seq) {
    return new SleepingStories(database, seq);
  }

  /** Takes sleepers and places back to where they were after a document, to place from there. */
  public void rewind(long seq) {
    database.update(
        "delete from placement where article in"
            + " (select id from article where seq > ? and version = 1)",
        seq);
    SleepingStories.rewind(database, seq);
  }

  // ------------------------------------------------------------------ reading

  private static final String MEMBERS =
      "select a.content, a.annotations, p.why from placement p"
          + " join article a on a.id = p.article and a.newest = 1 where p.story = ? order by a.seq";

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
    return first(
        database.rows(
            "select record from story where id = ? and record is not null",
            row -> RECORDS.decode(row.getBytes(1)),
            story));
  }

  /** Ids of stories that have changed or gone after a state of the store. */
  public List<String> changedAfter(long generation) {
    return database.rows(
        "select id from story where changed > ? order by id", row -> row.getString(1), generation);
  }

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
    return first(
        database.ownRows(
            "select story from placement where article = ?", row -> row.getString(1), article));
  }

  /** The articles of a story with what was found in them. */
  public List<StoryArticle> members(String story) {
    return database.rows(MEMBERS, Store::member, story);
  }

  private static StoryArticle member(ResultSet row) throws SQLException {
    return new StoryArticle(
        Intake.ARTICLES.decode(row.getBytes(1)),
        Intake.ANNOTATIONS.decode(row.getBytes(2)),
        row.getString(3));
  }

  /** Every version of an article, the newest first. */
  public List<ArticleVersion> versions(String article) {
    return database.rows(
        "select version, newest, seq, content, annotations from article where id = ?"
            + " order by version desc",
        Store::version,
        article);
  }

  private static ArticleVersion version(ResultSet row) throws SQLException {
    Article article = Intake.ARTICLES.decode(row.getBytes(4));
    Annotations annotations = Intake.ANNOTATIONS.decode(row.getBytes(5));
    return new ArticleVersion(
        article, annotations, row.getInt(1), row.getInt(2) == 1, row.getLong(3));
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

  /** The corrections of a story, oldest first, the open transaction included. */
  public List<Correction> corrections(String story) {
    return database.ownRows(
        "select content from correction where story = ? order by number",
        row -> CORRECTIONS.decode(row.getBytes(1)),
        story);
  }

  /** The corrections that move articles, oldest first, the open transaction included. */
  public List<Correction> placementCorrections() {
    return database
        .ownRows(
            "select content from correction order by number",
            row -> CORRECTIONS.decode(row.getBytes(1)))
        .stream()
        .filter(c -> c.kind() == Correction.Kind.MERGE || c.kind() == Correction.Kind.SPLIT)
        .toList();
  }

  /** Ids of the articles of a story, the open transaction included. */
  public List<String> articlesOf(String story) {
    return database.ownRows(
        "select article from placement where story = ? order by article",
        row -> row.getString(1),
        story);
  }

  /** What could not be read, by origin. */
  public List<Rejection> rejections() {
    return database.rows(
        "select origin, reason from rejection order by origin",
        row -> new Rejection(row.getString(1), row.getString(2)));
  }

  /** Number of articles, versions not counted. */
  public long articles() {
    Long count =
        first(
            database.rows("select count(*) from article where newest = 1", row -> row.getLong(1)));
    return count == null ? 0 : count;
  }

  private static <T> @Nullable T first(List<T> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}

package dev.annals.store;

import dev.annals.article.Article;
import dev.annals.capture.Rejection;
import dev.annals.record.Correction;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import dev.annals.story.StoryArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes a store, in batches that {@link #commit()} makes durable as a whole. One at a time writes
 * to a store, of all processes: who writes takes its turn first. Whatever is asked here sees the
 * batch that is not committed yet. Used by one thread at a time, except for what compiling asks.
 */
public final class StoreWriter {

  private final Database database;
  private final WriteTurn turn;

  StoreWriter(Database database) {
    this.database = database;
    Path lock = database.location().beside("lock");
    this.turn =
        new WriteTurn(
            database.location(), lock == null ? new ServerGate(database) : new FileGate(lock));
  }

  /** Waits until nobody else writes to the store. */
  public void takeTurn() throws IOException {
    turn.take();
  }

  /** Lets others write; what was not committed is forgotten. */
  public void endTurn() throws IOException {
    try {
      database.rollback();
    } finally {
      turn.give();
    }
  }

  /**
   * Lets those go first who wait. To be called right after a commit.
   *
   * @return whether somebody else may have written in between
   */
  public boolean shareTurn() throws IOException {
    return turn.share();
  }

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
    return Rows.first(
        database.ownRows(
            "select article from capture where fingerprint = ?",
            row -> row.getString(1),
            fingerprint));
  }

  /** The newest version of an article as far as it matters to the next one, or null. */
  public @Nullable Newest newest(String article) {
    return Rows.first(
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
        Rows.first(
            database.ownRows("select coalesce(max(seq), 0) from capture", row -> row.getLong(1)));
    return last == null ? 0 : last;
  }

  /** Keeps a document whose article is new or has changed. */
  public void keep(Intake intake, int version, long seq) {
    Article article = intake.article();
    keepCapture(intake, version, seq);
    database.update("update article set newest = 0 where id = ? and newest = 1", article.id());
    Rows.insertArticle(database, intake, version, seq, true, "");
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

  /** Puts an article into a story; it leaves the one it was in, which is then marked. */
  public void place(String article, String story, String why) {
    database.update(
        "update story set stale = 1 where id ="
            + " (select story from placement where article = ? and story <> ?)",
        article,
        story);
    database.update(
        "insert into placement (article, story, why) values (?, ?, ?)"
            + " on conflict (article) do update set story = excluded.story, why = excluded.why",
        article,
        story,
        why);
  }

  /** Notes what happened to a story; said twice, it is noted once. */
  public void note(HistoryEntry entry) {
    note(database, entry);
  }

  static void note(Database database, HistoryEntry entry) {
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
    return Rows.RECORDS.encode(record);
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

  /** Notes a name that is to be taken out of all that is read, by what tells it again. */
  public void forgetName(String tombstone) {
    String before = meta("forgotten");
    if (before == null || !List.of(before.split("\n")).contains(tombstone)) {
      meta("forgotten", before == null ? tombstone : before + "\n" + tombstone);
    }
  }

  /** What tells the names that are to be taken out. */
  public List<String> forgottenNames() {
    String names = meta("forgotten");
    return names == null ? List.of() : List.of(names.split("\n"));
  }

  /** Changes all that is kept word for word; see {@link Rewriting}. */
  public Rewriting rewriting() {
    return new Rewriting(database);
  }

  /** Notes what could not be read. */
  public void reject(Rejection rejection) {
    reject(database, rejection);
  }

  static void reject(Database database, Rejection rejection) {
    database.update(
        "insert into rejection (origin, reason) values (?, ?)"
            + " on conflict (origin) do update set reason = excluded.reason",
        rejection.origin(),
        rejection.reason());
  }

  /** Keeps a correction. */
  public void keep(Correction correction) {
    Long last =
        Rows.first(
            database.ownRows(
                "select coalesce(max(number), 0) from correction", row -> row.getLong(1)));
    database.update(
        "insert into correction (number, story, content) values (?, ?, ?)",
        (last == null ? 0 : last) + 1,
        correction.story(),
        Rows.CORRECTIONS.encode(correction));
  }

  /** Writes the state of a clusterer. */
  @FunctionalInterface
  public interface State {
    /** Writes it all, piece by piece. */
    void write(OutputStream out) throws IOException;
  }

  /** Keeps the clusterer as it stands after a document. */
  public void keepClusterer(State state, long seq) {
    ClustererPieces.keep(database, state, seq);
    SleepingStories.clean(database);
    count("clusterer");
  }

  /** Forgets the clusterer's state: it is made anew from the articles. */
  public void dropClusterer() {
    database.update("delete from clusterer");
    database.update("delete from sleeper");
    database.update("delete from sleeper_key");
    count("clusterer");
  }

  /**
   * What a clusterer in memory depends on: while this stays, it can go on with the articles that
   * others have kept.
   */
  public Basis basis() {
    Long corrections =
        Rows.first(
            database.ownRows(
                "select coalesce(max(number), 0) from correction", row -> row.getLong(1)));
    return new Basis(number("clusterer"), corrections == null ? 0 : corrections);
  }

  /**
   * How often the clusterer's state was kept or dropped, and the last correction.
   *
   * @param states counts the states
   * @param corrections counts the corrections
   */
  public record Basis(long states, long corrections) {}

  /** Number of the last document that made a version of an article. */
  public long lastArticle() {
    Long last =
        Rows.first(
            database.ownRows("select coalesce(max(seq), 0) from article", row -> row.getLong(1)));
    return last == null ? 0 : last;
  }

  /** The clusterer as it was kept last, or null. */
  public @Nullable Clusterer clusterer() {
    Long seq = ClustererPieces.seq(database);
    return seq == null ? null : new Clusterer(seq, ClustererPieces.open(database));
  }

  /**
   * A clusterer's state after document number {@code seq}.
   *
   * @param state to be read at once
   */
  public record Clusterer(long seq, InputStream state) {}

  /** Stories whose record must be compiled anew, by id. */
  public List<String> stale() {
    return database.ownRows(
        "select id from story where stale = 1 order by id", row -> row.getString(1));
  }

  /**
   * Counts the states of the store; a record says in which it changed last. Every transaction that
   * changes records has a state of its own, so that who follows the store misses none.
   */
  public long nextGeneration() {
    return count("generation");
  }

  private long count(String name) {
    return count(database, name);
  }

  /** One more, at once: who counts the same waits until this transaction ends. */
  static long count(Database database, String name) {
    database.update(
        "insert into meta (name, value) values (?, '1') on conflict (name) do update"
            + " set value = cast(cast(meta.value as bigint) + 1 as text)",
        name);
    Long now =
        Rows.first(
            database.ownRows(
                "select cast(value as bigint) from meta where name = ?",
                row -> row.getLong(1),
                name));
    return now == null ? 0 : now;
  }

  private long number(String name) {
    String last = meta(name);
    return last == null ? 0 : Long.parseLong(last);
  }

  private @Nullable String meta(String name) {
    return Rows.first(
        database.ownRows("select value from meta where name = ?", row -> row.getString(1), name));
  }

  private void meta(String name, String value) {
    database.update(
        "insert into meta (name, value) values (?, ?)"
            + " on conflict (name) do update set value = excluded.value",
        name,
        value);
  }

  /** Notes how articles and records are kept from now on. */
  public void noteShapes() {
    meta("article-shape", Intake.shape());
    meta("record-shape", Rows.RECORDS.shape());
  }

  /** Every capture that made a version of an article, in the order of reading. */
  public void captures(Consumer<Store.KeptCapture> each) {
    long after = 0;
    while (true) {
      var rows =
          database.ownRows(
              "select c.seq, c.fingerprint, c.version, c.content, c.article from capture c"
                  + " join article a on a.id = c.article and a.version = c.version and a.seq = c.seq"
                  + " where c.seq > ? order by c.seq limit 100",
              row ->
                  new Store.KeptCapture(
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

  /** Articles kept after a document, in the order of reading, the open transaction included. */
  public List<ArticleVersion> articlesAfter(long seq, int most) {
    return database.ownRows(
        "select version, newest, seq, content, annotations from article where seq > ?"
            + " order by seq limit "
            + most,
        Rows::version,
        seq);
  }

  /** The articles of a story as the writer sees them. */
  public List<StoryArticle> membersForCompile(String story, UnpackedMembers known) {
    // unpacked by the thread that compiles, while another one asks the database
    return known.unpack(database.ownRows(Rows.MEMBERS, Rows::packed, story));
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

  static final String CORRECTIONS_OF =
      "select content from correction where story = ? order by number";

  /** The story of an article, the open transaction included, or null. */
  public @Nullable String storyOf(String article) {
    return Rows.first(
        database.ownRows(
            "select story from placement where article = ?", row -> row.getString(1), article));
  }

  /** The corrections of a story, oldest first, the open transaction included. */
  public List<Correction> corrections(String story) {
    return database.ownRows(CORRECTIONS_OF, row -> Rows.CORRECTIONS.decode(row.getBytes(1)), story);
  }

  /** The corrections that move articles, oldest first, the open transaction included. */
  public List<Correction> placementCorrections() {
    return database
        .ownRows(
            "select content from correction order by number",
            row -> Rows.CORRECTIONS.decode(row.getBytes(1)))
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
}

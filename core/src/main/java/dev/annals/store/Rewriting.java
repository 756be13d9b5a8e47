package dev.annals.store;

import dev.annals.capture.Capture;
import dev.annals.record.Correction;
import java.util.HashSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Changes what is kept word for word, in the writer's open transaction. Articles must be derived
 * and placed anew afterwards.
 */
public final class Rewriting {

  private final Database database;

  Rewriting(Database database) {
    this.database = database;
  }

  /**
   * Changes captures, the articles that are named after them, and where they were read; forgets
   * rejections that it would change, and how stories came about, which may name it.
   *
   * @param words what it does to where a document was read
   */
  public void captures(UnaryOperator<Capture> captures, UnaryOperator<String> words) {
    var renamed = new HashSet<String>();
    var fingerprints =
        database.ownRows(
            "select fingerprint from capture order by seq, fingerprint", row -> row.getString(1));
    for (String fingerprint : fingerprints) {
      Capture kept =
          Rows.first(
              database.ownRows(
                  "select content from capture where fingerprint = ?",
                  row -> Intake.capture(row.getBytes(1)),
                  fingerprint));
      Capture changed = kept == null ? null : captures.apply(kept);
      if (kept != null && changed != null && changed != kept) {
        database.update(
            "update capture set content = ?, article = ? where fingerprint = ?",
            Intake.pack(changed),
            changed.id(),
            fingerprint);
        if (!changed.id().equals(kept.id()) && renamed.add(kept.id())) {
          database.update("update article set id = ? where id = ?", changed.id(), kept.id());
          database.update(
              "update placement set article = ? where article = ?", changed.id(), kept.id());
        }
      }
    }
    origins("capture", words);
    origins("article", words);
    for (String origin :
        database.ownRows("select origin from rejection", row -> row.getString(1))) {
      if (!words.apply(origin).equals(origin)) {
        database.update("delete from rejection where origin = ?", origin);
      }
    }
    database.update("delete from history");
  }

  private void origins(String table, UnaryOperator<String> words) {
    var origins = database.ownRows("select distinct origin from " + table, row -> row.getString(1));
    for (String origin : origins) {
      String changed = words.apply(origin);
      if (!changed.equals(origin)) {
        database.update("update " + table + " set origin = ? where origin = ?", changed, origin);
      }
    }
  }

  /** Changes corrections. */
  public void corrections(UnaryOperator<Correction> corrections) {
    var numbers =
        database.ownRows("select number from correction order by number", row -> row.getLong(1));
    for (long number : numbers) {
      Correction kept =
          Rows.first(
              database.ownRows(
                  "select content from correction where number = ?",
                  row -> Rows.CORRECTIONS.decode(row.getBytes(1)),
                  number));
      Correction changed = kept == null ? null : corrections.apply(kept);
      if (changed != null && !changed.equals(kept)) {
        database.update(
            "update correction set story = ?, content = ? where number = ?",
            changed.story(),
            Rows.CORRECTIONS.encode(changed),
            number);
      }
    }
  }

  /**
   * Removes the rows of stories that have no articles any more, whose ids may be made of words of
   * their headlines. Indexes, which would wait to hear that these are gone, are made anew.
   */
  public void emptyStories() {
    database.update("delete from story where articles = 0 and stale = 0");
    database.update(
        "update meta set value = ? where name = 'identity'", UUID.randomUUID().toString());
  }
}

package dev.annals.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about alerts. Changes go into the open transaction of the one who writes; reading
 * sees what was committed and is safe from several threads.
 */
public final class AlertTables {

  private static final int ASKED_AT_ONCE = 200;

  private final Database database;

  AlertTables(Database database) {
    this.database = database;
  }

  private static final String ALERT =
      "select id, kind, query, webhook, secret, added_at, next_at, told_at, generation, failures,"
          + " error from alert";

  private static Alert alert(ResultSet row) throws SQLException {
    long told = row.getLong(8);
    boolean never = row.wasNull();
    return new Alert(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        row.getLong(7),
        never ? null : Long.valueOf(told),
        row.getLong(9),
        row.getInt(10),
        row.getString(11));
  }

  /** All alerts. */
  public List<Alert> all() {
    return database.rows(ALERT + " order by added_at, id", AlertTables::alert);
  }

  /** Keeps an alert as it is now. */
  public void keep(Alert alert) {
    database.update(
        "insert into alert (id, kind, query, webhook, secret, added_at, next_at, told_at, generation,"
            + " failures, error) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update"
            + " set next_at = excluded.next_at, told_at = excluded.told_at,"
            + " generation = excluded.generation, failures = excluded.failures, error = excluded.error",
        alert.id(),
        alert.kind(),
        alert.query(),
        alert.webhook(),
        alert.secret(),
        alert.addedAt(),
        alert.nextAt(),
        alert.toldAt(),
        alert.generation(),
        alert.failures(),
        alert.error());
  }

  /** An alert, or null when there is none with this id. */
  public @Nullable Alert find(String id) {
    return Rows.first(database.rows(ALERT + " where id = ?", AlertTables::alert, id));
  }

  /** Removes an alert. */
  public boolean remove(String id) {
    database.update("delete from alert_told where alert = ?", id);
    return database.update("delete from alert where id = ?", id) > 0;
  }

  /** Which of some entries were told already. */
  public Set<String> told(String alert, Collection<String> entries) {
    var told = new HashSet<String>();
    var all = new ArrayList<>(entries);
    for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE));
      var values = new ArrayList<Object>(some);
      values.add(0, alert);
      String marks = "?, ".repeat(some.size() - 1) + "?";
      told.addAll(
          database.rows(
              "select entry from alert_told where alert = ? and entry in (" + marks + ")",
              row -> row.getString(1),
              values.toArray()));
    }
    return told;
  }

  /** Notes that an entry was told; only of an alert that is still there. */
  public void tell(String alert, String entry) {
    database.update(
        "insert into alert_told (alert, entry) select ?, ? where exists"
            + " (select 1 from alert where id = ?) on conflict (alert, entry) do nothing",
        alert,
        entry,
        alert);
  }
}

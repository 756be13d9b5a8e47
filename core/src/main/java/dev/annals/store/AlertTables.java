package dev.annals.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept about alerts. Changes go into the open transaction of the one who writes; reading
 * sees what was committed and is safe from several threads.
 */
public final class AlertTables {

  private final Database database;

  AlertTables(Database database) {
    this.database = database;
  }

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
    return database.rows(
        "select id, kind, query, webhook, secret, added_at, next_at, told_at, generation, failures,"
            + " error from alert order by added_at, id",
        AlertTables::alert);
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

  /** Removes an alert. */
  public boolean remove(String id) {
    database.update("delete from alert_told where alert = ?", id);
    return database.update("delete from alert where id = ?", id) > 0;
  }

  /** Entries that were told already. */
  public Set<String> told(String alert) {
    return new HashSet<>(
        database.rows(
            "select entry from alert_told where alert = ?", row -> row.getString(1), alert));
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

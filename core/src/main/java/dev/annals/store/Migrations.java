package dev.annals.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Brings a database to the tables of this version. The scripts are named, numbered and written as
 * Flyway would have them.
 */
final class Migrations {

  /** In order. One that was released is never changed. */
  private static final List<String> SCRIPTS =
      List.of(
          "V1__first.sql",
          "V2__jobs.sql",
          "V3__sleepers.sql",
          "V4__follow.sql",
          "V5__faces.sql",
          "V6__alerts.sql",
          "V7__heirs.sql");

  private Migrations() {}

  /** Whether all migrations were run. */
  static boolean done(Connection connection, StoreLocation location)
      throws SQLException, IOException {
    int version = version(connection);
    if (version > SCRIPTS.size()) {
      throw new IOException(location.shown() + ": made by a newer version of Annals");
    }
    return version == SCRIPTS.size();
  }

  /** Runs what is missing in one transaction: of two processes one runs it, the other waits. */
  static void run(Connection connection, StoreLocation location) throws SQLException, IOException {
    try (var statement = connection.createStatement()) {
      if (location.sqlite()) {
        statement.execute("begin immediate");
      } else {
        statement.execute(
            "select pg_advisory_xact_lock(" + ServerGate.key(ServerGate.MIGRATION) + ")");
      }
      for (int next = version(connection); next < SCRIPTS.size(); next++) {
        for (String sql : script(SCRIPTS.get(next), location.sqlite()).split(";\\s*\n")) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
        statement.execute(
            "insert into meta (name, value) values ('schema', '"
                + (next + 1)
                + "') on conflict (name) do update set value = excluded.value");
      }
      statement.execute(
          "insert into meta (name, value) values ('identity', '"
              + UUID.randomUUID()
              + "') on conflict (name) do nothing");
      statement.execute("commit");
    }
  }

  /** Number of migrations that were run. */
  private static int version(Connection connection) throws SQLException {
    try (var tables =
        connection.getMetaData().getTables(null, connection.getSchema(), "meta", null)) {
      if (!tables.next()) {
        return 0;
      }
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select value from meta where name = 'schema'")) {
      return row.next() ? Integer.parseInt(row.getString(1)) : 0;
    }
  }

  private static String script(String name, boolean sqlite) throws IOException {
    try (InputStream script = Migrations.class.getResourceAsStream("migrations/" + name)) {
      if (script == null) {
        throw new IOException("no such migration: " + name);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${text}", sqlite ? "text" : "text collate \"C\"");
    }
  }
}

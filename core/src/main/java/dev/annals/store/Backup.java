package dev.annals.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Copies a store as it stood at one moment, while others go on reading and writing. */
final class Backup {

  private static final int ROWS_AT_ONCE = 200;

  private Backup() {}

  /** Copies a store to an SQLite file, which is there only when it is complete. */
  static void write(Database database, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(
          file + ": is there already; a backup overwrites nothing");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      if (database.location().sqlite()) {
        try (var connection = database.connect();
            var statement = connection.prepareStatement("vacuum into ?")) {
          statement.setString(1, part.toString());
          statement.execute();
        }
      } else {
        Files.createFile(part);
        try (var copy = Database.open(StoreLocation.of(part.toString()));
            var from = database.connect()) {
          copy(from, copy);
        }
      }
      try (var copy = Database.open(StoreLocation.of(part.toString()))) {
        // a copy goes its own way: no search index of the other store may be taken for its own
        copy.update("update meta set value = ? where name = 'identity'", "" + UUID.randomUUID());
        copy.commit();
      }
      try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException e) {
      throw database.reason(e);
    } finally {
      for (String end : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(part.resolveSibling(part.getFileName() + end));
      }
    }
  }

  /** Fills an empty store with what is in another. */
  static void restore(Database from, Database to) throws IOException {
    Long kept =
        Rows.first(
            to.rows(
                "select (select count(*) from capture) + (select count(*) from story)",
                row -> row.getLong(1)));
    if (kept == null || kept > 0) {
      throw new IOException(to.location().shown() + ": is not empty");
    }
    try (var connection = from.connect()) {
      copy(connection, to);
    } catch (SQLException e) {
      throw from.reason(e);
    }
  }

  private static void copy(Connection from, Database to) throws SQLException {
    from.setAutoCommit(false); // one snapshot of all tables, read row by row
    from.setTransactionIsolation(
        from.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)
            ? Connection.TRANSACTION_REPEATABLE_READ
            : Connection.TRANSACTION_SERIALIZABLE);
    for (String table : tables(to)) {
      copy(from, to, table);
    }
    from.rollback();
    to.commit();
  }

  /** All tables that this version has; what is in them is all that a store is. */
  static List<String> tables(Database database) throws SQLException {
    var tables = new ArrayList<String>();
    try (var connection = database.connect();
        var rows =
            connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private static void copy(Connection from, Database to, String table) throws SQLException {
    boolean meta = table.equals("meta");
    try (var statement = from.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (var rows = statement.executeQuery("select * from " + table)) {
        int columns = rows.getMetaData().getColumnCount();
        var names = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          names.append(i == 1 ? "" : ", ").append(rows.getMetaData().getColumnName(i));
        }
        String insert =
            "insert into "
                + table
                + " ("
                + names
                + ") values (?"
                + ", ?".repeat(columns - 1)
                + ")"
                + (meta ? " on conflict (name) do update set value = excluded.value" : "");
        while (rows.next()) {
          if (meta && List.of("schema", "identity").contains(rows.getString("name"))) {
            continue;
          }
          var values = new Object[columns];
          for (int i = 0; i < columns; i++) {
            values[i] = rows.getObject(i + 1);
          }
          to.update(insert, values);
        }
      }
    }
  }
}

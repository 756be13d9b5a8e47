package dev.annals.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * A database with one connection that writes, in transactions that the caller ends, and as many as
 * needed that read what was committed.
 */
final class Database implements AutoCloseable {

  /** Migrations in order. One that was released is never changed. */
  private static final List<String> MIGRATIONS = List.of("schema-1.sql");

  /** Takes one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final String url;
  private final boolean sqlite;
  private final Connection writer;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final ConcurrentLinkedDeque<Connection> readers = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  private Database(String url) throws SQLException, IOException {
    this.url = url;
    this.sqlite = url.startsWith("jdbc:sqlite:");
    this.writer = connect();
    try {
      migrate();
    } catch (SQLException | IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** A folder with an SQLite file, made when missing. */
  static Database inFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (AccessDeniedException e) {
      throw new IOException(folder + ": no permission to make this folder", e);
    } catch (IOException e) {
      throw new IOException(folder + ": cannot be made: " + e.getMessage(), e);
    }
    return at("jdbc:sqlite:" + folder.resolve("annals.db"));
  }

  static Database at(String url) throws IOException {
    try {
      return new Database(url);
    } catch (SQLException e) {
      throw reason(url, e);
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    if (sqlite) {
      properties.setProperty("journal_mode", "WAL");
      properties.setProperty("synchronous", "FULL");
      properties.setProperty("busy_timeout", "10000");
    }
    return DriverManager.getConnection(url, properties);
  }

  private void migrate() throws SQLException, IOException {
    writer.setAutoCommit(true);
    int version = version();
    if (version > MIGRATIONS.size()) {
      throw new IOException(url + ": made by a newer version of Annals");
    }
    writer.setAutoCommit(false);
    for (int next = version; next < MIGRATIONS.size(); next++) {
      try (var statement = writer.createStatement()) {
        for (String sql : script(MIGRATIONS.get(next)).split(";\\s*\n")) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
      }
      update(
          "insert into meta (name, value) values ('schema', ?) "
              + "on conflict (name) do update set value = excluded.value",
          Integer.toString(next + 1));
      writer.commit();
    }
  }

  /** Number of migrations that were run. */
  private int version() throws SQLException {
    try (var tables = writer.getMetaData().getTables(null, null, "meta", null)) {
      if (!tables.next()) {
        return 0;
      }
    }
    try (var statement = writer.createStatement();
        var row = statement.executeQuery("select value from meta where name = 'schema'")) {
      return row.next() ? Integer.parseInt(row.getString(1)) : 0;
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream script = Database.class.getResourceAsStream(name)) {
      if (script == null) {
        throw new IOException("no such migration: " + name);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Changes something in the open transaction. */
  synchronized int update(String sql, @Nullable Object... values) {
    try {
      var statement = statements.get(sql);
      if (statement == null) {
        statement = writer.prepareStatement(sql);
        statements.put(sql, statement);
      }
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Rows as the writer sees them, the open transaction included. */
  synchronized <T> List<T> ownRows(String sql, Row<T> row, @Nullable Object... values) {
    try (var statement = writer.prepareStatement(sql)) {
      return rows(statement, row, values);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Rows as committed. */
  <T> List<T> rows(String sql, Row<T> row, @Nullable Object... values) {
    Connection reader = null;
    try {
      reader = readers.pollFirst();
      if (reader == null) {
        reader = connect();
      }
      try (var statement = reader.prepareStatement(sql)) {
        return rows(statement, row, values);
      }
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      giveBack(reader);
    }
  }

  private void giveBack(@Nullable Connection reader) {
    if (reader == null) {
      return;
    }
    if (!closed) {
      readers.addFirst(reader);
      return;
    }
    try {
      reader.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static <T> List<T> rows(
      PreparedStatement statement, Row<T> row, @Nullable Object... values) throws SQLException {
    bind(statement, values);
    var rows = new ArrayList<T>();
    try (var results = statement.executeQuery()) {
      while (results.next()) {
        rows.add(row.read(results));
      }
    }
    return rows;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Makes the open transaction durable. */
  synchronized void commit() {
    try {
      writer.commit();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Forgets the open transaction. */
  synchronized void rollback() {
    try {
      writer.rollback();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    try {
      for (var reader = readers.pollFirst(); reader != null; reader = readers.pollFirst()) {
        reader.close();
      }
      writer.close();
    } catch (SQLException e) {
      throw reason(url, e);
    }
  }

  private UncheckedIOException failure(SQLException e) {
    return new UncheckedIOException(reason(url, e));
  }

  /** What is wrong, in words; the codes are SQLite's. */
  private static IOException reason(String url, SQLException e) {
    String store = url.replaceFirst("^jdbc:sqlite:", "").replaceFirst("\\?.*", "");
    String what =
        switch (url.startsWith("jdbc:sqlite:") ? e.getErrorCode() & 0xff : 0) {
          case 5, 6 -> "in use by another process";
          case 8 -> "no permission to write";
          case 10 -> "the disk does not work as it should, or is full (" + e.getMessage() + ")";
          case 11, 26 -> "damaged, or no store of Annals";
          case 13 -> "the disk is full; what was stored before is safe";
          case 14 -> "cannot be opened; is there permission?";
          default -> e.getMessage();
        };
    return new IOException(store + ": " + what, e);
  }
}

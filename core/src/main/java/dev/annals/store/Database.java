package dev.annals.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A database, SQLite or PostgreSQL, with one connection that writes, in transactions that the
 * caller ends, and a few that read what was committed. A connection that a server has ended is
 * opened again.
 */
final class Database implements AutoCloseable {

  /** Connections that read at once; a server allows a hundred to all its clients. */
  private static final int READERS = 16;

  /** Longer values are cut: an index of PostgreSQL takes no key above 2,704 bytes. */
  private static final int LONGEST = 2000;

  /** Takes one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final StoreLocation location;
  private final ConcurrentLinkedDeque<Connection> readers = new ConcurrentLinkedDeque<>();
  private final Semaphore places = new Semaphore(READERS);
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private @Nullable Connection writer;
  private boolean begun;
  private volatile boolean closed;

  private Database(StoreLocation location) {
    this.location = location;
  }

  /** Opens a database and makes its tables when they are missing. */
  static Database open(StoreLocation location) throws IOException {
    location.make();
    var database = new Database(location);
    try {
      var reader = database.connect();
      database.readers.add(reader);
      if (!Migrations.done(reader, location)) {
        Migrations.run(database.writer(), location);
      }
      return database;
    } catch (SQLException e) {
      database.close();
      throw database.reason(e);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** A connection of its own, closed by the caller. */
  Connection connect() throws SQLException {
    var properties = new Properties();
    if (location.sqlite()) {
      properties.setProperty("journal_mode", "WAL");
      properties.setProperty("synchronous", "FULL");
      properties.setProperty("busy_timeout", "10000");
    } else {
      properties.setProperty("ApplicationName", "annals");
      properties.setProperty("tcpKeepAlive", "true");
    }
    // the driver that is meant: looking for it would load the other one too, in every start
    Connection connection =
        location.sqlite()
            ? new org.sqlite.JDBC().connect(location.url(), properties)
            : new org.postgresql.Driver().connect(location.url(), properties);
    if (connection == null) {
      throw new SQLException("no such address of a database");
    }
    return connection;
  }

  /** The connection that writes, opened when it is first needed. */
  private Connection writer() throws SQLException {
    if (writer == null) {
      writer = connect();
      writer.setAutoCommit(location.sqlite());
      begun = false;
    }
    return writer;
  }

  /**
   * Begins a transaction where none is open. With SQLite as one that writes: a transaction that
   * reads first might find that another has written since.
   */
  private Connection begin() throws SQLException {
    var connection = writer();
    if (!begun && location.sqlite()) {
      execute(connection, "begin immediate");
    }
    begun = true;
    return connection;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Changes something in the open transaction. */
  synchronized int update(String sql, @Nullable Object... values) {
    try {
      return prepared(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    var connection = begin();
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    bind(statement, values);
    return statement;
  }

  /** Rows as the writer sees them, the open transaction included. */
  synchronized <T> List<T> ownRows(String sql, Row<T> row, @Nullable Object... values) {
    try {
      return rows(prepared(sql, values), row);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Rows as committed. */
  <T> List<T> rows(String sql, Row<T> row, @Nullable Object... values) {
    places.acquireUninterruptibly();
    try {
      while (true) {
        Connection reader = readers.pollFirst();
        boolean kept = reader != null;
        if (reader == null) {
          reader = connect();
        }
        try (var statement = reader.prepareStatement(sql)) {
          bind(statement, values);
          return rows(statement, row);
        } catch (SQLException e) {
          boolean gone = gone(e);
          if (gone) {
            closeQuietly(reader);
            reader = null;
          }
          if (!gone || !kept) {
            throw e;
          }
          // ended while it waited here, by a restart perhaps: the next one, or a new one
        } finally {
          giveBack(reader);
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      places.release();
    }
  }

  private void giveBack(@Nullable Connection reader) {
    if (reader != null && !closed) {
      readers.addFirst(reader);
    } else if (reader != null) {
      closeQuietly(reader);
    }
  }

  private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
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
      Object value = values[i];
      statement.setObject(i + 1, value instanceof String text ? storable(text) : value);
    }
  }

  /** A text as both databases take it: without NUL, and short enough to be a key. */
  static String storable(String text) {
    String plain = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    if (plain.length() <= LONGEST / 3) {
      return plain;
    }
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST) {
      return plain;
    }
    int end = LONGEST - 80;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--; // not inside a character
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + "… " + Fingerprints.of(plain);
  }

  /** Makes the open transaction durable. */
  synchronized void commit() {
    end("commit");
  }

  /** Forgets the open transaction. */
  synchronized void rollback() {
    end("rollback");
  }

  private void end(String how) {
    if (writer == null || !begun) {
      return;
    }
    try {
      if (location.sqlite()) {
        execute(writer, how);
      } else if (how.equals("commit")) {
        writer.commit();
      } else {
        writer.rollback();
      }
      begun = false;
    } catch (SQLException e) {
      begun = how.equals("commit"); // it may still be open, and is then rolled back
      throw failure(e);
    }
  }

  StoreLocation location() {
    return location;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    for (var reader = readers.pollFirst(); reader != null; reader = readers.pollFirst()) {
      closeQuietly(reader);
    }
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (SQLException e) {
      throw reason(e);
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // it only read: nothing is lost with it
    }
  }

  /** Whether the server has ended the connection. */
  private static boolean gone(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  private UncheckedIOException failure(SQLException e) {
    if (gone(e) && writer != null && Thread.holdsLock(this)) {
      // its transaction and its lock went with it; the next one begins anew
      closeQuietly(writer);
      writer = null;
      statements.clear();
    }
    return new UncheckedIOException(reason(e));
  }

  /** What is wrong, in words; the codes are SQLite's. */
  IOException reason(SQLException e) {
    String what =
        switch (location.sqlite() ? e.getErrorCode() & 0xff : 0) {
          case 5, 6 -> "in use by another process";
          case 8 -> "no permission to write";
          case 10 -> "the disk does not work as it should, or is full (" + e.getMessage() + ")";
          case 11, 26 -> "damaged, or no store of Annals";
          case 13 -> "the disk is full; what was stored before is safe";
          case 14 -> "cannot be opened; is there permission?";
          default -> String.valueOf(e.getMessage());
        };
    return new IOException(location.shown() + ": " + what, e);
  }
}

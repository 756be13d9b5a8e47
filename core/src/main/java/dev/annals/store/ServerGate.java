package dev.annals.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Advisory locks of PostgreSQL, held by the connection that writes: when it ends, its transaction
 * and its locks end together. One set of locks for each schema of a database.
 */
final class ServerGate implements Gate {

  static final int MIGRATION = 2;

  private static final int SPACE = 0x616e6e61; // "anna"

  private final Database database;

  ServerGate(Database database) {
    this.database = database;
  }

  /** The two numbers that PostgreSQL knows a lock by. */
  static String key(int lock) {
    return SPACE + lock + ", hashtext(current_schema())";
  }

  @Override
  public boolean tryLock(int lock) throws IOException {
    return ask("select pg_try_advisory_lock(" + key(lock) + ")");
  }

  @Override
  public void unlock(int lock) throws IOException {
    ask("select pg_advisory_unlock(" + key(lock) + ")");
  }

  private boolean ask(String sql) throws IOException {
    try {
      boolean answer = database.ownRows(sql, row -> row.getBoolean(1)).get(0);
      database.commit(); // no transaction stays open while this process waits
      return answer;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

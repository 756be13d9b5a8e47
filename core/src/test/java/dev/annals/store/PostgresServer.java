package dev.annals.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL server, one for all tests; it ends with them. */
public final class PostgresServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;
  private static @Nullable Exception failure;

  private PostgresServer() {}

  /** The URL of an empty database of its own. Without a server the test is skipped, not in CI. */
  public static synchronized String newDatabase() {
    var running = running();
    String name = "annals_" + DATABASES.incrementAndGet();
    try (var connection = running.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e));
    }
    return running.getJdbcUrl("postgres", name);
  }

  private static EmbeddedPostgres running() {
    if (server == null && failure == null) {
      try {
        server = EmbeddedPostgres.builder().start();
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
    }
    if (server != null) {
      return server;
    }
    String what =
        "NO POSTGRESQL: the server could not be started, its tests are skipped: " + failure;
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(what, failure);
    }
    System.err.println(what);
    Assumptions.abort(what);
    throw new IllegalStateException(what);
  }
}

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a PostgreSQL server until this process is ended: {@code Postgres.java PORT FOLDER}. */
class Postgres {
  public static void main(String[] arguments) throws Exception {
    var server =
        EmbeddedPostgres.builder()
            .setPort(Integer.parseInt(arguments[0]))
            .setDataDirectory(Path.of(arguments[1]))
            .setCleanDataDirectory(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
    System.out.println("ready on port " + server.getPort());
    Thread.currentThread().join();
  }
}

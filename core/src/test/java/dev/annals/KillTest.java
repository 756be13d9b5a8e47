package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.PostgresServer;
import dev.annals.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes that read, as {@code kill -9} does, at any moment: the store opens, whatever
 * could be seen in it before is there, and the search index agrees with it. {@code
 * -Dannals.kills=50} for more of them.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("annals.kills", 2);
  private static final int REPORTS = 80;
  private static final List<String> TOWNS =
      List.of("Merrow", "Quillon", "Dunmarch", "Ostrel", "Brackwater", "Sarn", "Halden", "Tarn");
  private static final List<String> EVENTS =
      List.of(
          "The ferry ran aground off %s and %d passengers were taken ashore, captain Joss Tallis said.",
          "A blight has destroyed %2$d orchards around %1$s, agronomist Pia Verne told growers.",
          "Engineers closed the old bridge of %s after %d cracks were found, mayor Ada Okoro said.",
          "Thieves took %2$d clocks from the museum of %1$s, director Emil Radko told reporters.");

  @TempDir Path folder;
  private final Random random = new Random(20310305);
  private int written;

  @Test
  void nothingIsLostInAFolder() throws Exception {
    kill(folder.resolve("store").toString());
  }

  @Test
  void nothingIsLostOnAServer() throws Exception {
    kill(PostgresServer.newDatabase());
  }

  private void kill(String location) throws Exception {
    Path news = Files.createDirectories(folder.resolve("news"));
    Path other = Files.createDirectories(folder.resolve("other"));
    Path log = folder.resolve("log");
    long whole = System.nanoTime();
    write(news);
    assertThat(ReaderProcess.start(location, news, log).waitFor()).isZero();
    whole = System.nanoTime() - whole;
    int onTheWay = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      write(news);
      write(other);
      // every other time two processes write, and one of them lives
      Process second = kill % 2 == 0 ? ReaderProcess.start(location, other, log) : null;
      Process reader = ReaderProcess.start(location, news, log);
      Set<String> seen = watch(location, reader, (long) (whole * 1.3 * random.nextDouble()));
      onTheWay += reader.isAlive() ? 1 : 0;
      reader.destroyForcibly().waitFor();
      if (second != null) {
        assertThat(second.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).as(Files.readString(log)).isZero();
      }
      assertThat(articles(location)).containsAll(seen);
      try (var engine = Engine.open(location, Settings.defaults())) {
        assertThat(found(engine)).isEqualTo(shown(engine));
      }
    }
    for (Path rest : List.of(news, other)) {
      assertThat(ReaderProcess.start(location, rest, log).waitFor())
          .as(Files.readString(log))
          .isZero();
    }
    assertThat(articles(location)).hasSize(written);
    try (var engine = Engine.open(location, Settings.defaults())) {
      assertThat(shown(engine)).hasSize(written); // each in one story
      assertThat(found(engine)).isEqualTo(shown(engine));
    }
    System.out.println(
        "killed "
            + KILLS
            + " times, "
            + onTheWay
            + " of them on the way; "
            + written
            + " articles");
  }

  /** Another file of reports. */
  private void write(Path news) throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < REPORTS; i++) {
      String text =
          EVENTS
              .get(random.nextInt(EVENTS.size()))
              .formatted(TOWNS.get(random.nextInt(TOWNS.size())), 2 + random.nextInt(90));
      lines.append(
          "{\"id\":\"r%d\",\"source\":\"Paper %d\",\"published\":\"2031-%02d-%02d\",\"text\":\"%s Report %d.\"}\n"
              .formatted(
                  written,
                  random.nextInt(9),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  text,
                  written++));
    }
    Files.writeString(news.resolve("n" + written + ".jsonl"), lines);
  }

  /** What others could see in the store until the moment of the kill. */
  private static Set<String> watch(String location, Process reader, long nanoseconds)
      throws Exception {
    long end = System.nanoTime() + nanoseconds;
    Set<String> seen = new HashSet<>();
    try (var store = Store.open(location)) {
      while (System.nanoTime() < end && reader.isAlive()) {
        seen.addAll(store.articleIds());
        Thread.sleep(15);
      }
    }
    return seen;
  }

  private static Set<String> articles(String location) throws IOException {
    try (var store = Store.open(location)) {
      return new HashSet<>(store.articleIds());
    }
  }

  /** Articles by story as the records have them. */
  private static Set<String> shown(Engine engine) {
    var shown = new TreeSet<String>();
    for (var story : engine.stories()) {
      engine.record(story.id()).articles().forEach(a -> shown.add(story.id() + " " + a.id()));
    }
    return shown;
  }

  /** Articles by story as the index has them. */
  private static Set<String> found(Engine engine) throws IOException {
    var found = new TreeSet<String>();
    for (int from = 0; ; from += 100) {
      var hits = engine.search("kind:article", from, 100).hits();
      hits.forEach(hit -> found.add(hit.story() + " " + hit.article()));
      if (hits.size() < 100) {
        return found;
      }
    }
  }
}

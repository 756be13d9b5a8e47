package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several read into one store at once: no document is lost or doubled, and placed anew they make
 * the stories that one reader makes of them in the order in which they were kept.
 */
class SeveralWritersTest {

  private static final int WRITERS = 3;
  private static final int REPORTS = 260;
  private static final List<String> TOWNS =
      List.of("Merrow", "Quillon", "Dunmarch", "Ostrel", "Brackwater", "Sarn", "Halden", "Tarn");
  private static final List<String> EVENTS =
      List.of(
          "The ferry of %s ran aground off the mole and %d passengers were taken ashore, captain Joss Tallis said.",
          "A blight has destroyed the orchards around %s, and %d growers asked for help, agronomist Pia Verne said.",
          "Engineers closed the old bridge of %s after %d cracks were found in a pier, mayor Ada Okoro said.",
          "Thieves took clocks from the museum of %s, and %d are still missing, director Emil Radko told reporters.");

  @TempDir Path folder;
  private final Random random = new Random(20310305);
  private final HashMap<String, String> lines = new HashMap<>();

  @Test
  void giveTheStoriesOfOneThatReadsInTheSameOrderOncePlacedAnew() throws Exception {
    var threads = Executors.newFixedThreadPool(WRITERS);
    Path together = folder.resolve("together");
    try {
      var readers = new ArrayList<Callable<ReadSummary>>();
      for (int i = 0; i < WRITERS; i++) {
        Path news = write(i);
        readers.add(
            () -> {
              try (var engine = Engine.open(together)) {
                return engine.read(news);
              }
            });
      }
      for (var done : threads.invokeAll(readers)) {
        assertThat(done.get().added()).isEqualTo(REPORTS);
      }
    } finally {
      threads.shutdownNow();
    }
    var order = new StringBuilder();
    try (var engine = Engine.open(together)) {
      assertThat(engine.store().articles()).isEqualTo(WRITERS * REPORTS);
      engine.recompile();
      for (var version : engine.store().writer().articlesAfter(0, WRITERS * REPORTS)) {
        order.append(lines.get(version.article().id()));
      }
    }
    Path inOrder = Files.writeString(folder.resolve("order.jsonl"), order);
    Path alone = folder.resolve("alone");
    try (var engine = Engine.open(alone)) {
      engine.read(inOrder);
    }
    assertThat(placed(together)).containsExactlyInAnyOrderElementsOf(placed(alone));
    assertThat(stories(together)).isEqualTo(stories(alone));
  }

  private static List<String> placed(Path store) throws IOException {
    var placed = new ArrayList<String>();
    try (var engine = Engine.open(store)) {
      for (var story : engine.stories()) {
        var articles = engine.record(story.id()).articles();
        placed.add(story.id() + " " + articles.stream().map(a -> a.id()).sorted().toList());
      }
    }
    placed.sort(null);
    return placed;
  }

  private static List<String> stories(Path store) throws IOException {
    var stories = new ArrayList<String>();
    try (var engine = Engine.open(store)) {
      for (var story : engine.stories()) {
        var out = new ByteArrayOutputStream();
        engine.export("json", story.id(), out);
        stories.add(out.toString(StandardCharsets.UTF_8));
      }
    }
    stories.sort(null);
    return stories;
  }

  private Path write(int writer) throws IOException {
    var file = new StringBuilder();
    for (int i = 0; i < REPORTS; i++) {
      int day = random.nextInt(60);
      String town = TOWNS.get(random.nextInt(TOWNS.size()));
      String text = EVENTS.get(random.nextInt(EVENTS.size())).formatted(town, 2 + day);
      String id = "w" + writer + "-" + i;
      String line =
          "{\"id\":\"%s\",\"source\":\"Paper %d\",\"published\":\"2031-%02d-%02d\",\"title\":\"%s, day %d\",\"text\":\"%s Nobody in %s had seen the like.\"}\n"
              .formatted(id, random.nextInt(9), 1 + day / 28, 1 + day % 28, town, day, text, town);
      lines.put(id, line);
      file.append(line);
    }
    return Files.writeString(folder.resolve("news" + writer + ".jsonl"), file);
  }
}

package dev.annals.apitest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Engine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java blocks of the documents, word for word. */
class TourTest {

  @TempDir Path folder;

  @Test
  void tenLines() throws IOException {
    try (var engine = Engine.open(folder.resolve("news"))) {
      engine.read(Path.of("../examples"));
      for (var story : engine.stories()) {
        var record = engine.record(story.id());
        System.out.println(
            record.title() + ": " + record.independentSources() + " independent sources");
      }
      engine.export("markdown", System.out);
    }
    try (var engine = Engine.open(folder.resolve("news"))) {
      assertThat(engine.stories()).isNotEmpty();
      assertThat(engine.read(Path.of("../examples")).added()).isZero();
    }
  }
}

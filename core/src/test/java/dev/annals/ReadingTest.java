package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.store.Fingerprints;
import dev.annals.store.Intake;
import dev.annals.store.Store;
import dev.annals.store.StoreWriter;
import dev.annals.story.FeatureExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

  @TempDir Path folder;
  private final Pipeline pipeline = new Pipeline(Settings.defaults());
  private final FeatureExtractor features = new FeatureExtractor();

  @Test
  void filesOfOneNameThatTwoReadAtOnceStayTwoArticles() throws Exception {
    Capture monday = capture("monday", "The ferry Halcyon ran aground off Merrow.");
    Capture tuesday = capture("tuesday", "Engineers closed the old bridge of Sarn.");
    try (var store = Store.open(folder.resolve("store").toString())) {
      StoreWriter writer = store.writer();
      writer.takeTurn();
      var stories = new StoryDesk(writer, writer.placementCorrections());
      var here = reading(writer, stories);
      var there = reading(writer, stories);
      // neither knows of the other's file when it begins to work on its own
      var first = prepare(here.pass(monday));
      var second = prepare(there.pass(tuesday));
      here.take(first);
      writer.commit();
      var later = reading(writer, stories); // numbers its documents after those of the other
      later.take(second);
      later.finish();
      writer.endTurn();
      assertThat(store.articleIds()).containsExactlyInAnyOrder("index", "tuesday/index");
      assertThat(store.versions("index")).hasSize(1);
    }
  }

  private Reading reading(StoreWriter writer, StoryDesk stories) {
    return new Reading(writer, () -> stories, this::prepare, ReadListener.NOBODY);
  }

  private Reading.Prepared prepare(Capture capture) throws IOException {
    var worked = pipeline.annotate(capture);
    return new Reading.Prepared(
        capture,
        Intake.of(
            capture,
            DistinctIds.origin(capture),
            Fingerprints.of(capture),
            worked.article(),
            worked.annotations()),
        features.features(worked.article(), worked.annotations()));
  }

  private Capture capture(String day, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve(day)).resolve("index.txt");
    Files.writeString(file, text);
    var captures = new ArrayList<Capture>();
    CaptureReaders.standard().read(file, captures::add, rejected -> {});
    return captures.get(0);
  }
}

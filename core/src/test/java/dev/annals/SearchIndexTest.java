package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.search.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {

  private static final String[] THINGS = {"bridge", "ferry", "school", "quarry", "library"};

  @TempDir Path folder;

  private List<List<Hit>> hits(String store, int threads, Path reports) throws IOException {
    var found = new ArrayList<List<Hit>>();
    String place = folder.resolve(store).toString();
    try (var engine = Engine.open(place, new Settings(threads))) {
      engine.read(reports);
      for (String query : List.of("", "bridge", "kind:story council", "kind:quote closed")) {
        found.add(engine.search(query, 0, 100).hits());
        found.add(engine.search(query, 100, 100).hits());
      }
    }
    return found;
  }

  @Test
  void hitsAndTheirOrderAreTheSameHoweverManyThreadsMakeTheIndex() throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 160; i++) {
      String thing = THINGS[i % THINGS.length];
      String town = "Town" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
      lines.add(
          "{\"id\":\"r%d\",\"source\":\"Harbour Post\",\"title\":\"%s of %s closed\","
                  .formatted(i, thing, town)
              + "\"published\":\"20%d-03-05\",\"text\":\"The council of %s closed the %s on Monday."
                  .formatted(31 + i % 60, town, thing)
              + " Mayor Ada Okoro of %s said: \\u201cThe %s is closed.\\u201d\"}"
                  .formatted(town, thing));
    }
    Path reports = Files.write(folder.resolve("reports.jsonl"), lines);

    var one = hits("one", 1, reports);
    assertThat(one.get(0)).hasSize(100);
    assertThat(one.get(2)).isNotEmpty();
    assertThat(hits("four", 4, reports)).isEqualTo(one);
  }
}

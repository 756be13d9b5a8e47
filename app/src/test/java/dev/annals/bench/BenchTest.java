package dev.annals.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

  @TempDir Path folder;

  @Test
  void measuresEveryStepOfPagesBesideLuceneAndJsoup() throws IOException {
    var bench = new Bench(new Settings(1), folder);
    var report =
        Objects.requireNonNull(
            bench.measure("pages", List.of(bench.make(8, true)), 8, false), "a report");

    assertThat(report.steps())
        .extracting(StepTimes.Step::name)
        .containsExactly(
            "capture",
            "jsoup",
            "article",
            "Lucene",
            "annotation",
            "features",
            "packing",
            "story",
            "record",
            "store",
            "export");
    assertThat(report.ratios())
        .containsKeys("extraction against jsoup parsing", "rate against Lucene indexing");
    var json = new ByteArrayOutputStream();
    report.json(json);
    assertThat(new ObjectMapper().readTree(json.toByteArray()).path("steps").size()).isEqualTo(11);
    assertThat(SpeedPage.of(report)).contains("<svg", "annotation").doesNotContain("http");
    var text = new StringWriter();
    report.print(new PrintWriter(text));
    assertThat(text.toString()).contains("all steps");
  }

  @Test
  void readsEverythingByTenths() throws IOException {
    Path file = new Bench(new Settings(2), folder).make(100, false);
    var result = new WholeRun().run(List.of(file), folder.resolve("store"), new Settings(2));

    assertThat(result.articles()).isEqualTo(100);
    assertThat(result.tenths().stream().mapToInt(WholeRun.Tenth::articles).sum()).isEqualTo(100);
    assertThat(result.cpuSeconds()).isPositive();
  }

  @Test
  void saysWhichRatioFell() throws IOException {
    Path file = Files.writeString(folder.resolve("f.json"), "{\"rate\": 0.5, \"other\": 1}");

    assertThat(SpeedFloors.of(file).fallen(Map.of("rate", 0.4)))
        .containsExactly("rate: 0.400 < 0.500");
    assertThat(SpeedFloors.of(file).fallen(Map.of("rate", 0.6))).isEmpty();
  }
}

package dev.annals.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorersTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static Map<String, Double> figures(Scorer scorer, String truth, String output)
      throws IOException {
    var lines = new LinkedHashMap<String, JsonNode>();
    rows(output).forEach(line -> lines.put(line.get("id").asText(), line));
    return scorer.tally(rows(truth), lines).figures();
  }

  private static List<JsonNode> rows(String lines) throws IOException {
    var rows = new ArrayList<JsonNode>();
    for (String line : lines.split("\n")) {
      rows.add(JSON.readTree(line.replace('\'', '"')));
    }
    return rows;
  }

  @Test
  void clusteringCountsArticlesAndPairs() throws IOException {
    var figures =
        figures(
            new ClusteringScorer(),
            "{'id':'a','story':'1'}\n{'id':'b','story':'1'}\n{'id':'c','story':'2'}",
            "{'id':'a','story':'x'}\n{'id':'b','story':'x'}\n{'id':'c','story':'x'}");
    assertThat(figures.get("b3_precision")).isCloseTo(5 / 9.0, within(1e-9));
    assertThat(figures.get("b3_recall")).isEqualTo(1);
    assertThat(figures.get("pair_precision")).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(figures.get("pair_f1")).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void extractionCountsRunsOfFourWords() throws IOException {
    var figures =
        figures(
            new ExtractionScorer(),
            "{'id':'a','text':'one two three four five'}",
            "{'id':'a','text':'ignored','body':'one two three four six'}");
    assertThat(figures.get("precision")).isEqualTo(0.5);
    assertThat(figures.get("recall")).isEqualTo(0.5);
    assertThat(figures.get("exact")).isZero();
  }

  @Test
  void datesAreComparedByDay() throws IOException {
    var figures =
        figures(
            new DateScorer(),
            "{'id':'a','published':'2031-03-05'}\n{'id':'b','published':'2031-03-06'}\n"
                + "{'id':'c','published':'2031-03-07'}",
            "{'id':'a','published':'2031-03-05T10:00Z'}\n{'id':'b','published':'2031-03-01'}");
    assertThat(figures.get("precision")).isEqualTo(0.5);
    assertThat(figures.get("accuracy")).isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void timesNeedTheSameSpanOrTheSameValue() throws IOException {
    var figures =
        figures(
            new TimeScorer(),
            "{'id':'a','times':[{'start':0,'end':9,'value':'2031-03-05'}]}",
            "{'id':'a','times':[{'start':3,'end':9,'value':'2031-03-05'}]}");
    assertThat(figures.get("strict_f1")).isZero();
    assertThat(figures.get("relaxed_f1")).isEqualTo(1);
    assertThat(figures.get("value_f1")).isEqualTo(1);
  }

  @Test
  void quotesNeedContentAndSpeaker() throws IOException {
    String text = "“We go,” said Okoro. “No way at all,” said Dunn.";
    var figures =
        figures(
            new QuoteScorer(),
            "{'id':'a','attributions':["
                + "{'content':[[[0,8]]],'source':[[[14,19]]]},"
                + "{'content':[[[21,37]]],'source':[[[43,47]]]}]}",
            "{'id':'a','text':'"
                + text
                + "','quotes':["
                + "{'content':{'start':1,'end':7},'kind':'direct','speaker':{'start':14,'end':19,"
                + "'name':'Ada Okoro','text':'Okoro'}},"
                + "{'content':{'start':22,'end':36},'kind':'direct','speaker':null}]}");
    assertThat(figures.get("content_f1")).isEqualTo(1);
    assertThat(figures.get("speaker_precision")).isEqualTo(1);
    assertThat(figures.get("speaker_recall")).isEqualTo(0.5);
  }

  @Test
  void namesNeedSpanAndType() throws IOException {
    var figures =
        figures(
            new NameScorer(),
            "{'id':'a','mentions':[{'start':0,'end':3,'type':'PERSON'},"
                + "{'start':5,'end':8,'type':'PLACE'}]}",
            "{'id':'a','mentions':[{'start':0,'end':3,'type':'PERSON'},"
                + "{'start':5,'end':8,'type':'PERSON'}]}");
    assertThat(figures.get("all_f1")).isEqualTo(0.5);
    assertThat(figures.get("place_f1")).isZero();
  }

  @Test
  void timelinesTakeTheMostImportantDays() throws IOException {
    var figures =
        figures(
            new TimelineScorer(),
            "{'timeline':[{'date':'2031-03-05','sentences':['The bridge fell .']}]}",
            "{'id':'t','timeline':[{'date':'2031-03-05','text':'The bridge fell.'},"
                + "{'date':'2031-03-09','text':'Later.'}]}");
    assertThat(figures.get("date_f1")).isEqualTo(1);
    assertThat(figures.get("agree_rouge1_f1")).isEqualTo(1);
  }

  @Test
  void floorsOnlyRise() throws IOException {
    Path file = folder.resolve("floors.json");
    Path benchmark = Files.createDirectories(folder.resolve("data/dates"));
    Files.writeString(benchmark.resolve("truth.jsonl"), "{}\n");
    Path data = folder.resolve("data");
    Floors.of(file).update(List.of(result(0.9)), data, false);
    var floors = Floors.of(file);
    assertThat(floors.belongTo(data)).isTrue();
    assertThat(floors.fallen(List.of(result(0.9)))).isEmpty();
    assertThat(floors.fallen(List.of(result(0.8)))).hasSize(1);
    floors.update(List.of(result(0.8)), data, false);
    assertThat(Floors.of(file).fallen(List.of(result(0.8)))).hasSize(1);
    floors.update(List.of(result(0.8)), data, true);
    assertThat(Floors.of(file).fallen(List.of(result(0.8)))).isEmpty();
    Files.writeString(benchmark.resolve("truth.jsonl"), "{\"other\":1}\n");
    assertThat(Floors.of(file).belongTo(data)).isFalse();
  }

  private static Evaluation.Result result(double f1) {
    return new Evaluation.Result("dates", "dates", 1, Map.of("f1", f1), Map.of(), List.of());
  }
}

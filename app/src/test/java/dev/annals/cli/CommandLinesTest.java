package dev.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinesTest {

  private static final String LINE =
      "{\"id\":\"x1\",\"source\":\"Tarn Echo\",\"published\":\"2031-05-06\",\"text\":"
          + "\"Cracks were found in the bridge. \\ud83d\\ude00 \\\"It stays shut,\\\" mayor Ada Okoro said.\"}\n";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String in, String... arguments) {
    var console =
        new Console(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return CommandLines.run(console, arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(printed());
  }

  @Test
  void aBackupIsAStoreAndFillsAnEmptyOne() throws IOException {
    String store = folder.resolve("store").toString();
    String backup = folder.resolve("backup.db").toString();
    String restored = folder.resolve("restored").toString();
    assertThat(run(LINE, "read", "-", "--store", store)).isZero();
    assertThat(run("", "backup", backup, "--store", store)).isZero();
    assertThat(run("", "backup", backup, "--store", store)).isEqualTo(1);
    assertThat(complained()).contains("overwrites nothing");
    assertThat(run("", "restore", backup, "--store", restored)).isZero();
    assertThat(run("", "restore", backup, "--store", restored)).isEqualTo(1);
    assertThat(run("", "restore", folder.resolve("none").toString(), "--store", restored))
        .isEqualTo(1);
    for (String place : new String[] {backup, restored}) {
      out.reset();
      assertThat(run("", "show", "--to", "json", "--store", place)).isZero();
      assertThat(json().get(0).get("articles").get(0).get("id").asText()).isEqualTo("x1");
      out.reset();
      assertThat(run("", "search", "cracks", "--store", place)).isZero();
      assertThat(printed()).contains("x1");
      assertThat(run(LINE, "read", "-", "--store", place)).isZero();
      assertThat(printed()).contains("Nothing new");
    }
  }

  @Test
  void outletsOfTheUsersAreOneVoiceUnderAllTheirNames() throws IOException {
    String store = folder.resolve("store").toString();
    String line =
        "{\"id\":\"%s\",\"source\":\"%s\",\"title\":\"Old bridge of Tarn closes\","
            + "\"published\":\"2031-05-06\",\"text\":\"%s\"}\n";
    String two =
        line.formatted(
                "x1",
                "Tarn Echo",
                "Engineers found cracks in the old bridge of Tarn. Mayor Ada Okoro closed it.")
            + line.formatted(
                "x2",
                "Echo Online",
                "The old bridge of Tarn stays closed after engineers found cracks, Ada Okoro said.");
    assertThat(run(two, "read", "-", "--store", store)).isZero();
    assertThat(printed()).contains("2 articles, 2 independent sources");
    String table =
        Files.writeString(folder.resolve("ours.txt"), "# ours\nTarn Echo | Echo Online\n")
            .toString();
    assertThat(run("", "recompile", "--store", store, "--outlets", table)).isZero();
    out.reset();
    assertThat(run("", "show", "--to", "json", "--store", store)).isZero();
    assertThat(json().get(0).get("independentSources").asInt()).isEqualTo(1);
    assertThat(json().get(0).get("lineages").get(0).get("how").asText()).isEqualTo("same outlet");
    Files.writeString(folder.resolve("bad.txt"), "| no name\n");
    err.reset();
    String bad = folder.resolve("bad.txt").toString();
    assertThat(run("", "recompile", "--store", store, "--outlets", bad)).isNotZero();
    assertThat(complained()).contains("an outlet needs a name").hasLineCount(1);
    err.reset();
    assertThat(run("", "recompile", "--store", store, "--outlets", bad + "x")).isNotZero();
    assertThat(complained()).contains("bad.txtx").hasLineCount(1);
  }

  @Test
  void extractGivesTheArticleWithItsBody() throws IOException {
    assertThat(run(LINE, "extract", "-")).isZero();
    JsonNode line = json();
    assertThat(line.get("id").asText()).isEqualTo("x1");
    assertThat(line.get("body").asText()).startsWith("Cracks were found");
    assertThat(line.has("quotes")).isFalse();
  }

  @Test
  void annotateGivesOffsetsIntoTheTextAsItWas() throws IOException {
    assertThat(run(LINE, "annotate", "-")).isZero();
    JsonNode line = json();
    String text = line.get("text").asText();
    assertThat(text).contains("\uD83D\uDE00");
    for (JsonNode quote : line.get("quotes")) {
      JsonNode content = quote.get("content");
      assertThat(text.substring(content.get("start").asInt(), content.get("end").asInt()))
          .isEqualTo(content.get("text").asText());
    }
    for (String field :
        new String[] {
          "id", "url", "source", "title", "byline", "language", "published", "publishedFrom",
          "modified", "text", "blocks", "pictures", "related", "credits", "wire", "quotes",
          "times", "mentions", "changes", "claims"
        }) {
      assertThat(line.has(field)).as(field).isTrue();
    }
    assertThat(line.has("body")).isFalse();
  }

  @Test
  void clusterKeepsTheOrderGiven() throws IOException {
    assertThat(run(LINE + LINE.replace("x1", "x0"), "cluster", "-")).isZero();
    String[] lines = printed().split("\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).startsWith("{\"id\":\"x1\",\"story\":");
    assertThat(lines[1]).startsWith("{\"id\":\"x0\",\"story\":");
  }

  @Test
  void timelineIsOneLine() throws IOException {
    assertThat(run(LINE, "timeline", "-")).isZero();
    assertThat(printed().strip()).doesNotContain("\n");
    assertThat(json().get("articles")).hasSize(1);
  }

  @Test
  void readsShowsExportsAndFinds() throws IOException {
    String store = folder.resolve("store").toString();
    assertThat(run(LINE, "read", "--store", store, "-")).isZero();
    assertThat(printed()).contains("1 new article").contains("annals show ");
    out.reset();
    assertThat(run("", "show", "--store", store, "--to", "json")).isZero();
    assertThat(json().isArray()).isTrue();
    String story = json().get(0).get("id").asText();
    out.reset();
    assertThat(run("", "show", "--store", store, story.substring(0, 5))).isZero();
    assertThat(printed()).startsWith("# ");
    out.reset();
    assertThat(run("", "export", "--store", store, story, "--to", "json")).isZero();
    assertThat(json().get("id").asText()).isEqualTo(story);
    out.reset();
    assertThat(run("", "search", "--store", store, "cracks")).isZero();
    assertThat(printed()).contains("found").contains("Tarn Echo");
  }

  @Test
  void saysWhenNothingIsNew() {
    String store = folder.resolve("store").toString();
    run(LINE, "read", "--store", store, "-");
    out.reset();
    assertThat(run(LINE, "read", "--store", store, "-")).isZero();
    assertThat(printed()).startsWith("Nothing new: 1 document");
  }

  @Test
  void exitStatusIsThatOfTheContract() throws IOException {
    assertThat(run("", "extract", folder.resolve("missing").toString())).isEqualTo(1);
    assertThat(complained()).contains("no such file").contains("1 document rejected");
    Files.writeString(folder.resolve("good.txt"), "It rained in Tarn.");
    Files.writeString(folder.resolve("empty.txt"), "");
    assertThat(run("", "extract", folder.toString())).isZero();
    assertThat(run("", "extract")).isEqualTo(2);
    assertThat(run("", "extract", "--nonsense", "x")).isEqualTo(2);
    assertThat(run("", "no-such-command")).isEqualTo(2);
    assertThat(run("", "show", "--store", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(complained()).contains("no store here");
  }

  @Test
  void helpOfEveryCommandTeachesByExample() {
    var line = CommandLines.commandLine(console());
    for (var command : line.getSubcommands().entrySet()) {
      assertThat(command.getValue().getUsageMessage())
          .as(command.getKey())
          .contains("Example")
          .contains("annals " + command.getKey());
    }
  }

  private Console console() {
    return new Console(new ByteArrayInputStream(new byte[0]), out, new PrintStream(err), false);
  }

  @Test
  void showSaysWhatAReportChangedAfterItWasFirstRead() {
    String store = folder.resolve("store").toString();
    assertThat(run(LINE, "read", "--store", store, "-")).isZero();
    String changed = LINE.replace("It stays shut", "It stays shut until June");
    assertThat(run(changed, "read", "--store", store, "-")).isZero();
    out.reset();
    assertThat(run("", "show", "--store", store)).isZero();
    assertThat(printed())
        .contains("## What reports changed")
        .contains("Tarn Echo (x1), version 2:")
        .contains("taken out: Cracks were found")
        .contains("stays shut until June");
  }

  @Test
  void namesOfFilesSteerNoTerminal() {
    assertThat(Reports.line("rejected a\n\u001B[31mrejected b.txt: empty"))
        .isEqualTo("rejected a\uFFFD\uFFFD[31mrejected b.txt: empty");
  }
}

package dev.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Settings;
import dev.annals.export.Exporter;
import dev.annals.export.Exporters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is stands in the documents, and their Java compiles. */
class DocsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([a-zA-Z][^):#]*)(?:#[^)]*)?\\)");

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  @Test
  void everyCommandIsInTheDocs() throws IOException {
    var console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new PrintStream(new ByteArrayOutputStream()),
            false);
    for (String command : CommandLines.commandLine(console).getSubcommands().keySet()) {
      assertThat(read("docs/cli.md")).contains("| `annals " + command);
    }
  }

  @Test
  void everyFormatIsInTheDocs() throws IOException {
    for (Exporter exporter : Exporters.standard().all()) {
      assertThat(read("docs/formats.md")).contains("`" + exporter.name() + "`");
    }
  }

  @Test
  void everySettingIsInTheDocs() throws IOException {
    for (var setting : Settings.class.getRecordComponents()) {
      assertThat(read("docs/settings.md")).contains("| `" + setting.getName() + "`");
    }
  }

  @Test
  void everyJavaBlockIsRunByATest() throws IOException {
    String test =
        read("core/src/test/java/dev/annals/apitest/TourTest.java").replaceAll("\\s+", "");
    for (String file : List.of("README.md", "docs/tour.md")) {
      Matcher blocks = JAVA.matcher(read(file));
      while (blocks.find()) {
        assertThat(test).as(file).contains(blocks.group(1).strip().replaceAll("\\s+", ""));
      }
    }
  }

  /** {@code -Dgolden.update} writes what the examples give now. */
  @Test
  void theReadmeShowsWhatTheExamplesGive(@TempDir Path folder) throws IOException {
    var out = new ByteArrayOutputStream();
    var console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(new ByteArrayOutputStream()),
            false);
    String store = folder.resolve("store").toString();
    int status =
        CommandLines.run(console, "read", "--store", store, ROOT.resolve("examples").toString());
    assertThat(status).isZero();
    var lines = out.toString(StandardCharsets.UTF_8).lines().limit(8).toList();
    String given = "```\n" + String.join("\n", lines) + "\n…\n```";
    String readme = read("README.md");
    if (System.getProperty("golden.update") != null) {
      int from = readme.indexOf("```\n", readme.indexOf("prints for each story"));
      int to = readme.indexOf("```", from + 4) + 3;
      readme = readme.substring(0, from) + given + readme.substring(to);
      Files.writeString(ROOT.resolve("README.md"), readme);
    }
    assertThat(readme).contains(given);
  }

  @Test
  void noLinkLeadsNowhere() throws IOException {
    try (var files = Files.list(ROOT.resolve("docs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        linksOf(file);
      }
    }
    linksOf(ROOT.resolve("README.md"));
    linksOf(ROOT.resolve("CONTRIBUTING.md"));
  }

  private static void linksOf(Path file) throws IOException {
    Matcher links = LINK.matcher(Files.readString(file));
    while (links.find()) {
      assertThat(file.resolveSibling(links.group(1))).as(file.toString()).exists();
    }
  }
}

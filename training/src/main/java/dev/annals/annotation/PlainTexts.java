package dev.annals.annotation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the texts of the article files of a folder, in a fixed order. */
final class PlainTexts {

  private PlainTexts() {}

  /** Every {@code articles.jsonl.gz} below a folder. */
  static List<Path> files(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(path -> path.getFileName().toString().equals("articles.jsonl.gz"))
          .sorted()
          .toList();
    }
  }

  static void read(Path file, Consumer<String> use) throws IOException {
    var mapper = new ObjectMapper();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String text = mapper.readTree(line).path("text").asText("");
        if (!text.isBlank()) {
          use.accept(text);
        }
      }
    }
  }
}

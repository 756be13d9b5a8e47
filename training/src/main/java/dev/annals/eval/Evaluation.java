package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.Annotated;
import dev.annals.Pipeline;
import dev.annals.Settings;
import dev.annals.Stages;
import dev.annals.annotation.Annotations;
import dev.annals.capture.Rejection;
import dev.annals.export.ArticleJson;
import dev.annals.export.PlacementJson;
import dev.annals.export.RecordJson;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Runs Annals over benchmark folders and scores what it writes. */
public final class Evaluation {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Pipeline pipeline;
  private final Stages stages;

  /** An evaluation. */
  public Evaluation(Settings settings) {
    this.pipeline = new Pipeline(settings);
    this.stages = new Stages(pipeline);
  }

  /**
   * Figures of one benchmark.
   *
   * @param name its folder
   * @param task what was measured
   * @param documents number of documents in the truth
   * @param figures by name
   * @param intervals 95 % interval of each figure, empty when there is one document only
   * @param rejected documents that could not be read
   */
  public record Result(
      String name,
      String task,
      int documents,
      Map<String, Double> figures,
      Map<String, double[]> intervals,
      List<Rejection> rejected) {}

  /**
   * Scores every benchmark folder below a folder.
   *
   * @param each told each result as it comes
   */
  public List<Result> run(Path folder, Consumer<Result> each) throws IOException {
    var results = new ArrayList<Result>();
    for (Benchmark benchmark : Benchmark.below(folder)) {
      Result result = run(benchmark);
      each.accept(result);
      results.add(result);
    }
    return results;
  }

  private Result run(Benchmark benchmark) throws IOException {
    var rejected = new ArrayList<Rejection>();
    var output = output(benchmark, rejected);
    return result(benchmark.name(), benchmark.task(), rows(benchmark.truth()), output, rejected);
  }

  /** Scores lines that were written before. */
  public static Result score(String task, Path truth, Path output) throws IOException {
    var lines = new LinkedHashMap<String, JsonNode>();
    for (JsonNode line : rows(output)) {
      lines.put(line.has("id") ? line.get("id").asText() : "" + lines.size(), line);
    }
    return result(truth.toString(), Task.named(task), rows(truth), lines, List.of());
  }

  private static Result result(
      String name,
      Task task,
      List<JsonNode> truth,
      Map<String, JsonNode> output,
      List<Rejection> rejected) {
    var tally = task.scorer().tally(truth, output);
    return new Result(
        name, task.label(), truth.size(), tally.figures(), tally.intervals(), rejected);
  }

  private Map<String, JsonNode> output(Benchmark benchmark, List<Rejection> rejected)
      throws IOException {
    var output = new LinkedHashMap<String, JsonNode>();
    BiConsumer<String, Writing> put = (id, writing) -> output.put(id, parsed(writing));
    var paths = benchmark.documents();
    var nothing = InputStream.nullInputStream();
    try {
      switch (benchmark.task()) {
        case EXTRACTION, DATES, PAGES ->
            pipeline.extract(paths, nothing, a -> put.accept(id(a), line(a, null)), rejected::add);
        case QUOTES, TIMES, NER ->
            pipeline.annotate(
                paths, nothing, a -> put.accept(id(a), line(a, a.annotations())), rejected::add);
        case CLUSTERING -> {
          for (var placed : stages.cluster(paths, nothing, a -> {}, rejected::add)) {
            put.accept(
                placed.article(),
                out -> PlacementJson.write(placed.article(), placed.story(), out));
          }
        }
        case TIMELINES -> {
          var record = stages.timeline(paths, nothing, a -> {}, rejected::add);
          if (record != null) {
            put.accept(record.id(), out -> RecordJson.writeByImportance(record, out));
          }
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return output;
  }

  @FunctionalInterface
  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static String id(Annotated article) {
    return article.article().id();
  }

  private static Writing line(Annotated article, @Nullable Annotations found) {
    return out -> ArticleJson.write(article.article(), found, out);
  }

  /** What was written as it is read by others. */
  private static JsonNode parsed(Writing writing) {
    var out = new ByteArrayOutputStream();
    try {
      writing.to(out);
      return JSON.readTree(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> rows(Path file) throws IOException {
    var rows = new ArrayList<JsonNode>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          rows.add(JSON.readTree(line));
        }
      }
    }
    return rows;
  }
}

package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Figures that must not fall: kept in a file, with a digest of the benchmarks they belong to. */
public final class Floors {

  /** Figures that are worth holding; the others are parts of these. */
  private static final Set<String> HELD =
      Set.of(
          "f1",
          "accuracy",
          "title",
          "caption_recall",
          "caption_precision",
          "credit_recall",
          "text_f1",
          "b3_f1",
          "pair_f1",
          "content_f1",
          "speaker_precision",
          "speaker_recall",
          "all_recall_half_overlap",
          "strict_f1",
          "relaxed_f1",
          "value_f1",
          "all_f1",
          "date_f1");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final String digest;
  private final TreeMap<String, TreeMap<String, Double>> floors;

  private Floors(Path file, String digest, TreeMap<String, TreeMap<String, Double>> floors) {
    this.file = file;
    this.digest = digest;
    this.floors = floors;
  }

  /** The floors of a file; none when there is no such file. */
  public static Floors of(Path file) throws IOException {
    var floors = new TreeMap<String, TreeMap<String, Double>>();
    if (!Files.exists(file)) {
      return new Floors(file, "", floors);
    }
    JsonNode root = JSON.readTree(file.toFile());
    for (Map.Entry<String, JsonNode> benchmark : root.get("floors").properties()) {
      var figures = new TreeMap<String, Double>();
      benchmark
          .getValue()
          .properties()
          .forEach(f -> figures.put(f.getKey(), f.getValue().asDouble()));
      floors.put(benchmark.getKey(), figures);
    }
    return new Floors(file, root.get("digest").asText(), floors);
  }

  /** Whether these floors were measured on the benchmarks below a folder. */
  public boolean belongTo(Path folder) throws IOException {
    return digest.isEmpty() || digest.equals(digest(folder));
  }

  /** What fell below its floor, in words. */
  public List<String> fallen(List<Evaluation.Result> results) {
    var fallen = new ArrayList<String>();
    for (Evaluation.Result result : results) {
      var figures = floors.getOrDefault(result.name(), new TreeMap<>());
      for (Map.Entry<String, Double> floor : figures.entrySet()) {
        Double measured = result.figures().get(floor.getKey());
        if (measured == null || rounded(measured) < floor.getValue()) {
          fallen.add(
              String.format(
                  Locale.ROOT,
                  "%s %s: %s, floor %.4f",
                  result.name(),
                  floor.getKey(),
                  measured == null ? "not measured" : String.format(Locale.ROOT, "%.4f", measured),
                  floor.getValue()));
        }
      }
    }
    return fallen;
  }

  /**
   * Raises the floors to what was measured.
   *
   * @param lower whether floors may be lowered too
   */
  public void update(List<Evaluation.Result> results, Path folder, boolean lower)
      throws IOException {
    for (Evaluation.Result result : results) {
      var figures = floors.computeIfAbsent(result.name(), n -> new TreeMap<>());
      for (Map.Entry<String, Double> figure : result.figures().entrySet()) {
        if (HELD.contains(figure.getKey())) {
          figures.merge(
              figure.getKey(),
              rounded(figure.getValue()),
              (before, now) -> lower ? now : Math.max(before, now));
        }
      }
    }
    var root = JSON.createObjectNode();
    root.put("digest", digest(folder));
    root.set("floors", JSON.valueToTree(floors));
    Files.writeString(file, JSON.writeValueAsString(root) + "\n");
  }

  private static double rounded(double figure) {
    return Math.floor(figure * 10_000 + 0.5) / 10_000;
  }

  /** SHA-256 over the truth files. */
  static String digest(Path folder) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Benchmark benchmark : Benchmark.below(folder)) {
        digest.update(benchmark.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (InputStream in =
            new DigestInputStream(Files.newInputStream(benchmark.truth()), digest)) {
          in.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

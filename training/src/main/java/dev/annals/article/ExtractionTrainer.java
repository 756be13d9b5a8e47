package dev.annals.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.capture.Charsets;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Trains the block classifier from folders that hold {@code truth.jsonl} (with {@code id}, {@code
 * url}, {@code text}) and the pages in {@code pages} or {@code html}. Not safe for several threads.
 */
public final class ExtractionTrainer {

  private static final int FOLDS = 5;

  /** Set by cross-validation: more trees gained nothing. */
  private static final int TREES = 110;

  private static final int SECOND_TREES = 80;
  private static final int DEPTH = 5;
  private static final double RATE = 0.1;
  private static final double LEAF = 2;
  static final double THRESHOLD = HtmlArticleReader.THRESHOLD;

  private final PrintStream log;

  /** A trainer that prints its figures. */
  public ExtractionTrainer(PrintStream log) {
    this.log = log;
  }

  /**
   * Cross-validates, then trains on everything.
   *
   * @param folder holds benchmark folders, or is one
   * @param out the model's file
   */
  public void train(Path folder, Path out) throws IOException {
    var pages = read(folder);
    crossValidate(pages);
    write(pages, out);
  }

  void write(List<LabelledPage> pages, Path out) throws IOException {
    var model = model(pages, 7);
    try (var file = new BufferedOutputStream(Files.newOutputStream(out))) {
      model[0].write(file);
      model[1].write(file);
    }
    log.println("pages " + pages.size() + ", model " + Files.size(out) + " bytes");
  }

  /** Scores each page with a model that saw no page of its site. */
  void crossValidate(List<LabelledPage> pages) {
    double[][] scores = new double[pages.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      int part = fold;
      var model = model(where(pages, page -> fold(page, FOLDS) != part), fold);
      var classifier = new BlockClassifier(model[0], model[1]);
      for (int i = 0; i < pages.size(); i++) {
        LabelledPage page = pages.get(i);
        if (fold(page, FOLDS) == part) {
          scores[i] = classifier.scores(page.blocks, page.rows);
        }
      }
    }
    print(pages, scores);
    for (double threshold = 0.3; threshold < 0.65; threshold += 0.05) {
      log.printf("threshold %.2f: %s%n", threshold, figures(pages, scores, threshold));
    }
  }

  private void print(List<LabelledPage> pages, double[][] scores) {
    for (int i = 0; i < pages.size(); i++) {
      LabelledPage page = pages.get(i);
      double[] figures = page.measure(body(page, scores[i], THRESHOLD));
      double[] best = page.measure(body(page, page.labels, 0.5));
      if (Math.min(figures[0], figures[1]) < 0.97) {
        log.printf(
            "%-24.24s %-28.28s P %.3f R %.3f (labels %.3f %.3f)%n",
            page.id, page.host, figures[0], figures[1], best[0], best[1]);
      }
    }
  }

  private String figures(List<LabelledPage> pages, double[][] scores, double threshold) {
    var sums = new TreeMap<String, double[]>();
    for (int i = 0; i < pages.size(); i++) {
      LabelledPage page = pages.get(i);
      double[] figures = page.measure(body(page, scores[i], threshold));
      double[] best = page.measure(body(page, page.labels, 0.5));
      double[] sum = sums.computeIfAbsent(page.id.length() > 50 ? "a" : "b", k -> new double[5]);
      for (int k = 0; k < 2; k++) {
        sum[k] += figures[k];
        sum[k + 2] += best[k];
      }
      sum[4]++;
    }
    var line = new StringBuilder();
    sums.forEach(
        (set, sum) ->
            line.append(
                String.format(
                    "%s P %.4f R %.4f F1 %.4f (labels %.4f)  ",
                    set,
                    sum[0] / sum[4],
                    sum[1] / sum[4],
                    f1(sum[0] / sum[4], sum[1] / sum[4]),
                    f1(sum[2] / sum[4], sum[3] / sum[4]))));
    return line.toString();
  }

  private static double f1(double precision, double recall) {
    return 2 * precision * recall / (precision + recall);
  }

  private static String body(LabelledPage page, double[] scores, double threshold) {
    var body = new StringBuilder();
    double bar = BlockClassifier.bar(page.blocks, scores, threshold);
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= bar) {
        body.append(page.blocks.get(i).text).append("\n\n");
      }
    }
    return body.toString();
  }

  /** Both sets of trees; the second learns from what the first says of pages it did not see. */
  private static BoostedTrees[] model(List<LabelledPage> pages, long seed) {
    var wide = new ArrayList<float[]>();
    var order = new ArrayList<LabelledPage>();
    for (int fold = 0; fold < 4; fold++) {
      int part = fold;
      var rest = where(pages, page -> fold(page, 4) != part);
      var trees = boost(rest, rows(rest), TREES, seed + 10 + fold);
      for (LabelledPage page : where(pages, page -> fold(page, 4) == part)) {
        double[] sure = BlockClassifier.scores(trees, page.rows);
        wide.addAll(List.of(BlockClassifier.widen(page.blocks, page.rows, sure)));
        order.add(page);
      }
    }
    var second = boost(order, wide, SECOND_TREES, seed + 20);
    return new BoostedTrees[] {boost(pages, rows(pages), TREES, seed), second};
  }

  private static List<float[]> rows(List<LabelledPage> pages) {
    var rows = new ArrayList<float[]>();
    pages.forEach(page -> rows.addAll(List.of(page.rows)));
    return rows;
  }

  private static BoostedTrees boost(
      List<LabelledPage> pages, List<float[]> rows, int trees, long seed) {
    double[] labels = new double[rows.size()];
    double[] weights = new double[rows.size()];
    int at = 0;
    for (LabelledPage page : pages) {
      for (int i = 0; i < page.labels.length; i++) {
        labels[at] = page.labels[i];
        weights[at++] = page.weights[i];
      }
    }
    return new TreeBooster(trees, DEPTH, RATE, LEAF, seed).train(rows, labels, weights);
  }

  private static List<LabelledPage> where(
      List<LabelledPage> pages, Predicate<LabelledPage> condition) {
    return pages.stream().filter(condition).toList();
  }

  private static int fold(LabelledPage page, int folds) {
    return Math.floorMod(page.host.hashCode() * 0x9E3779B9 >>> 8, folds);
  }

  static List<LabelledPage> read(Path folder) throws IOException {
    List<Path> truths;
    try (var walk = Files.walk(folder, 2)) {
      truths = walk.filter(f -> f.endsWith("truth.jsonl")).sorted().toList();
    }
    var pages = new ArrayList<LabelledPage>();
    var json = new ObjectMapper();
    for (Path truth : truths) {
      for (String line : Files.readAllLines(truth)) {
        JsonNode gold = json.readTree(line);
        for (String kind : List.of("pages", "html")) {
          Path file = truth.resolveSibling(kind).resolve(gold.path("id").asText() + ".html.gz");
          if (gold.has("text") && Files.exists(file)) {
            pages.add(page(gold, Files.readAllBytes(file)));
          }
        }
      }
    }
    return pages;
  }

  private static LabelledPage page(JsonNode gold, byte[] packed) throws IOException {
    byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    Page page = Page.of(Charsets.decode(bytes, null, true).text(), "");
    var metadata = new HtmlMetadata(page, null);
    String host = HtmlMetadata.host(gold.path("url").asText());
    float[][] rows = HtmlArticleReader.rows(page, metadata);
    return new LabelledPage(
        gold.path("id").asText(),
        host == null ? "" : host,
        gold.path("text").asText(),
        page.blocks,
        rows);
  }
}

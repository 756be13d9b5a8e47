package dev.annals.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.capture.Charsets;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the block classifier from folders that hold {@code truth.jsonl} (with {@code id}, {@code
 * url}, {@code text}) and the pages in {@code pages} or {@code html}. Not safe for several threads.
 */
public final class ExtractionTrainer {

  private static final int FOLDS = 5;

  /** Inner folds, on which the first trees are asked about pages that they did not see. */
  private static final int INNER = 4;

  private static final int BAGS = 2;

  /**
   * Set by cross-validation: 110 and 80 trees at a rate of 0.1 gave 0.974 where these give 0.976.
   */
  private static final int TREES = 60;

  private static final int SECOND_TREES = 45;
  private static final int DEPTH = 5;
  private static final double RATE = 0.17;
  private static final double LEAF = 2;
  private static final long SEED = 7;
  static final double THRESHOLD = PageBody.THRESHOLD;

  private final PrintStream log;

  /** A trainer that prints its figures. */
  public ExtractionTrainer(PrintStream log) {
    this.log = log;
  }

  /**
   * Trains on all pages of a folder and on variants of them.
   *
   * @param folder holds benchmark folders, or is one
   * @param out the model's file
   */
  public void train(Path folder, Path out) throws IOException {
    var pages = read(folder);
    var model = model(withVariants(pages, SEED), SEED);
    try (var file = new BufferedOutputStream(Files.newOutputStream(out))) {
      model[0].write(file);
      model[1].write(file);
    }
    log.println("pages " + pages.size() + ", model " + Files.size(out) + " bytes");
  }

  /** Scores each page with a model that saw no page of its site, and prints how good that is. */
  public void crossValidate(Path folder) throws IOException {
    var pages = read(folder);
    double[][] scores = cvScores(withVariants(pages, SEED), FOLDS, SEED);
    print(pages, scores);
    for (double threshold = 0.3; threshold < 0.72; threshold += 0.05) {
      log.printf("threshold %.2f: %s%n", threshold, figures(pages, scores, threshold));
    }
  }

  /** The pages, then a variant of each; texts of measured pages are put nowhere else. */
  static List<LabelledPage> withVariants(List<LabelledPage> pages, long seed) throws IOException {
    var random = new Random(seed);
    var donors = where(pages, page -> !page.isMeasured());
    var texts = PageVariants.paragraphs(donors.isEmpty() ? pages : donors);
    var all = new ArrayList<>(pages);
    for (LabelledPage page : pages) {
      all.add(page.variant(random, texts));
    }
    return all;
  }

  static double[][] cvScores(List<LabelledPage> pages, int folds, long seed) {
    double[][] scores = new double[pages.size()][];
    for (int fold = 0; fold < folds; fold++) {
      int part = fold;
      var model = model(where(pages, page -> fold(page, folds) != part), fold + seed);
      var classifier = new BlockClassifier(model[0], model[1]);
      for (int i = 0; i < pages.size(); i++) {
        LabelledPage page = pages.get(i);
        if (fold(page, folds) == part) {
          // as the reader asks
          scores[i] = classifier.scores(PageBody.features(page.page, page.metadata));
        }
      }
    }
    return scores;
  }

  private void print(List<LabelledPage> pages, double[][] scores) {
    for (int i = 0; i < pages.size(); i++) {
      LabelledPage page = pages.get(i);
      double[] figures = page.measure(scores[i], THRESHOLD);
      double[] best = page.measure(page.labels, 0.5);
      if (page.isMeasured() && Math.min(figures[0], figures[1]) < 0.97) {
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
      if (!page.isMeasured()) {
        continue;
      }
      double[] figures = page.measure(scores[i], threshold);
      double[] best = page.measure(page.labels, 0.5);
      double[] sum = sums.computeIfAbsent(page.set, k -> new double[5]);
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

  /** Both sets of trees; the second learns from what the first says of pages it did not see. */
  static BoostedTrees[] model(List<LabelledPage> pages, long seed) {
    var wide = new ArrayList<float[]>();
    var order = new ArrayList<LabelledPage>();
    for (int fold = 0; fold < INNER; fold++) {
      int part = fold;
      var rest = where(pages, page -> fold(page, INNER) != part);
      var trees = boost(rest, rows(rest), TREES, seed + 10 + fold);
      for (LabelledPage page : where(pages, page -> fold(page, INNER) == part)) {
        double[] sure = BlockClassifier.scores(trees, page.features.rows);
        wide.addAll(Arrays.asList(BlockSurroundings.widen(page.features, sure)));
        order.add(page);
      }
    }
    var second = boost(order, wide, SECOND_TREES, seed + 20);
    return new BoostedTrees[] {boost(pages, rows(pages), TREES, seed), second};
  }

  private static List<float[]> rows(List<LabelledPage> pages) {
    var rows = new ArrayList<float[]>();
    pages.forEach(page -> rows.addAll(Arrays.asList(page.features.rows)));
    return rows;
  }

  private static BoostedTrees boost(
      List<LabelledPage> pages, List<float[]> rows, int trees, long seed) {
    double[] labels = new double[rows.size()];
    double[] weights = new double[rows.size()];
    var taken = new ArrayList<float[]>();
    int at = 0;
    for (LabelledPage page : pages) {
      for (int i = 0; i < page.labels.length; i++) {
        if (page.weights[i] > 0 && rows.get(at) != null) {
          labels[taken.size()] = page.labels[i];
          weights[taken.size()] = page.weights[i];
          taken.add(rows.get(at));
        }
        at++;
      }
    }
    return new TreeBooster(BAGS, trees, DEPTH, RATE, LEAF, seed).train(taken, labels, weights);
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
    var marks = HandLabels.standard();
    var json = new ObjectMapper();
    for (Path truth : truths) {
      String set = truth.toAbsolutePath().getParent().getFileName().toString();
      for (String line : Files.readAllLines(truth)) {
        JsonNode gold = json.readTree(line);
        for (String kind : List.of("pages", "html")) {
          Path file = truth.resolveSibling(kind).resolve(gold.path("id").asText() + ".html.gz");
          if (Files.exists(file)) {
            LabelledPage page = page(set, gold, unpack(file), marks);
            if (page != null) {
              pages.add(page);
            }
          }
        }
      }
    }
    return pages;
  }

  private static byte[] unpack(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  /** The page with the text it is known to hold, or with blocks marked by hand, or null. */
  private static @Nullable LabelledPage page(
      String set, JsonNode gold, byte[] bytes, HandLabels marks) throws IOException {
    String html = Charsets.decode(bytes, null, true).text();
    String host = HtmlMetadata.host(gold.path("url").asText());
    String id = gold.path("id").asText();
    if (gold.has("text")) {
      return new LabelledPage(set, id, host == null ? "" : host, gold.path("text").asText(), html);
    }
    Set<Integer> body = marks.of(bytes);
    return body == null ? null : LabelledPage.marked(set, id, host == null ? "" : host, html, body);
  }
}

package dev.annals.article;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which blocks of a page are the body of the article: boosted trees over each block and its
 * neighbours, then a second set of trees that also sees what the first said of the blocks around,
 * of the siblings and of the blocks of the same classes. Immutable, safe for several threads.
 */
final class BlockClassifier {

  /** Columns that the second trees see beside those of the first. */
  static final int CONTEXT = 14;

  private static final int REACH = 3;

  private static final class Standard {
    static final BlockClassifier CLASSIFIER = load();
  }

  private final BoostedTrees first;
  private final BoostedTrees second;

  BlockClassifier(BoostedTrees first, BoostedTrees second) {
    this.first = first;
    this.second = second;
  }

  static BlockClassifier standard() {
    return Standard.CLASSIFIER;
  }

  static BlockClassifier read(InputStream in) throws IOException {
    return new BlockClassifier(BoostedTrees.read(in), BoostedTrees.read(in));
  }

  private static BlockClassifier load() {
    try (var in = BlockClassifier.class.getResourceAsStream("blocks.model")) {
      if (in == null) {
        throw new FileNotFoundException("blocks.model");
      }
      return read(new BufferedInputStream(in, 1 << 16));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How sure it is of each block, 0 to 1. */
  double[] scores(List<PageBlock> blocks, float[][] rows) {
    double[] sure = scores(first, rows);
    return scores(second, widen(blocks, rows, sure));
  }

  static double[] scores(BoostedTrees trees, float[][] rows) {
    double[] scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = trees.probability(rows[i]);
    }
    return scores;
  }

  /** The rows with what the first trees said of the blocks around each. */
  static float[][] widen(List<PageBlock> blocks, float[][] rows, double[] sure) {
    int size = rows.length;
    float[][] wide = new float[size][];
    var containers = new IdentityHashMap<PageContext, double[]>();
    Map<Long, double[]> paths = new HashMap<>();
    double all = 0;
    for (int i = 0; i < size; i++) {
      PageBlock block = blocks.get(i);
      add(containers.computeIfAbsent(block.container, c -> new double[2]), sure[i], block.words);
      add(
          paths.computeIfAbsent(BlockFeatures.path(block), p -> new double[2]),
          sure[i],
          block.words);
      all += sure[i] * block.words;
    }
    double before = 0;
    for (int i = 0; i < size; i++) {
      int width = rows[i].length;
      float[] row = Arrays.copyOf(rows[i], width + CONTEXT);
      PageBlock block = blocks.get(i);
      int at = width;
      row[at++] = (float) sure[i];
      for (int n = 1; n <= REACH; n++) {
        row[at++] = i - n < 0 ? -1 : (float) sure[i - n];
        row[at++] = i + n >= size ? -1 : (float) sure[i + n];
      }
      double[] siblings = containers.get(block.container);
      double[] path = paths.get(BlockFeatures.path(block));
      row[at++] = (float) (siblings[0] / siblings[1]);
      row[at++] = (float) (path[0] / path[1]);
      row[at++] = all == 0 ? 0 : (float) (siblings[0] / all);
      row[at++] = all == 0 ? 0 : (float) (before / all);
      before += sure[i] * block.words;
      row[at++] = (float) Math.log1p(all);
      row[at++] = near(sure, i, -1);
      row[at++] = near(sure, i, 1);
      wide[i] = row;
    }
    return wide;
  }

  private static void add(double[] sums, double sure, int words) {
    sums[0] += sure * (words + 1);
    sums[1] += words + 1;
  }

  /** Blocks to the nearest one that the first trees take for body. */
  private static float near(double[] sure, int from, int step) {
    int steps = 0;
    for (int i = from + step; i >= 0 && i < sure.length && steps < 15; i += step) {
      steps++;
      if (sure[i] > 0.7) {
        return steps;
      }
    }
    return 20;
  }

  /**
   * How sure a block of this page has to be: less on pages where hardly anything is sure, as short
   * and odd articles are still the longest text of theirs.
   */
  static double bar(List<PageBlock> blocks, double[] scores, double threshold) {
    int words = 0;
    double most = 0;
    for (int i = 0; i < scores.length; i++) {
      words += scores[i] >= threshold ? blocks.get(i).words : 0;
      if (blocks.get(i).words >= 10 || blocks.get(i).text.length() >= 60) {
        most = Math.max(most, scores[i]);
      }
    }
    return words >= 60 ? threshold : Math.min(threshold, most * 0.5);
  }
}

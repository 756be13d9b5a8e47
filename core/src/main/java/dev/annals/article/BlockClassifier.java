package dev.annals.article;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which blocks of a page are the body of the article: boosted trees over each block and its
 * neighbours, then a second set of trees that also sees what the first said of the blocks around,
 * of the siblings and of the blocks of the same classes. Immutable, safe for several threads.
 */
final class BlockClassifier {

  /** What is less sure than this is no article, however little else there is. */
  static final double LEAST = 0.05;

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
  double[] scores(BlockFeatures features) {
    double[] sure = scores(first, features.rows);
    float[][] wide = BlockSurroundings.widen(features, sure);
    for (int i = 0; i < sure.length; i++) {
      sure[i] = wide[i] == null ? sure[i] : second.probability(wide[i]);
    }
    return sure;
  }

  static double[] scores(BoostedTrees trees, float @Nullable [][] rows) {
    double[] scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      scores[i] = row == null ? BoostedTrees.HOPELESS : trees.probability(row);
    }
    return scores;
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
    return words >= 60 ? threshold : Math.min(threshold, Math.max(LEAST, most * 0.5));
  }
}

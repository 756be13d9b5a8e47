package dev.annals.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What each document adds to the sums that a task's figures are made of. Figures of other documents
 * drawn at random tell how far a figure may be trusted.
 */
final class Tally {

  /** Figures from sums over documents. */
  @FunctionalInterface
  interface Formula {
    void figures(double[] sums, Map<String, Double> into);
  }

  private static final int DRAWS = 1000;
  private static final long SEED = 20_310_305L;

  private final List<double[]> documents = new ArrayList<>();
  private final int width;
  private final Formula formula;

  Tally(int width, Formula formula) {
    this.width = width;
    this.formula = formula;
  }

  /** The row of one more document, to be counted up. */
  double[] document() {
    double[] row = new double[width];
    documents.add(row);
    return row;
  }

  int size() {
    return documents.size();
  }

  /** The figures over all documents, in the order of the task. */
  Map<String, Double> figures() {
    double[] sums = new double[width];
    for (double[] row : documents) {
      add(row, sums);
    }
    var figures = new LinkedHashMap<String, Double>();
    formula.figures(sums, figures);
    return figures;
  }

  /** Half the width of the 95 % interval of each figure, by bootstrap over documents. */
  Map<String, double[]> intervals() {
    var values = new LinkedHashMap<String, double[]>();
    if (documents.size() < 2) {
      return values;
    }
    var random = new SplittableRandom(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] sums = new double[width];
      for (int i = 0; i < documents.size(); i++) {
        add(documents.get(random.nextInt(documents.size())), sums);
      }
      var figures = new LinkedHashMap<String, Double>();
      formula.figures(sums, figures);
      for (Map.Entry<String, Double> figure : figures.entrySet()) {
        values.computeIfAbsent(figure.getKey(), k -> new double[DRAWS])[draw] = figure.getValue();
      }
    }
    var intervals = new LinkedHashMap<String, double[]>();
    for (Map.Entry<String, double[]> entry : values.entrySet()) {
      double[] sorted = entry.getValue();
      java.util.Arrays.sort(sorted);
      intervals.put(
          entry.getKey(), new double[] {sorted[DRAWS / 40], sorted[DRAWS - 1 - DRAWS / 40]});
    }
    return intervals;
  }

  private static void add(double[] row, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i];
    }
  }

  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}

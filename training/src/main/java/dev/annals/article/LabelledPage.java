package dev.annals.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A page whose article is known: rows of features and for each block whether it is body. */
final class LabelledPage {

  final String id;
  final String host;
  final String gold;
  final List<PageBlock> blocks;
  final float[][] rows;
  final double[] labels;
  final double[] weights;

  LabelledPage(String id, String host, String gold, List<PageBlock> blocks, float[][] rows) {
    this.id = id;
    this.host = host;
    this.gold = gold;
    this.blocks = blocks;
    this.rows = rows;
    this.labels = labels(blocks, gold);
    this.weights = new double[blocks.size()];
    double all = words(gold).size();
    for (int i = 0; i < weights.length; i++) {
      // every page counts about the same, as in the measure; long blocks more than short ones
      weights[i] = 300 * (blocks.get(i).words + 3) / (all + 300) / 10;
    }
  }

  /** Words as the measure reads them. */
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      boolean word = Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
      if (word && from < 0) {
        from = i;
      } else if (!word && from >= 0) {
        words.add(text.substring(from, i));
        from = -1;
      }
    }
    return words;
  }

  /** Runs of four words and how often each occurs. */
  static Map<String, Integer> shingles(String text) {
    var words = words(text);
    var shingles = new HashMap<String, Integer>();
    int size = Math.max(1, Math.min(4, words.size()));
    for (int i = 0; i + size <= words.size(); i++) {
      shingles.merge(String.join(" ", words.subList(i, i + size)), 1, Integer::sum);
    }
    return shingles;
  }

  private static double[] labels(List<PageBlock> blocks, String gold) {
    Set<String> known = new HashSet<>(shingles(gold).keySet());
    var lines = new HashMap<String, Integer>();
    for (String line : gold.split("\n")) {
      lines.merge(String.join(" ", words(line)), 1, Integer::sum);
    }
    double[] labels = new double[blocks.size()];
    var same = new HashMap<String, List<Integer>>();
    for (int i = 0; i < labels.length; i++) {
      var words = words(blocks.get(i).text);
      String line = String.join(" ", words);
      if (words.size() < 4 && line.length() >= 20) {
        labels[i] = gold.contains(blocks.get(i).text) ? 1 : 0; // scripts without spaces
      } else if (words.size() < 4) {
        labels[i] = !line.isEmpty() && lines.containsKey(line) ? 1 : 0;
      } else {
        int found = 0;
        for (int k = 0; k + 4 <= words.size(); k++) {
          found += known.contains(String.join(" ", words.subList(k, k + 4))) ? 1 : 0;
        }
        labels[i] = found * 2 >= words.size() - 3 ? 1 : 0;
      }
      if (labels[i] > 0) {
        same.computeIfAbsent(line, l -> new ArrayList<>()).add(i);
      }
    }
    double[] raw = labels.clone();
    for (var entry : same.entrySet()) {
      int allowed = Math.max(1, lines.getOrDefault(entry.getKey(), 1));
      List<Integer> places = entry.getValue();
      if (places.size() > allowed) {
        places.sort(Comparator.comparingDouble(i -> -around(raw, i)));
        places.subList(allowed, places.size()).forEach(i -> labels[i] = 0);
      }
    }
    return labels;
  }

  private static double around(double[] labels, int place) {
    double sum = 0;
    for (int i = Math.max(0, place - 4); i < Math.min(labels.length, place + 5); i++) {
      sum += labels[i];
    }
    return sum;
  }

  /** Precision and recall of a text against the known one. */
  double[] measure(String text) {
    var found = shingles(text);
    var wanted = shingles(gold);
    int hits = 0;
    int all = 0;
    for (var entry : found.entrySet()) {
      hits += Math.min(entry.getValue(), wanted.getOrDefault(entry.getKey(), 0));
      all += entry.getValue();
    }
    int missing = wanted.values().stream().mapToInt(Integer::intValue).sum() - hits;
    double precision = all > 0 ? (double) hits / all : missing == 0 ? 1 : 0;
    return new double[] {precision, hits + missing == 0 ? 1 : (double) hits / (hits + missing)};
  }
}

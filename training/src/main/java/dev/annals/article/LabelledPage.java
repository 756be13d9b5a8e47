package dev.annals.article;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page whose article is known: rows of features and for each block whether it is body. */
final class LabelledPage {

  /** Weight of a variant, beside 1 of a page. */
  private static final double VARIANT = 0.5;

  /** The folder it comes from. */
  final String set;

  final String id;
  final String host;
  final String gold;
  final List<PageBlock> blocks;
  final BlockFeatures features;
  final double[] labels;
  final double[] weights;

  final Page page;
  private final String html;
  final HtmlMetadata metadata;

  private final boolean measured;

  LabelledPage(String set, String id, String host, String gold, String html) throws IOException {
    this(set, id, host, gold, html, null);
  }

  /** A page of which it is known block by block what is body. */
  static LabelledPage marked(String set, String id, String host, String html, Set<Integer> marks)
      throws IOException {
    return new LabelledPage(set, id, host, "", html, marks);
  }

  private LabelledPage(
      String set, String id, String host, String gold, String html, @Nullable Set<Integer> marks)
      throws IOException {
    this.set = set;
    this.measured = marks == null;
    this.page = Page.of(html, "");
    this.html = html;
    this.metadata = new HtmlMetadata(page, null);
    this.id = id;
    this.host = host;
    this.blocks = page.blocks;
    this.features = PageBody.features(page, metadata, true);
    this.gold = marks == null ? gold : text(marks);
    this.labels = marks == null ? labels(blocks, gold) : marks(marks);
    this.weights = new double[blocks.size()];
    double all = words(this.gold).size();
    for (int i = 0; i < weights.length; i++) {
      // every page counts about the same, as in the measure; long blocks more than short ones
      weights[i] = 300 * (blocks.get(i).words + 3) / (all + 300) / 10;
    }
  }

  private String text(Set<Integer> body) {
    var text = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      if (body.contains(i)) {
        text.append(blocks.get(i).text).append("\n\n");
      }
    }
    return text.toString();
  }

  private double[] marks(Set<Integer> body) {
    double[] marks = new double[blocks.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = body.contains(i) ? 1 : 0;
    }
    return marks;
  }

  /** Whether its text is known from elsewhere, not marked for training. */
  boolean isMeasured() {
    return measured;
  }

  /** The same page with other things around its article. */
  LabelledPage variant(Random random, List<String> texts) throws IOException {
    var variant =
        new LabelledPage(set, id, host, gold, PageVariants.of(html, labels, random, texts));
    Set<String> known = new HashSet<>();
    blocks.forEach(block -> known.add(block.text));
    for (int i = 0; i < variant.weights.length; i++) {
      // what the page itself teaches is not taught twice
      boolean old = variant.labels[i] == 0 && known.contains(variant.blocks.get(i).text);
      variant.weights[i] *= old && random.nextInt(4) > 0 ? 0 : VARIANT;
    }
    return variant;
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
    String unspaced = unspaced(gold);
    double[] labels = new double[blocks.size()];
    var same = new HashMap<String, List<Integer>>();
    for (int i = 0; i < labels.length; i++) {
      var words = words(blocks.get(i).text);
      String line = String.join(" ", words);
      if (blocks.get(i).words > 3 * words.size()) {
        labels[i] = isInside(blocks.get(i).text, unspaced) ? 1 : 0; // scripts without blanks
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

  /** Whether most runs of six characters of a text stand in another, blanks left out. */
  private static boolean isInside(String text, String unspaced) {
    String line = unspaced(text);
    int found = 0;
    int runs = 0;
    for (int i = 0; i + 6 <= line.length(); i += 3) {
      found += unspaced.contains(line.substring(i, i + 6)) ? 1 : 0;
      runs++;
    }
    return runs == 0 ? !line.isEmpty() && unspaced.contains(line) : found * 2 > runs;
  }

  private static String unspaced(String text) {
    return text.replaceAll("\\s", "");
  }

  private static double around(double[] labels, int place) {
    double sum = 0;
    for (int i = Math.max(0, place - 4); i < Math.min(labels.length, place + 5); i++) {
      sum += labels[i];
    }
    return sum;
  }

  /** Precision and recall of the article that the reader makes of these scores. */
  double[] measure(double[] scores, double threshold) {
    blocks.forEach(block -> block.role = null);
    var chosen = PageBody.of(page, metadata, scores, threshold);
    var body = new StringBuilder();
    for (int i = 0; i < scores.length; i++) {
      if (chosen.isBody(i)) {
        body.append(blocks.get(i).text).append("\n\n");
      }
    }
    return measure(body.toString());
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

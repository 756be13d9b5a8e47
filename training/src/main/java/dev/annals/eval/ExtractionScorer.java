package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mean precision and recall of four-word shingles over pages; F1 of the means. */
final class ExtractionScorer implements Scorer {

  private static final int PAGES = 0;
  private static final int PRECISION = 1;
  private static final int RECALL = 2;
  private static final int EXACT = 3;
  static final int WIDTH = 4;

  @Override
  public Tally tally(List<JsonNode> truth, Map<String, JsonNode> output) {
    var tally =
        new Tally(
            WIDTH,
            (sums, into) -> {
              double precision = Tally.ratio(sums[PRECISION], sums[PAGES]);
              double recall = Tally.ratio(sums[RECALL], sums[PAGES]);
              into.put("precision", precision);
              into.put("recall", recall);
              into.put("f1", Tally.f1(precision, recall));
              into.put("exact", Tally.ratio(sums[EXACT], sums[PAGES]));
            });
    for (JsonNode page : truth) {
      count(page, output.get(page.get("id").asText()), tally.document(), 0);
    }
    return tally;
  }

  static void count(
      JsonNode page, @org.jspecify.annotations.Nullable JsonNode found, double[] row, int at) {
    var gold = shingles(Scorer.text(page, "text"));
    String text = found == null ? "" : Scorer.text(found, found.has("body") ? "body" : "text");
    var mine = shingles(text);
    double both = 0;
    double ours = 0;
    double theirs = 0;
    for (int count : mine.values()) {
      ours += count;
    }
    for (Map.Entry<List<String>, Integer> entry : gold.entrySet()) {
      theirs += entry.getValue();
      both += Math.min(entry.getValue(), mine.getOrDefault(entry.getKey(), 0));
    }
    row[at + PAGES]++;
    row[at + PRECISION] += ours > 0 ? both / ours : theirs == both ? 1 : 0;
    row[at + RECALL] += theirs > 0 ? both / theirs : 1;
    row[at + EXACT] += gold.equals(mine) ? 1 : 0;
  }

  private static Map<List<String>, Integer> shingles(String text) {
    List<String> words = ScoreText.tokens(text);
    int length = words.isEmpty() ? 1 : Math.min(4, words.size());
    var shingles = new HashMap<List<String>, Integer>();
    for (int i = 0; i + length <= words.size(); i++) {
      shingles.merge(words.subList(i, i + length), 1, Integer::sum);
    }
    return shingles;
  }
}

package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** B³ and pairs. */
final class ClusteringScorer implements Scorer {

  @Override
  public Tally tally(List<JsonNode> truth, Map<String, JsonNode> output) {
    var gold = new LinkedHashMap<String, String>();
    var found = new HashMap<String, String>();
    for (JsonNode line : truth) {
      String id = line.get("id").asText();
      gold.put(id, line.get("story").asText());
      JsonNode mine = output.get(id);
      JsonNode story = mine == null ? null : mine.get("story");
      found.put(id, story == null || story.isNull() ? "none-" + id : story.asText());
    }
    var inGold = new HashMap<String, Integer>();
    var inFound = new HashMap<String, Integer>();
    var inBoth = new HashMap<List<String>, Integer>();
    for (Map.Entry<String, String> entry : gold.entrySet()) {
      String mine = found.getOrDefault(entry.getKey(), "");
      inGold.merge(entry.getValue(), 1, Integer::sum);
      inFound.merge(mine, 1, Integer::sum);
      inBoth.merge(List.of(entry.getValue(), mine), 1, Integer::sum);
    }
    var tally =
        new Tally(
            6,
            (sums, into) -> {
              double precision = Tally.ratio(sums[1], sums[0]);
              double recall = Tally.ratio(sums[2], sums[0]);
              into.put("b3_precision", precision);
              into.put("b3_recall", recall);
              into.put("b3_f1", Tally.f1(precision, recall));
              double pairPrecision = Tally.ratio(sums[3], sums[4]);
              double pairRecall = Tally.ratio(sums[3], sums[5]);
              into.put("pair_precision", pairPrecision);
              into.put("pair_recall", pairRecall);
              into.put("pair_f1", Tally.f1(pairPrecision, pairRecall));
            });
    for (Map.Entry<String, String> entry : gold.entrySet()) {
      String mine = found.getOrDefault(entry.getKey(), "");
      double both = inBoth.getOrDefault(List.of(entry.getValue(), mine), 0);
      double theirs = inGold.getOrDefault(entry.getValue(), 0);
      double ours = inFound.getOrDefault(mine, 0);
      double[] row = tally.document();
      row[0]++;
      row[1] += both / ours;
      row[2] += both / theirs;
      // each pair is counted from both of its ends
      row[3] += both - 1;
      row[4] += ours - 1;
      row[5] += theirs - 1;
    }
    return tally;
  }
}

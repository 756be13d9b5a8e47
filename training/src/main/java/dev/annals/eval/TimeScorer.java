package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Time expressions: span strict and relaxed, and value. */
final class TimeScorer implements Scorer {

  private static final String[] NAMES = {"strict", "relaxed", "value"};

  @Override
  public Tally tally(List<JsonNode> truth, Map<String, JsonNode> output) {
    var tally =
        new Tally(
            5,
            (sums, into) -> {
              for (int i = 0; i < NAMES.length; i++) {
                double precision = sums[2 + i] / Math.max(sums[1], 1);
                double recall = sums[2 + i] / Math.max(sums[0], 1);
                into.put(NAMES[i] + "_f1", Tally.f1(precision, recall));
              }
            });
    for (JsonNode line : truth) {
      JsonNode found = output.get(line.get("id").asText());
      JsonNode mine =
          found == null || !found.has("times")
              ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
              : found.get("times");
      double[] row = tally.document();
      row[0] = line.get("times").size();
      row[1] = mine.size();
      var used = new HashSet<Integer>();
      for (JsonNode gold : line.get("times")) {
        int best = best(gold, mine, used);
        if (best < 0) {
          continue;
        }
        used.add(best);
        JsonNode time = mine.get(best);
        row[3]++;
        boolean exact =
            time.get("start").asInt() == gold.get("start").asInt()
                && time.get("end").asInt() == gold.get("end").asInt();
        row[2] += exact ? 1 : 0;
        row[4] += Scorer.text(time, "value").equals(Scorer.text(gold, "value")) ? 1 : 0;
      }
    }
    return tally;
  }

  /** The unused expression that shares most with a gold one; -1 when none touches it. */
  private static int best(JsonNode gold, JsonNode mine, HashSet<Integer> used) {
    int best = -1;
    int most = 0;
    for (int k = 0; k < mine.size(); k++) {
      if (!used.contains(k)) {
        int shared =
            Math.min(mine.get(k).get("end").asInt(), gold.get("end").asInt())
                - Math.max(mine.get(k).get("start").asInt(), gold.get("start").asInt());
        if (shared > most) {
          most = shared;
          best = k;
        }
      }
    }
    return best;
  }
}

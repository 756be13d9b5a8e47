package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Day of publication. */
final class DateScorer implements Scorer {

  @Override
  public Tally tally(List<JsonNode> truth, Map<String, JsonNode> output) {
    var tally =
        new Tally(
            4,
            (sums, into) -> {
              double precision = Tally.ratio(sums[1], sums[1] + sums[2]);
              double recall = Tally.ratio(sums[1], sums[1] + sums[3]);
              into.put("precision", precision);
              into.put("recall", recall);
              into.put("f1", Tally.f1(precision, recall));
              into.put("accuracy", Tally.ratio(sums[1], sums[0]));
            });
    for (JsonNode page : truth) {
      JsonNode found = output.get(page.get("id").asText());
      String published = found == null ? "" : Scorer.text(found, "published");
      String day = published.substring(0, Math.min(10, published.length()));
      double[] row = tally.document();
      row[0]++;
      row[day.isEmpty() ? 3 : day.equals(Scorer.text(page, "published")) ? 1 : 2]++;
    }
    return tally;
  }
}

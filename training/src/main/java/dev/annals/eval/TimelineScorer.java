package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As many of Annals' days as the editor's timeline has, the most important first; the best of
 * several editors' timelines counts.
 */
final class TimelineScorer implements Scorer {

  @Override
  public Tally tally(List<JsonNode> truth, Map<String, JsonNode> output) {
    var tally =
        new Tally(
            2,
            (sums, into) -> {
              into.put("date_f1", sums[0]);
              into.put("agree_rouge1_f1", sums[1]);
            });
    double[] row = tally.document();
    boolean first = true;
    for (JsonNode line : truth) {
      double[] figures = compare(line, output.values().stream().findFirst().orElse(null));
      if (first || figures[0] > row[0]) {
        row[0] = figures[0];
        row[1] = figures[1];
        first = false;
      }
    }
    return tally;
  }

  private static double[] compare(
      JsonNode line, @org.jspecify.annotations.Nullable JsonNode found) {
    var gold = new LinkedHashMap<String, List<String>>();
    for (JsonNode entry : line.get("timeline")) {
      var sentences = new ArrayList<String>();
      entry.get("sentences").forEach(sentence -> sentences.add(sentence.asText()));
      gold.put(entry.get("date").asText(), ScoreText.words(String.join(" ", sentences)));
    }
    var mine = new LinkedHashMap<String, List<String>>();
    if (found != null && found.has("timeline")) {
      for (JsonNode entry : found.get("timeline")) {
        String date = Scorer.text(entry, "date");
        if (date.length() >= 10) {
          String day = date.substring(0, 10);
          if (mine.containsKey(day) || mine.size() < gold.size()) {
            mine.computeIfAbsent(day, d -> new ArrayList<>())
                .addAll(ScoreText.words(Scorer.text(entry, "text")));
          }
        }
      }
    }
    double days = 0;
    double shared = 0;
    double ours = 0;
    double theirs = 0;
    for (List<String> words : mine.values()) {
      ours += words.size();
    }
    for (Map.Entry<String, List<String>> entry : gold.entrySet()) {
      theirs += entry.getValue().size();
      List<String> words = mine.get(entry.getKey());
      if (words != null) {
        days++;
        shared += shared(entry.getValue(), words);
      }
    }
    return new double[] {
      Tally.f1(days / Math.max(mine.size(), 1), days / Math.max(gold.size(), 1)),
      Tally.f1(shared / Math.max(ours, 1), shared / Math.max(theirs, 1))
    };
  }

  private static double shared(List<String> some, List<String> others) {
    var counts = new HashMap<String, Integer>();
    some.forEach(word -> counts.merge(word, 1, Integer::sum));
    double shared = 0;
    for (String word : others) {
      int left = counts.getOrDefault(word, 0);
      if (left > 0) {
        counts.put(word, left - 1);
        shared++;
      }
    }
    return shared;
  }
}

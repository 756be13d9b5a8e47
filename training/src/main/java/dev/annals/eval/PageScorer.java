package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Titles, captions, credits and text of pages; captions and credits over pages that have any. */
final class PageScorer implements Scorer {

  private static final Set<String> NO_NAMES =
      Set.of("images", "image", "by", "photo", "photograph", "via", "the", "for", "and", "of");

  private static final int TITLE = 0;
  private static final int RECALL = 1;
  private static final int WITH_CAPTIONS = 2;
  private static final int PRECISION = 3;
  private static final int ANSWERED = 4;
  private static final int CREDIT = 5;
  private static final int WITH_CREDITS = 6;
  private static final int FOUND = 7;
  private static final int TRUE = 8;
  private static final int TEXT = 9;

  @Override
  public Tally tally(List<JsonNode> truth, Map<String, JsonNode> output) {
    var tally =
        new Tally(
            TEXT + ExtractionScorer.WIDTH,
            (sums, into) -> {
              into.put("title", Tally.ratio(sums[TITLE], sums[TEXT]));
              into.put("caption_recall", Tally.ratio(sums[RECALL], sums[WITH_CAPTIONS]));
              into.put("caption_precision", Tally.ratio(sums[PRECISION], sums[ANSWERED]));
              into.put("credit_recall", Tally.ratio(sums[CREDIT], sums[WITH_CREDITS]));
              into.put(
                  "text_f1",
                  Tally.f1(
                      Tally.ratio(sums[TEXT + 1], sums[TEXT]),
                      Tally.ratio(sums[TEXT + 2], sums[TEXT])));
            });
    for (JsonNode page : truth) {
      JsonNode found = output.get(page.get("id").asText());
      double[] row = tally.document();
      ExtractionScorer.count(page, found, row, TEXT);
      String title = found == null ? "" : Scorer.text(found, "title");
      row[TITLE] +=
          ScoreText.norm(Scorer.text(page, "title")).equals(ScoreText.norm(title)) ? 1 : 0;
      pictures(page, found, row);
    }
    return tally;
  }

  private static void pictures(JsonNode page, @Nullable JsonNode found, double[] row) {
    var mine = new ArrayList<JsonNode>();
    if (found != null && found.has("pictures")) {
      for (JsonNode picture : found.get("pictures")) {
        if (!ScoreText.norm(Scorer.text(picture, "caption")).isEmpty()) {
          mine.add(picture);
        }
      }
    }
    var gold = new LinkedHashMap<String, JsonNode>();
    for (JsonNode picture : page.get("pictures")) {
      String caption = ScoreText.norm(Scorer.text(picture, "caption"));
      if (!caption.isEmpty()) {
        gold.put(caption, picture);
      }
    }
    row[FOUND] += mine.size();
    row[TRUE] += gold.size();
    if (gold.isEmpty()) {
      return;
    }
    double recalled = 0;
    double credits = 0;
    double right = 0;
    for (Map.Entry<String, JsonNode> entry : gold.entrySet()) {
      String caption = entry.getKey();
      recalled += mine.stream().anyMatch(m -> close(caption, Scorer.text(m, "caption"))) ? 1 : 0;
      Set<String> credit = credit(entry.getValue());
      if (credit != null) {
        credits++;
        right += mine.stream().anyMatch(m -> credited(caption, credit, m)) ? 1 : 0;
      }
    }
    row[WITH_CAPTIONS]++;
    row[RECALL] += recalled / gold.size();
    if (!mine.isEmpty()) {
      double precise = 0;
      for (JsonNode picture : mine) {
        String caption = Scorer.text(picture, "caption");
        precise += gold.keySet().stream().anyMatch(c -> close(c, caption)) ? 1 : 0;
      }
      row[ANSWERED]++;
      row[PRECISION] += precise / mine.size();
    }
    if (credits > 0) {
      row[WITH_CREDITS]++;
      row[CREDIT] += right / credits;
    }
  }

  private static boolean credited(String caption, Set<String> credit, JsonNode mine) {
    if (!close(caption, Scorer.text(mine, "caption"))) {
      return false;
    }
    var names =
        ScoreText.words(Scorer.text(mine, "credit") + " " + Scorer.text(mine, "photographer"));
    return names.stream().anyMatch(credit::contains);
  }

  /** Words of a credit, or null when there is none. */
  private static @Nullable Set<String> credit(JsonNode picture) {
    JsonNode credit = picture.get("credit");
    if (credit == null || credit.isNull() || credit.isEmpty() && !credit.isTextual()) {
      return null;
    }
    var text = new StringBuilder();
    if (credit.isTextual()) {
      text.append(credit.asText());
    } else {
      credit.forEach(part -> text.append(text.length() == 0 ? "" : " ").append(part.asText()));
    }
    if (credit.isTextual() && text.length() == 0) {
      return null;
    }
    var words = new HashSet<>(ScoreText.words(text.toString()));
    words.removeAll(NO_NAMES);
    return words;
  }

  private static boolean close(String one, String other) {
    var a = new HashSet<>(ScoreText.words(one));
    var b = new HashSet<>(ScoreText.words(other));
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    double both = a.stream().filter(b::contains).count();
    return both / (a.size() + b.size() - both) >= 0.7;
  }
}

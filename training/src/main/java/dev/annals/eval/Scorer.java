package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Compares what Annals wrote with the truth of one task. */
interface Scorer {

  /**
   * Figures of a benchmark.
   *
   * @param truth lines of the truth file
   * @param output lines of Annals by id
   */
  Tally tally(List<JsonNode> truth, Map<String, JsonNode> output);

  /** Text of a field; empty when it is missing or null. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? "" : value.asText();
  }
}

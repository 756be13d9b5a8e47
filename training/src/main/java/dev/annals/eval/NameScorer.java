package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names: exact span and type. */
final class NameScorer implements Scorer {

  private static final List<String> TYPES = List.of("PERSON", "ORGANIZATION", "PLACE");

  private record Name(int start, int end, String type) {}

  @Override
  public Tally tally(List<JsonNode> truth, Map<String, JsonNode> output) {
    var tally =
        new Tally(
            12,
            (sums, into) -> {
              for (int i = 0; i <= TYPES.size(); i++) {
                String name = i == TYPES.size() ? "all" : TYPES.get(i).toLowerCase(Locale.ROOT);
                double right = sums[3 * i + 2];
                into.put(
                    name + "_f1",
                    Tally.f1(
                        right / Math.max(sums[3 * i + 1], 1), right / Math.max(sums[3 * i], 1)));
              }
            });
    for (JsonNode line : truth) {
      Set<Name> gold = names(line.get("mentions"));
      JsonNode found = output.get(line.get("id").asText());
      Set<Name> mine = names(found == null ? null : found.get("mentions"));
      double[] row = tally.document();
      for (int i = 0; i <= TYPES.size(); i++) {
        String type = i == TYPES.size() ? "" : TYPES.get(i);
        row[3 * i] = count(gold, type);
        row[3 * i + 1] = count(mine, type);
        var both = new HashSet<>(gold);
        both.retainAll(mine);
        row[3 * i + 2] = count(both, type);
      }
    }
    return tally;
  }

  private static long count(Set<Name> names, String type) {
    return names.stream().filter(n -> type.isEmpty() || n.type().equals(type)).count();
  }

  private static Set<Name> names(@Nullable JsonNode mentions) {
    var names = new HashSet<Name>();
    if (mentions != null) {
      for (JsonNode mention : mentions) {
        var name =
            new Name(
                mention.get("start").asInt(),
                mention.get("end").asInt(),
                mention.get("type").asText());
        if (TYPES.contains(name.type())) {
          names.add(name);
        }
      }
    }
    return names;
  }
}

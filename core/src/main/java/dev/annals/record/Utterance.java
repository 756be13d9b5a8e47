package dev.annals.record;

import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One utterance while it is being gathered. */
final class Utterance {

  /** One wording with the places that have it. */
  record Variant(QuoteWords.Worded worded, List<Cite> cites) {}

  final QuoteWords.Worded first;
  final int number;
  final Map<String, Variant> variants = new LinkedHashMap<>();
  final Map<String, List<Cite>> speakers = new TreeMap<>();
  final Map<String, Integer> named = new TreeMap<>();
  final Map<String, String> roles = new HashMap<>();
  QuoteWords.Worded best;
  @Nullable String venue;

  Utterance(QuoteWords.Worded first, int number) {
    this.first = first;
    this.best = first;
    this.number = number;
  }

  String text() {
    return best.text();
  }

  QuoteKind kind() {
    return best.quote().kind();
  }

  List<Cite> cites() {
    var all = new ArrayList<Cite>();
    variants.values().forEach(variant -> all.addAll(variant.cites()));
    return all;
  }
}

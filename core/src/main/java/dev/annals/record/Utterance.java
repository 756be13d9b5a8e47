package dev.annals.record;

import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Whether it did not stand so when the last compile of the story came here. */
  boolean changed;

  // numbers of the speakers; most utterances have one
  private int[] saidBy = {};

  Utterance(QuoteWords.Worded first, int number) {
    this.first = first;
    this.best = first;
    this.number = number;
  }

  /** Notes one who is said to have said it, by number. */
  void saidBy(int speaker) {
    if (!isBy(speaker)) {
      saidBy = Arrays.copyOf(saidBy, saidBy.length + 1);
      saidBy[saidBy.length - 1] = speaker;
    }
  }

  /** Whether somebody is said to have said it. */
  boolean isBy(int speaker) {
    for (int one : saidBy) {
      if (one == speaker) {
        return true;
      }
    }
    return false;
  }

  /** Whether nobody is known to have said it. */
  boolean isByNobody() {
    return saidBy.length == 0;
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

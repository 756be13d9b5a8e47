package dev.annals.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says in plain words what ties an article to another. */
final class Explanation {

  static final String OPENED = "first report: nothing alike was known";

  /** Share of equal signature slots from which one text is a copy of the other. */
  private static final double COPY = 0.6;

  private static final int SHOWN = 4;

  private Explanation() {}

  /** Such as {@code copy of “Ferry runs aground” (Coast Wire); same day}. */
  static String joined(StoryFeatures features, Member article, Member closest) {
    var reasons = new ArrayList<String>();
    if (MinHash.resemblance(article.signature(), closest.signature()) >= COPY) {
      reasons.add("copy of " + called(closest));
    }
    List<String> names = shared(article.names(), closest.names(), features, features.names());
    if (!names.isEmpty()) {
      reasons.add("shared names " + String.join(", ", names));
    }
    var words = new ArrayList<>(shared(article.body(), closest.body(), features, features.body()));
    words.removeIf(
        word ->
            Character.isDigit(word.charAt(0)) || names.stream().anyMatch(word::equalsIgnoreCase));
    if (!words.isEmpty()) {
      reasons.add(
          "rare words " + String.join(", ", words.subList(0, Math.min(SHOWN, words.size()))));
    }
    List<String> numbers =
        shared(article.numbers(), closest.numbers(), features, features.numbers());
    if (!numbers.isEmpty()) {
      reasons.add("numbers " + String.join(", ", numbers));
    }
    String time = time(article, closest);
    if (time != null) {
      reasons.add(time);
    }
    if (reasons.isEmpty()) {
      return "alike to " + called(closest);
    }
    return String.join("; ", reasons)
        + (reasons.get(0).startsWith("copy of") ? "" : "; closest to " + called(closest));
  }

  /** How an article is named to a reader. */
  static String called(Member member) {
    String name =
        member.title() == null || member.title().isBlank()
            ? member.article()
            : "“" + member.title() + "”";
    return member.source() == null ? name : name + " (" + member.source() + ")";
  }

  private static @Nullable String time(Member a, Member b) {
    if (a.day() != null && a.day().equals(b.day())) {
      return "same day";
    }
    double gap = PairFeatures.gapDays(a, b);
    if (gap < 0) {
      return null;
    }
    long days = Math.round(gap);
    return days == 0 ? "within a day" : days == 1 ? "a day apart" : days + " days apart";
  }

  private record Shared(String word, float weight) {}

  private static List<String> shared(
      SparseVector a, SparseVector b, StoryFeatures features, Terms terms) {
    UnaryOperator<String> form = features::form;
    var shared = new ArrayList<Shared>();
    for (String word : terms.words()) {
      int hash = Hashing.of(word);
      int i = Arrays.binarySearch(a.terms(), hash);
      int j = Arrays.binarySearch(b.terms(), hash);
      if (i >= 0 && j >= 0) {
        shared.add(new Shared(form.apply(word), a.weights()[i] * b.weights()[j]));
      }
    }
    shared.sort(Comparator.<Shared>comparingDouble(s -> -s.weight()).thenComparing(Shared::word));
    return shared.stream().map(Shared::word).distinct().limit(SHOWN).toList();
  }
}

package dev.annals.record;

import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sentences as weighted terms: content words cut to stems, each weighing more the fewer articles of
 * the story use it, but none that stands in one article alone outweighs the rest.
 */
final class TermVectors {

  private static final int STEM = 6;
  private static final int MOST_TERMS = 80;

  /**
   * Terms of one sentence with weights whose squares add up to one.
   *
   * @param terms in order
   */
  record Vector(int[] terms, float[] weights) {

    double dot(Vector other) {
      double sum = 0;
      int i = 0;
      int j = 0;
      while (i < terms.length && j < other.terms.length) {
        if (terms[i] == other.terms[j]) {
          sum += weights[i++] * other.weights[j++];
        } else if (terms[i] < other.terms[j]) {
          i++;
        } else {
          j++;
        }
      }
      return sum;
    }

    double dot(double[] dense) {
      double sum = 0;
      for (int i = 0; i < terms.length; i++) {
        sum += weights[i] * dense[terms[i]];
      }
      return sum;
    }
  }

  private final Map<String, Integer> ids = new HashMap<>();
  private int[] articlesWith = new int[1024];
  private final Map<String, int[]> termsOfArticle = new HashMap<>();
  private final int articles;

  TermVectors(StoryContext context) {
    List<StoryArticle> members = context.articles();
    articles = members.size();
    for (StoryArticle article : members) {
      Tokens tokens = context.tokens(article);
      var terms = new int[tokens.size()];
      var seen = new BitSet();
      for (int i = 0; i < terms.length; i++) {
        terms[i] = term(tokens.word(i));
        if (terms[i] >= 0) {
          seen.set(terms[i]);
        }
      }
      if (ids.size() > articlesWith.length) {
        articlesWith = Arrays.copyOf(articlesWith, ids.size() * 2);
      }
      for (int term = seen.nextSetBit(0); term >= 0; term = seen.nextSetBit(term + 1)) {
        articlesWith[term]++;
      }
      termsOfArticle.put(article.article().id(), terms);
    }
  }

  private int term(String word) {
    if (word.length() < 2 || !Character.isLetterOrDigit(word.charAt(0))) {
      return -1;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (ContentWords.isStopword(lower)) {
      return -1;
    }
    String stem = lower.length() > STEM ? lower.substring(0, STEM) : lower;
    Integer id = ids.get(stem);
    if (id == null) {
      id = ids.size();
      ids.put(stem, id);
    }
    return id;
  }

  /** Number of different terms in the story. */
  int size() {
    return ids.size();
  }

  /** The terms of some tokens of an article. */
  Vector of(StoryArticle article, int firstToken, int endToken) {
    int[] all = termsOfArticle.getOrDefault(article.article().id(), new int[0]);
    var terms = new int[Math.min(MOST_TERMS, endToken - firstToken)];
    int count = 0;
    for (int i = firstToken; i < endToken && count < terms.length; i++) {
      if (all[i] >= 0) {
        terms[count++] = all[i];
      }
    }
    terms = Arrays.stream(terms, 0, count).sorted().distinct().toArray();
    var weights = new float[terms.length];
    double squares = 0;
    for (int i = 0; i < terms.length; i++) {
      double weight = Math.log(1 + (articles + 1.0) / (articlesWith[terms[i]] + 1.0));
      weights[i] = (float) weight;
      squares += weight * weight;
    }
    float norm = squares > 0 ? (float) Math.sqrt(squares) : 1;
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= norm;
    }
    return new Vector(terms, weights);
  }

  /** The words of a phrase that can be compared: heads of what it names. */
  static Set<String> words(String text, Span span) {
    var words = new HashSet<String>();
    for (String word : StoryNames.normal(span.of(text)).split(" ")) {
      if (word.length() > 2 && !ContentWords.isStopword(word)) {
        words.add(word.length() > STEM ? word.substring(0, STEM) : word);
      }
    }
    return words;
  }
}

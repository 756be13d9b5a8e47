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
import java.util.function.IntPredicate;

/**
 * Sentences as weighted terms: content words cut to stems, each weighing more the fewer sentences
 * of the story use it.
 */
final class TermVectors {

  private static final int STEM = 6;
  private static final int ENOUGH_SHARED = 3;
  private static final int MOST_TERMS = 80;
  // a word used once weighs no more than one used a few times
  private static final double LEAST = 3;

  /**
   * Terms of one sentence with weights whose squares add up to one.
   *
   * @param terms in order
   */
  record Vector(int[] terms, float[] weights) {

    /** Cosine, less where only a word or two are shared: short sentences share them by chance. */
    double dot(Vector other) {
      double sum = 0;
      int shared = 0;
      int i = 0;
      int j = 0;
      while (i < terms.length && j < other.terms.length) {
        if (terms[i] == other.terms[j]) {
          shared++;
          sum += weights[i++] * other.weights[j++];
        } else if (terms[i] < other.terms[j]) {
          i++;
        } else {
          j++;
        }
      }
      return shared < ENOUGH_SHARED ? sum * (shared + 1) / (ENOUGH_SHARED + 1) : sum;
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
  private int[] sentencesWith = new int[1024];
  private final Map<String, int[]> termsOfArticle = new HashMap<>();
  private int sentences;

  TermVectors(StoryContext context) {
    List<StoryArticle> members = context.articles();
    for (StoryArticle article : members) {
      Tokens tokens = context.tokens(article);
      var terms = new int[tokens.size()];
      var seen = new BitSet();
      for (int i = 0; i < terms.length; i++) {
        terms[i] = term(tokens.word(i));
        if (terms[i] >= 0) {
          seen.set(terms[i]);
        }
        if (i + 1 == terms.length || tokens.sentence(i + 1) != tokens.sentence(i)) {
          count(seen);
          seen.clear();
        }
      }
      termsOfArticle.put(article.article().id(), terms);
    }
  }

  private void count(BitSet seen) {
    sentences++;
    if (ids.size() > sentencesWith.length) {
      sentencesWith = Arrays.copyOf(sentencesWith, ids.size() * 2);
    }
    for (int term = seen.nextSetBit(0); term >= 0; term = seen.nextSetBit(term + 1)) {
      sentencesWith[term]++;
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
    return of(article, firstToken, endToken, token -> true);
  }

  /** The terms of those tokens among some that are wanted. */
  Vector of(StoryArticle article, int firstToken, int endToken, IntPredicate wanted) {
    int[] all = termsOfArticle.getOrDefault(article.article().id(), new int[0]);
    var terms = new int[Math.min(MOST_TERMS, endToken - firstToken)];
    int count = 0;
    for (int i = firstToken; i < endToken && count < terms.length; i++) {
      if (all[i] >= 0 && wanted.test(i)) {
        terms[count++] = all[i];
      }
    }
    terms = Arrays.stream(terms, 0, count).sorted().distinct().toArray();
    var weights = new float[terms.length];
    double squares = 0;
    for (int i = 0; i < terms.length; i++) {
      double weight = Math.log(1 + sentences / (sentencesWith[terms[i]] + LEAST));
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

package dev.annals.record;

import dev.annals.text.Span;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Sentences as weighted terms: content words cut to stems, each weighing more the fewer sentences
 * of the story use it.
 */
final class TermVectors {

  private static final int MOST_TERMS = 80;

  private final StoryContext context;
  private final TermTable table;

  TermVectors(StoryContext context, TermTable table) {
    this.context = context;
    this.table = table;
    table.weigh();
  }

  /** Number of different terms in the story. */
  int size() {
    return table.size();
  }

  /** The terms of some tokens of an article. */
  TermVector of(StoryArticle article, int firstToken, int endToken) {
    return of(article, firstToken, endToken, token -> true);
  }

  /** The terms of those tokens among some that are wanted. */
  TermVector of(StoryArticle article, int firstToken, int endToken, IntPredicate wanted) {
    int[] all = context.parts(article).terms();
    var keyed = new long[Math.min(MOST_TERMS, endToken - firstToken)];
    int count = 0;
    for (int i = firstToken; i < endToken && count < keyed.length; i++) {
      if (all[i] >= 0 && wanted.test(i)) {
        keyed[count++] = (long) table.key(all[i]) << 32 | all[i];
      }
    }
    Arrays.sort(keyed, 0, count);
    return new TermVector(
        table, IntStream.range(0, count).map(i -> (int) keyed[i]).distinct().toArray());
  }

  /** The words of a phrase that can be compared: heads of what it names. */
  static Set<String> words(String text, Span span) {
    var words = new HashSet<String>();
    for (String word : StoryNames.normal(span.of(text)).split(" ")) {
      if (word.length() > 2 && !ContentWords.isStopword(word)) {
        words.add(word.length() > TermTable.STEM ? word.substring(0, TermTable.STEM) : word);
      }
    }
    return words;
  }
}

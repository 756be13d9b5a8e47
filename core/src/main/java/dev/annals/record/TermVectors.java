package dev.annals.record;

import dev.annals.text.Span;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

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
    var some = new int[Math.min(MOST_TERMS, endToken - firstToken)];
    int count = 0;
    for (int i = firstToken; i < endToken && count < some.length; i++) {
      if (all[i] >= 0 && wanted.test(i)) {
        some[count++] = all[i];
      }
    }
    return new TermVector(table, table.inOrder(Arrays.copyOf(some, count)));
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

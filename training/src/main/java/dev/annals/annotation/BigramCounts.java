package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.Arrays;

/**
 * Words of plain text and which follows which. Words are known by hash; number 0 is the edge of a
 * sentence and every rare word.
 */
final class BigramCounts {

  private final FeatureIndex vocabulary = new FeatureIndex();
  private int[] stream = new int[1 << 22];
  private int length;

  void add(String text) {
    var tokens = Tokens.of(text);
    var forms = new WordForms(tokens, new WordClasses(new int[0], new short[0]));
    int sentence = -1;
    for (int i = 0; i < forms.size; i++) {
      if (forms.setting[i] != WordForms.RUNNING) {
        continue;
      }
      if (tokens.sentence(i) != sentence) {
        sentence = tokens.sentence(i);
        push(-1);
      }
      push(vocabulary.number(forms.exact[i]));
    }
  }

  private void push(int word) {
    if (length == stream.length) {
      stream = Arrays.copyOf(stream, length * 2);
    }
    stream[length++] = word;
  }

  /**
   * The counts of the words that were seen often enough.
   *
   * @param words hashes of the words, the most frequent first, from number 1 on
   * @param next which words followed each and how often: word, count, word, count, …
   * @param before the same the other way round
   */
  record Result(int[] words, int[][] next, int[][] before) {}

  Result finish(int seen) {
    Integer[] order = new Integer[vocabulary.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Arrays.sort(
        order,
        (a, b) -> {
          int byCount = Integer.compare(vocabulary.count(b), vocabulary.count(a));
          return byCount != 0
              ? byCount
              : Integer.compare(vocabulary.feature(a), vocabulary.feature(b));
        });
    int size = 0;
    while (size < order.length && vocabulary.count(order[size]) >= seen) {
      size++;
    }
    int[] rank = new int[vocabulary.size()];
    int[] words = new int[size + 1];
    for (int i = 0; i < size; i++) {
      rank[order[i]] = i + 1;
      words[i + 1] = vocabulary.feature(order[i]);
    }
    long[] pairs = new long[length];
    int last = 0;
    for (int i = 0; i < length; i++) {
      int word = stream[i] < 0 ? 0 : rank[stream[i]];
      pairs[i] = (long) last << 32 | word;
      last = word;
    }
    int[][] next = group(pairs, size + 1);
    for (int i = 0; i < length; i++) {
      pairs[i] = pairs[i] << 32 | pairs[i] >>> 32;
    }
    return new Result(words, next, group(pairs, size + 1));
  }

  private static int[][] group(long[] pairs, int size) {
    Arrays.sort(pairs);
    int[][] groups = new int[size][];
    int[] row = new int[64];
    int used = 0;
    for (int i = 0; i < pairs.length; ) {
      int j = i;
      while (j < pairs.length && pairs[j] == pairs[i]) {
        j++;
      }
      if (used + 2 > row.length) {
        row = Arrays.copyOf(row, row.length * 2);
      }
      int owner = (int) (pairs[i] >>> 32);
      // a word that follows itself tells nothing of its neighbours
      if (owner != (int) pairs[i]) {
        row[used++] = (int) pairs[i];
        row[used++] = j - i;
      }
      if (j == pairs.length || (int) (pairs[j] >>> 32) != owner) {
        groups[owner] = Arrays.copyOf(row, used);
        used = 0;
      }
      i = j;
    }
    for (int i = 0; i < size; i++) {
      if (groups[i] == null) {
        groups[i] = new int[0];
      }
    }
    return groups;
  }
}

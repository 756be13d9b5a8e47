package dev.annals.article;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words with a number each, looked up where they stand in a longer text without cutting them out.
 * Immutable and safe for use by several threads.
 */
final class WordTable {

  private final String[] words;
  private final int[] hashes;
  private final int[] values;

  /** First characters of the words, as bits by their lowest five: most lookups end here. */
  private final int firsts;

  private WordTable(Map<String, Integer> numbers) {
    int size = Math.max(4, Integer.highestOneBit(numbers.size() + 1) << 2);
    words = new String[size];
    hashes = new int[size];
    values = new int[size];
    int bits = 0;
    for (var entry : numbers.entrySet()) {
      String word = entry.getKey();
      int hash = word.hashCode();
      int at = place(hash);
      while (words[at] != null) {
        at = at + 1 & size - 1;
      }
      words[at] = word;
      hashes[at] = hash;
      values[at] = entry.getValue();
      bits |= word.isEmpty() ? 0 : 1 << word.charAt(0);
    }
    firsts = bits;
  }

  static WordTable of(Map<String, Integer> numbers) {
    return new WordTable(numbers);
  }

  /** A set of words: each has the number one. */
  static WordTable of(Collection<String> words) {
    var numbers = new LinkedHashMap<String, Integer>();
    words.forEach(word -> numbers.put(word, 1));
    return new WordTable(numbers);
  }

  /** The number of the word that stands in a text from one place to another, 0 when unknown. */
  int get(String text, int from, int to) {
    if (from >= to || (firsts >>> text.charAt(from) & 1) == 0) {
      return 0;
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = next(hash, text.charAt(i));
    }
    return get(hash, text, from, to);
  }

  /** The same, where the hash of the word in small letters is known already. */
  int get(int hash, String text, int from, int to) {
    int at = place(hash);
    for (String word = words[at]; word != null; word = words[at]) {
      boolean same = hashes[at] == hash && word.length() == to - from;
      if (same && text.regionMatches(true, from, word, 0, to - from)) {
        return values[at];
      }
      at = at + 1 & words.length - 1;
    }
    return 0;
  }

  /** The hash of a word that is one character longer. */
  static int next(int hash, char c) {
    return 31 * hash + c;
  }

  private int place(int hash) {
    return (hash ^ hash >>> 15) & words.length - 1;
  }
}

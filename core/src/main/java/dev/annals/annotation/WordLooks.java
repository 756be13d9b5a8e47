package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/**
 * Frequent words, looked at once. Two words share a place, and one that is new to it takes the
 * place of the one that was longer unused, so that the table never grows. Safe for use by several
 * threads: a lost place costs a new look.
 */
final class WordLooks {

  // of all words of 2,000 news reports 94 % are found with 14 bits, 96 % with 15, 97 % with 17
  private static final int BITS = 15;

  /** Longer words are rare. */
  private static final int LONGEST = 24;

  final WordClasses classes;
  private final @Nullable WordLook[] looks = new WordLook[1 << BITS];

  /**
   * Nothing looked at yet.
   *
   * @param classes classes of words that looks are kept with
   */
  WordLooks(WordClasses classes) {
    this.classes = classes;
  }

  WordLook of(String word) {
    if (word.length() > LONGEST) {
      return new WordLook(word);
    }
    int place = word.hashCode() * 0x9E3779B1 >>> 32 - BITS & ~1;
    WordLook newest = looks[place];
    if (newest != null && newest.word.equals(word)) {
      return newest;
    }
    WordLook found = looks[place + 1];
    if (found == null || !found.word.equals(word)) {
      found = new WordLook(word);
    }
    looks[place + 1] = newest;
    looks[place] = found;
    return found;
  }
}

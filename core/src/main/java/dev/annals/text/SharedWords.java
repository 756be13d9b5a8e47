package dev.annals.text;

import org.jspecify.annotations.Nullable;

/**
 * Frequent words as objects that are made once: "the" of every document is one {@link Word}, with
 * all that was found out about it. Two words share a place, and one that is new to it takes the
 * place of the one that was longer unused, so that the table never grows. Safe for use by several
 * threads: a lost place costs a new word.
 */
final class SharedWords {

  // of all words of 2,000 news reports 94 % are found with 14 bits, 96 % with 15, 97 % with 17
  private static final int BITS = 15;

  /** Longer words are rare. */
  private static final int LONGEST = 20;

  private static final @Nullable Word[] WORDS = new Word[1 << BITS];

  private SharedWords() {}

  /** The word between two offsets of a text. */
  static Word of(String text, int start, int end) {
    if (end - start > LONGEST) {
      return new Word(text.substring(start, end), 0);
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    int place = hash * 0x9E3779B1 >>> 32 - BITS & ~1;
    Word newest = WORDS[place];
    if (newest != null && newest.is(hash, text, start, end)) {
      return newest;
    }
    Word found = WORDS[place + 1];
    if (found == null || !found.is(hash, text, start, end)) {
      found = new Word(text.substring(start, end), hash);
    }
    WORDS[place + 1] = newest;
    WORDS[place] = found;
    return found;
  }
}

package dev.annals.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Frequent words as strings that are made once: "the" of every document is one object, with its
 * hash and its form in lower case. A word that shares its place with another takes the place over,
 * so that the table never grows. Safe for use by several threads: a lost place costs a new string.
 */
final class SharedWords {

  /** A word as it stands and in lower case. */
  record Word(String text, String lower) {}

  private static final int SIZE = 1 << 14;

  /** Longer words are rare. */
  private static final int LONGEST = 20;

  private static final @Nullable Word[] WORDS = new Word[SIZE];

  private SharedWords() {}

  /** The word between two offsets of a text. */
  static Word of(String text, int start, int end) {
    if (end - start > LONGEST) {
      return make(text, start, end);
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    int place = (hash ^ hash >>> 14) & SIZE - 1;
    Word found = WORDS[place];
    if (found != null
        && found.text().length() == end - start
        && text.startsWith(found.text(), start)) {
      return found;
    }
    Word made = make(text, start, end);
    WORDS[place] = made;
    return made;
  }

  private static Word make(String text, int start, int end) {
    String word = text.substring(start, end);
    return new Word(word, word.toLowerCase(Locale.ROOT));
  }
}

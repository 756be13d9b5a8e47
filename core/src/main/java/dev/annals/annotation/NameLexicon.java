package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What words and whole names were taken for in much plain text. Immutable and safe for use by
 * several threads.
 *
 * @param words code of a word that stands capitalised in running text
 * @param names code of a name of several words, by {@link #phrase}
 */
record NameLexicon(WordClasses words, WordClasses names) {

  /** Tokens of the longest name that is looked up. */
  static final int LONGEST = 5;

  /** A lexicon without entries. */
  static NameLexicon none() {
    var nothing = new WordClasses(new int[0], new short[0]);
    return new NameLexicon(nothing, nothing);
  }

  /** Hash of a name, made up word by word from 0. */
  static int phrase(int before, int word) {
    return FeatureHash.of(9, before, word);
  }

  void write(DataOutputStream out) throws IOException {
    words.write(out);
    names.write(out);
  }

  static NameLexicon read(DataInputStream in) throws IOException {
    return new NameLexicon(WordClasses.read(in), WordClasses.read(in));
  }
}

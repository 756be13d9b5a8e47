package dev.annals.annotation;

import dev.annals.text.Tokens;

/**
 * What the taggers look at in each token of a document: its word, which is looked at once for all
 * documents, and how its sentence is set.
 */
final class WordForms {

  /** Kinds of spelling. */
  static final int LOWER = 0;

  static final int CAPITALISED = 1;
  static final int CAPITALS = 2;
  static final int MIXED = 3;
  static final int NUMBER = 4;
  static final int MARK = 5;

  /** How the letters of a sentence are set. */
  static final int RUNNING = 0;

  static final int TITLE = 1;
  static final int SHOUTED = 2;

  final int size;
  final PlacedWord[] words;
  final int[] exact;
  final int[] lower;
  final int[] shape;
  final int[] clusters;
  final byte[] kind;
  final byte[] setting;
  final boolean[] first;

  WordForms(Tokens tokens, WordClasses classes) {
    size = tokens.size();
    words = new PlacedWord[size];
    exact = new int[size];
    lower = new int[size];
    shape = new int[size];
    clusters = new int[size];
    kind = new byte[size];
    setting = new byte[size];
    first = new boolean[size];
    var looks = new WordLook[size];
    for (int i = 0; i < size; i++) {
      var look = WordLook.of(tokens, i);
      looks[i] = look;
      exact[i] = look.exact;
      lower[i] = look.lower;
      shape[i] = look.shape;
      kind[i] = look.kind;
    }
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int from = tokens.sentenceFirst(sentence);
      int to = tokens.sentenceEnd(sentence);
      byte set = setting(from, to);
      java.util.Arrays.fill(setting, from, to, set);
      markFirst(from, to);
      for (int i = from; i < to; i++) {
        words[i] = looks[i].placed(set, first[i], classes);
        clusters[i] = words[i].cluster;
      }
    }
  }

  /** Hash of a word as the tables know it. */
  static int hash(CharSequence word) {
    return WordLook.hash(word);
  }

  private byte setting(int from, int to) {
    int words = 0;
    int capitals = 0;
    int shouted = 0;
    for (int i = from; i < to; i++) {
      if (kind[i] <= MIXED) {
        words++;
        capitals += kind[i] != LOWER ? 1 : 0;
        shouted += kind[i] == CAPITALS ? 1 : 0;
      }
    }
    if (words >= 3 && shouted * 10 >= words * 7) {
      return SHOUTED;
    }
    return (byte) (words >= 4 && capitals * 10 >= words * 7 ? TITLE : RUNNING);
  }

  /**
   * The first word of a sentence is capitalised whatever it is; so is one after a quotation mark.
   */
  private void markFirst(int from, int to) {
    boolean open = true;
    for (int i = from; i < to; i++) {
      if (open && kind[i] != MARK) {
        first[i] = true;
        open = false;
      }
    }
  }
}

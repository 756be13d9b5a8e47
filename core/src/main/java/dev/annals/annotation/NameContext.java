package dev.annals.annotation;

import dev.annals.text.Tokens;

/**
 * What is known of a document when its names are looked for: forms, parts, and words' other uses.
 */
final class NameContext {

  /** A lower-case word can be part of a name when a capital is that near. */
  private static final int REACH = 3;

  final WordForms forms;
  final ClassTree tree;
  final byte[] parts;
  private final boolean[] open;
  private final byte[] uses;
  private final int[] words;
  private final int[] names;

  /**
   * What is known.
   *
   * @param linkers words in lower case that names can hold ("of", "bin")
   */
  NameContext(
      Tokens tokens,
      WordForms forms,
      ClassTree tree,
      byte[] parts,
      WordClasses linkers,
      NameLexicon lexicon) {
    this.forms = forms;
    this.tree = tree;
    this.parts = parts;
    this.open = new boolean[forms.size];
    this.uses = new WordUses(forms).ofTokens();
    this.words = new int[forms.size];
    this.names = new int[forms.size];
    open(tokens, linkers);
    look(tokens, lexicon);
  }

  private void look(Tokens tokens, NameLexicon lexicon) {
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int to = tokens.sentenceEnd(sentence);
      int taken = -1;
      for (int i = tokens.sentenceFirst(sentence); i < to; i++) {
        if (!open[i]) {
          continue;
        }
        words[i] = lexicon.words().of(forms.lower[i]);
        if (i <= taken || !capital(i)) {
          continue;
        }
        int hash = 0;
        int found = 0;
        for (int k = i; k < to && k < i + NameLexicon.LONGEST && open[k]; k++) {
          hash = NameLexicon.phrase(hash, forms.lower[k]);
          int code = k > i ? lexicon.names().of(hash) : 0;
          if (code != 0) {
            found = code;
            taken = k;
          }
        }
        for (int k = i; found != 0 && k <= taken; k++) {
          names[k] = 4 * found + (k == i ? 1 : k == taken ? 2 : 3);
        }
      }
    }
  }

  /** Whether a token can be in a name at all. */
  boolean open(int i) {
    return open[i];
  }

  private void open(Tokens tokens, WordClasses linkers) {
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int from = tokens.sentenceFirst(sentence);
      int to = tokens.sentenceEnd(sentence);
      int last = -9;
      for (int i = from; i < to; i++) {
        if (capital(i)) {
          open[i] = true;
          for (int k = Math.max(from, i - REACH); k < i; k++) {
            open[k] |= linkers.of(forms.lower[k]) != 0;
          }
          last = i;
        } else if (i - last <= REACH) {
          open[i] = linkers.of(forms.lower[i]) != 0;
        }
      }
    }
  }

  private boolean capital(int i) {
    byte kind = forms.kind[i];
    return kind == WordForms.CAPITALISED || kind == WordForms.CAPITALS || kind == WordForms.MIXED;
  }

  /** Adds what the document as a whole says. */
  int add(int i, int from, int to, int[] out, int count) {
    int n = count;
    int use = uses[i];
    int set = forms.setting[i] * 2 + (forms.first[i] ? 1 : 0);
    out[n++] = FeatureHash.of(170, use, set);
    out[n++] = FeatureHash.of(171, use, forms.shape[i]);
    int word = words[i];
    if (word != 0) {
      out[n++] = FeatureHash.of(172, word);
      out[n++] = FeatureHash.of(173, word, set);
      out[n++] = FeatureHash.of(174, word / 3);
    }
    int before = i > from ? words[i - 1] : 0;
    int after = i + 1 < to ? words[i + 1] : 0;
    if (before != 0) {
      out[n++] = FeatureHash.of(175, before);
      out[n++] = FeatureHash.of(176, before, word);
    }
    if (after != 0) {
      out[n++] = FeatureHash.of(177, after);
      out[n++] = FeatureHash.of(178, word, after);
    }
    if (names[i] != 0) {
      out[n++] = FeatureHash.of(179, names[i]);
      out[n++] = FeatureHash.of(191, names[i], set);
    }
    return n;
  }
}

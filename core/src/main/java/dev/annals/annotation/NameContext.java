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

  /**
   * What is known.
   *
   * @param linkers words in lower case that names can hold ("of", "bin")
   */
  NameContext(Tokens tokens, WordForms forms, ClassTree tree, byte[] parts, WordClasses linkers) {
    this.forms = forms;
    this.tree = tree;
    this.parts = parts;
    this.open = new boolean[forms.size];
    this.uses = new WordUses(forms).ofTokens();
    open(tokens, linkers);
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
  int add(int i, int[] out, int count) {
    int n = count;
    int use = uses[i];
    int set = forms.setting[i] * 2 + (forms.first[i] ? 1 : 0);
    out[n++] = FeatureHash.of(170, use, set);
    out[n++] = FeatureHash.of(171, use, forms.shape[i]);
    return n;
  }
}

package dev.annals.annotation;

/** How the words of a document are written over the whole of it. */
final class WordUses {

  /** The word also stands in lower case. */
  static final int IN_LOWER_CASE = 1;

  /** The word stands capitalised where nothing but its being a name asks for it. */
  static final int CAPITALISED_INSIDE = 2;

  private final WordForms forms;
  private final int[] keys;
  private final byte[] flags;
  private final int mask;

  WordUses(WordForms forms) {
    this.forms = forms;
    int size = 64;
    while (size < forms.size * 2) {
      size *= 2;
    }
    mask = size - 1;
    keys = new int[size];
    flags = new byte[size];
    for (int i = 0; i < forms.size; i++) {
      if (forms.kind[i] <= WordForms.MIXED) {
        int slot = slot(forms.lower[i]);
        if (forms.kind[i] == WordForms.LOWER) {
          flags[slot] |= IN_LOWER_CASE;
        } else if (forms.setting[i] == WordForms.RUNNING && !forms.first[i]) {
          flags[slot] |= CAPITALISED_INSIDE;
        }
      }
    }
  }

  /** The flags of every token's word. */
  byte[] ofTokens() {
    byte[] uses = new byte[forms.size];
    for (int i = 0; i < forms.size; i++) {
      uses[i] = forms.kind[i] <= WordForms.MIXED ? flags[slot(forms.lower[i])] : 0;
    }
    return uses;
  }

  private int slot(int hash) {
    int key = hash == 0 ? 1 : hash;
    int slot = key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    return slot;
  }
}

package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.Arrays;

/**
 * What a first reading of a document took each word and each name for, so that a second reading can
 * weigh the other places where the same word stands.
 */
final class NameEvidence {

  private static final int KINDS = NameScheme.KINDS;

  /** Column of a word that stood capitalised outside all names. */
  private static final int OUTSIDE = NameScheme.LABELS;

  private final WordForms forms;
  private final NameContext context;
  private final byte[] labels;
  private final int[] keys;
  private final short[] counts;
  private final int mask;
  private final int[] phrases;

  /**
   * Counts.
   *
   * @param labels labels of {@link NameScheme} from the first reading
   */
  NameEvidence(Tokens tokens, NameContext context, byte[] labels) {
    this.forms = context.forms;
    this.context = context;
    this.labels = labels;
    int size = 64;
    while (size < forms.size) {
      size *= 2;
    }
    size *= 2;
    mask = size - 1;
    keys = new int[size];
    counts = new short[size * (OUTSIDE + 1)];
    phrases = new int[forms.size];
    for (int i = 0; i < forms.size; i++) {
      if (context.open(i) && forms.kind[i] != WordForms.LOWER) {
        count(word(i), column(i), 1);
      }
      if (labels[i] != NameScheme.OUTSIDE && NameScheme.mayStart(labels[i])) {
        int last = last(i);
        int phrase = phrase(i, last);
        Arrays.fill(phrases, i, last + 1, phrase);
        count(phrase, labels[i], 1);
      }
    }
  }

  private int column(int i) {
    return labels[i] == NameScheme.OUTSIDE ? OUTSIDE : labels[i];
  }

  private int last(int first) {
    int last = first;
    while (!NameScheme.mayEnd(labels[last])) {
      last++;
    }
    return last;
  }

  private int word(int i) {
    return FeatureHash.of(7, forms.lower[i]);
  }

  private int phrase(int first, int last) {
    int hash = 17;
    for (int i = first; i <= last; i++) {
      hash = FeatureHash.of(8, hash, forms.lower[i]);
    }
    return hash;
  }

  private int slot(int hash) {
    int key = hash == 0 ? 1 : hash;
    int slot = key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    return slot * (OUTSIDE + 1);
  }

  private void count(int hash, int column, int by) {
    int at = slot(hash) + column;
    if (counts[at] < Short.MAX_VALUE) {
      counts[at] += (short) by;
    }
  }

  /** Adds what the other places say of a token. */
  int add(int i, int[] out, int count) {
    if (forms.kind[i] == WordForms.LOWER || !context.open(i)) {
      return count;
    }
    int n = count;
    int at = slot(word(i));
    int own = column(i);
    int best = -1;
    int most = 0;
    int all = 0;
    int[] kinds = new int[KINDS + 1];
    for (int label = 1; label <= OUTSIDE; label++) {
      int others = counts[at + label] - (label == own ? 1 : 0);
      if (others > most) {
        most = others;
        best = label;
      }
      kinds[label == OUTSIDE ? KINDS : NameScheme.kind(label)] += others;
      all += others;
    }
    if (all > 0) {
      int kind = 0;
      for (int k = 1; k <= KINDS; k++) {
        kind = kinds[k] > kinds[kind] ? k : kind;
      }
      int share = kinds[kind] == all ? 2 : kinds[kind] * 3 >= all * 2 ? 1 : 0;
      int set = forms.setting[i] * 2 + (forms.first[i] ? 1 : 0);
      out[n++] = FeatureHash.of(180, kind * 3 + share, Math.min(all, 4));
      out[n++] = FeatureHash.of(181, best, share);
      out[n++] = FeatureHash.of(182, kind, set);
      for (int k = 0; k <= KINDS; k++) {
        if (kinds[k] > 0) {
          out[n++] = FeatureHash.of(183, k);
        }
      }
    } else {
      out[n++] = FeatureHash.of(184, 0);
    }
    if (phrases[i] != 0) {
      int place = slot(phrases[i]);
      for (int kind = 0; kind < KINDS; kind++) {
        int others =
            counts[place + 1 + 4 * kind]
                + counts[place + 4 + 4 * kind]
                - (NameScheme.kind(labels[i]) == kind ? 1 : 0);
        if (others > 0) {
          out[n++] = FeatureHash.of(185, kind, Math.min(others, 3));
        }
      }
    }
    return n;
  }

  /** Whether other places say anything of any token of a run. */
  boolean speaks(int from, int to) {
    for (int i = from; i < to; i++) {
      if (forms.kind[i] != WordForms.LOWER && context.open(i)) {
        int at = slot(word(i));
        int all = 0;
        for (int label = 1; label <= OUTSIDE; label++) {
          all += counts[at + label];
        }
        if (all > 1) {
          return true;
        }
      }
    }
    return false;
  }
}

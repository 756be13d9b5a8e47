package dev.annals.annotation;

import dev.annals.text.Tokens;

/**
 * What the tagger looks at in each token, worked out once per document: hashes of the word as it
 * stands and in lower case, of its beginnings and endings, its shape, its classes.
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

  private static final int SEED = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  final int size;
  final int[] exact;
  final int[] lower;
  final int[] shape;
  final int[] fine;
  final byte[] kind;
  final byte[] setting;
  final boolean[] first;
  final int[] prefixes;
  final int[] suffixes;
  final int[] clusters;

  /** Number of beginnings and of endings kept per word: 1 to 4 letters. */
  static final int AFFIXES = 4;

  WordForms(Tokens tokens, WordClasses classes) {
    size = tokens.size();
    exact = new int[size];
    lower = new int[size];
    shape = new int[size];
    fine = new int[size];
    kind = new byte[size];
    setting = new byte[size];
    first = new boolean[size];
    prefixes = new int[size * AFFIXES];
    suffixes = new int[size * AFFIXES];
    clusters = new int[size];
    for (int i = 0; i < size; i++) {
      read(tokens, i);
    }
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int from = tokens.sentenceFirst(sentence);
      int to = tokens.sentenceEnd(sentence);
      byte set = setting(from, to);
      java.util.Arrays.fill(setting, from, to, set);
      markFirst(from, to);
    }
    for (int i = 0; i < size; i++) {
      clusters[i] = cluster(tokens, i, classes);
    }
  }

  /** Hash of a word as the tables know it. */
  static int hash(CharSequence word) {
    int h = SEED;
    for (int i = 0; i < word.length(); i++) {
      h = (h ^ plain(word.charAt(i))) * PRIME;
    }
    return FeatureHash.mix(h);
  }

  private static int cluster(Tokens tokens, int i, WordForms forms, WordClasses classes) {
    int found = classes.of(forms.exact[i]);
    if (found == 0 && forms.kind[i] == CAPITALS && tokens.end(i) - tokens.start(i) > 3) {
      found = classes.of(capitalised(tokens, i));
    }
    if (found == 0 && forms.kind[i] != LOWER) {
      found = forms.setting[i] == RUNNING && !forms.first[i] ? 0 : classes.of(forms.lower[i]);
    }
    return found;
  }

  private int cluster(Tokens tokens, int i, WordClasses classes) {
    return cluster(tokens, i, this, classes);
  }

  private static int capitalised(Tokens tokens, int i) {
    String text = tokens.text();
    int h = SEED;
    for (int at = tokens.start(i); at < tokens.end(i); at++) {
      char c = plain(text.charAt(at));
      h = (h ^ (at == tokens.start(i) ? c : Character.toLowerCase(c))) * PRIME;
    }
    return FeatureHash.mix(h);
  }

  /** One letter for all digits, one apostrophe for all. */
  private static char plain(char c) {
    if (c < 128) {
      return c >= '0' && c <= '9' ? '0' : c;
    }
    if (c == '’' || c == '‘') {
      return '\'';
    }
    return c == '“' || c == '”' ? '"' : c;
  }

  private void read(Tokens tokens, int i) {
    String text = tokens.text();
    int start = tokens.start(i);
    int end = tokens.end(i);
    int hash = SEED;
    int small = SEED;
    int rough = SEED;
    int detailed = SEED;
    int before = -1;
    int uppers = 0;
    int lowers = 0;
    int digits = 0;
    for (int at = start; at < end; at++) {
      char c = plain(text.charAt(at));
      char low = Character.toLowerCase(c);
      hash = (hash ^ c) * PRIME;
      small = (small ^ low) * PRIME;
      if (at - start < AFFIXES) {
        prefixes[i * AFFIXES + at - start] = small;
      }
      int sort;
      if (c != low) {
        sort = 'X';
        uppers++;
      } else if (c >= 'a' && c <= 'z' || c > 127 && Character.isLetter(c)) {
        sort = 'x';
        lowers++;
      } else if (c == '0') {
        sort = '0';
        digits++;
      } else {
        sort = c;
      }
      if (at - start < 6 || end - at <= 2) {
        detailed = (detailed ^ sort) * PRIME;
      }
      if (sort != before) {
        rough = (rough ^ sort) * PRIME;
        before = sort;
      }
    }
    int tail = SEED;
    for (int k = 0; k < AFFIXES && end - 1 - k >= start; k++) {
      tail = (tail ^ Character.toLowerCase(plain(text.charAt(end - 1 - k)))) * PRIME;
      suffixes[i * AFFIXES + k] = tail;
    }
    exact[i] = FeatureHash.mix(hash);
    lower[i] = FeatureHash.mix(small);
    shape[i] = rough;
    fine[i] = detailed;
    kind[i] = kind(text.charAt(start), uppers, lowers, digits);
  }

  private static byte kind(char initial, int uppers, int lowers, int digits) {
    if (uppers + lowers == 0) {
      return (byte) (digits > 0 ? NUMBER : MARK);
    }
    if (uppers == 0) {
      return LOWER;
    }
    if (lowers == 0) {
      return (byte) (uppers == 1 ? CAPITALISED : CAPITALS);
    }
    return (byte) (uppers == 1 && Character.isUpperCase(initial) ? CAPITALISED : MIXED);
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

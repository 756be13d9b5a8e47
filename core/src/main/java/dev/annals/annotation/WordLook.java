package dev.annals.annotation;

import dev.annals.text.Tokens;
import dev.annals.text.Word;
import org.jspecify.annotations.Nullable;

/**
 * What the taggers see of a word by itself: hashes of it as it stands and in lower case, of its
 * beginnings and endings, its shape. Kept with the word, so that a frequent one is looked at once.
 * Safe for use by several threads.
 */
final class WordLook {

  /** Number of beginnings and of endings kept: 1 to 4 letters. */
  static final int AFFIXES = 4;

  private static final int SEED = 0x811C9DC5;
  private static final int PRIME = 0x01000193;
  private static final int SETTINGS = 3;

  final String word;
  final int exact;
  final int lower;
  final int shape;
  final int fine;
  final byte kind;

  /** Answers of {@link WordTrait}. */
  long traits;

  final int[] prefixes = new int[AFFIXES];
  final int[] suffixes = new int[AFFIXES];
  // filled when asked for; two threads that ask at once make equal ones
  private volatile @Nullable WordSenses senses;
  private final @Nullable PlacedWord[] placed = new PlacedWord[2 * SETTINGS];

  /** What was kept of the lists' words, or null. */
  @Nullable WordSenses senses() {
    return senses;
  }

  void keep(WordSenses found) {
    senses = found;
  }

  /** The look of a token's word. */
  static WordLook of(Tokens tokens, int token) {
    Word word = tokens.shared(token);
    if (word.kept() instanceof WordLook known) {
      return known;
    }
    var look = new WordLook(word.text());
    word.keep(look);
    return look;
  }

  WordLook(String word) {
    this.word = word;
    int end = word.length();
    int hash = SEED;
    int small = SEED;
    int rough = SEED;
    int detailed = SEED;
    int before = -1;
    int uppers = 0;
    int lowers = 0;
    int digits = 0;
    for (int at = 0; at < end; at++) {
      char c = plain(word.charAt(at));
      char low = Character.toLowerCase(c);
      hash = (hash ^ c) * PRIME;
      small = (small ^ low) * PRIME;
      if (at < AFFIXES) {
        prefixes[at] = small;
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
      if (at < 6 || end - at <= 2) {
        detailed = (detailed ^ sort) * PRIME;
      }
      if (sort != before) {
        rough = (rough ^ sort) * PRIME;
        before = sort;
      }
    }
    int tail = SEED;
    for (int k = 0; k < AFFIXES && end - 1 - k >= 0; k++) {
      tail = (tail ^ Character.toLowerCase(plain(word.charAt(end - 1 - k)))) * PRIME;
      suffixes[k] = tail;
    }
    exact = FeatureHash.mix(hash);
    lower = FeatureHash.mix(small);
    shape = rough;
    fine = detailed;
    kind = kind(word.charAt(0), uppers, lowers, digits);
  }

  /** Hash of a word as the tables know it. */
  static int hash(CharSequence word) {
    int h = SEED;
    for (int i = 0; i < word.length(); i++) {
      h = (h ^ plain(word.charAt(i))) * PRIME;
    }
    return FeatureHash.mix(h);
  }

  /** The word in a sentence that is set in one way, as its first word or a later one. */
  PlacedWord placed(int setting, boolean first, WordClasses classes) {
    int number = setting * 2 + (first ? 1 : 0);
    PlacedWord found = placed[number];
    if (found == null || found.classes != classes) {
      found = new PlacedWord(this, number, classes, cluster(setting, first, classes));
      placed[number] = found;
    }
    return found;
  }

  private int cluster(int setting, boolean first, WordClasses classes) {
    int found = classes.of(exact);
    if (found == 0 && kind == WordForms.CAPITALS && word.length() > 3) {
      found = classes.of(capitalised());
    }
    if (found == 0 && kind != WordForms.LOWER) {
      found = setting == WordForms.RUNNING && !first ? 0 : classes.of(lower);
    }
    return found;
  }

  private int capitalised() {
    int h = SEED;
    for (int at = 0; at < word.length(); at++) {
      char c = plain(word.charAt(at));
      h = (h ^ (at == 0 ? c : Character.toLowerCase(c))) * PRIME;
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

  private static byte kind(char initial, int uppers, int lowers, int digits) {
    if (uppers + lowers == 0) {
      return (byte) (digits > 0 ? WordForms.NUMBER : WordForms.MARK);
    }
    if (uppers == 0) {
      return WordForms.LOWER;
    }
    if (lowers == 0) {
      return (byte) (uppers == 1 ? WordForms.CAPITALISED : WordForms.CAPITALS);
    }
    return (byte)
        (uppers == 1 && Character.isUpperCase(initial) ? WordForms.CAPITALISED : WordForms.MIXED);
  }
}

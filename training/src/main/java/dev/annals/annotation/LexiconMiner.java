package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.Arrays;
import java.util.TreeMap;

/** Collects what a tagger takes words and names for in much plain text. */
final class LexiconMiner {

  /** A word or name counts when it was seen that often. */
  private static final int SEEN = 4;

  private static final int KINDS = NameScheme.KINDS;
  private static final int COLUMNS = KINDS + 3;

  private final SequenceTagger tagger;
  private final FeatureIndex words = new FeatureIndex();
  private final FeatureIndex names = new FeatureIndex();
  private int[] wordCounts = new int[1 << 16];
  private int[] nameCounts = new int[1 << 16];

  LexiconMiner(TaggerModel model) {
    this.tagger = new SequenceTagger(model);
  }

  void add(String text) {
    var tokens = Tokens.of(text);
    var tags = tagger.tag(tokens);
    var forms = new WordForms(tokens, new WordClasses(new int[0], new short[0]));
    for (int i = 0; i < forms.size; i++) {
      int label = tags.label(i).ordinal();
      boolean running = forms.setting[i] == WordForms.RUNNING;
      if (running && forms.kind[i] != WordForms.LOWER && forms.kind[i] <= WordForms.MIXED) {
        if (label > 0 || !forms.first[i]) {
          int column = label == 0 ? KINDS : (label - 1) / 2;
          wordCounts = count(words, wordCounts, forms.lower[i], column);
          // first or later word of a person's name of several words
          boolean goes = i + 1 < forms.size && tags.label(i + 1).ordinal() == 2;
          if (label == 1 && goes) {
            wordCounts = count(words, wordCounts, forms.lower[i], KINDS + 1);
          } else if (label == 2) {
            wordCounts = count(words, wordCounts, forms.lower[i], KINDS + 2);
          }
        }
      }
      if (running && label % 2 == 1) {
        int hash = 0;
        int k = i;
        do {
          hash = NameLexicon.phrase(hash, forms.lower[k++]);
        } while (k < forms.size && tags.label(k).ordinal() == label + 1);
        if (k - i > 1 && k - i <= NameLexicon.LONGEST) {
          nameCounts = count(names, nameCounts, hash, (label - 1) / 2);
        }
      }
    }
  }

  private static int[] count(FeatureIndex index, int[] counts, int hash, int column) {
    int at = index.number(hash) * COLUMNS + column;
    int[] table =
        at < counts.length ? counts : Arrays.copyOf(counts, Math.max(at + 1, counts.length * 2));
    table[at]++;
    return table;
  }

  NameLexicon finish() {
    var codes = new TreeMap<Integer, Short>();
    for (int i = 0; i < words.size(); i++) {
      short code = code(wordCounts, i, true);
      if (code > 0) {
        codes.put(words.feature(i), code);
      }
    }
    var phrases = new TreeMap<Integer, Short>();
    for (int i = 0; i < names.size(); i++) {
      short code = code(nameCounts, i, false);
      if (code > 0) {
        phrases.put(names.feature(i), code);
      }
    }
    System.err.println("lexicon: " + codes.size() + " words, " + phrases.size() + " names");
    return new NameLexicon(PartTrainer.classes(codes), PartTrainer.classes(phrases));
  }

  /**
   * The most frequent kind, how sure it is, and for persons whether the word comes first or last.
   */
  private static short code(int[] counts, int number, boolean word) {
    int at = number * COLUMNS;
    int all = 0;
    int best = 0;
    if (at + COLUMNS > counts.length) {
      return 0;
    }
    for (int kind = 0; kind <= KINDS; kind++) {
      all += counts[at + kind];
      best = counts[at + kind] > counts[at + best] ? kind : best;
    }
    if (all < SEEN) {
      return 0;
    }
    double share = counts[at + best] / (double) all;
    int sure = share >= 0.95 ? 3 : share >= 0.8 ? 2 : share >= 0.6 ? 1 : 0;
    int place = 0;
    if (word) {
      int first = counts[at + KINDS + 1];
      int later = counts[at + KINDS + 2];
      place = first > 4 * later ? 1 : later > 4 * first ? 2 : 0;
    }
    return (short) (1 + (best * 4 + sure) * 3 + place);
  }
}

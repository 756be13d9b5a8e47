package dev.annals.story;

import dev.annals.text.Tokens;
import dev.annals.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Words of an article as its {@link StoryFeatures} count them, with one look-up for all views: how
 * often in the headline, in the lead, in the whole, and as a number. What hangs on a word alone is
 * kept with it.
 */
final class WordCounts {

  /** Letters of a word that count: "evacuated" and "evacuation" become one, in any language. */
  private static final int STEM = 7;

  /** Bits of a letter in a key to sort by, and the letter that stands for all beyond. */
  private static final int LETTER = 9;

  private static final int BEYOND = (1 << LETTER) - 1;

  /** How often one word was counted. */
  private static final class Count {
    final String word;
    final long key;
    int headline;
    int lead;
    int whole;
    int number;

    Count(String word) {
      this.word = word;
      this.key = key(word);
    }

    /** The first letters as a number that is smaller when they stand before in the alphabet. */
    private static long key(String word) {
      long key = 0;
      boolean open = true;
      for (int i = 0; i < STEM; i++) {
        int letter = open && i < word.length() ? Math.min(word.charAt(i), BEYOND) : 0;
        open &= letter < BEYOND;
        key = key << LETTER | letter;
      }
      return key;
    }

    static int compare(Count a, Count b) {
      return a.key == b.key ? a.word.compareTo(b.word) : Long.compare(a.key, b.key);
    }
  }

  /**
   * What hangs on a word alone.
   *
   * @param hash of the word in small letters
   * @param stem what is compared of the word in small letters
   * @param parts the same for the parts between hyphens: "stop-and-frisk" counts as its parts
   */
  private record Seen(int hash, String stem, List<String> parts) {

    static Seen of(Word word) {
      if (word.counted() instanceof Seen known) {
        return known;
      }
      String lower = word.lower();
      String stem = WordCounts.stem(lower);
      var seen = new Seen(Hashing.of(lower), stem.equals(lower) ? lower : stem, parts(lower, stem));
      word.count(seen);
      return seen;
    }

    private static List<String> parts(String lower, String stem) {
      if (lower.indexOf('-') < 0) {
        return lower.length() > 1 ? List.of(stem) : List.of();
      }
      var parts = new ArrayList<String>();
      int from = 0;
      for (int i = 0; i <= lower.length(); i++) {
        if (i == lower.length() || lower.charAt(i) == '-') {
          if (i - from > 1) {
            parts.add(WordCounts.stem(lower.substring(from, i)));
          }
          from = i + 1;
        }
      }
      return List.copyOf(parts);
    }
  }

  private final Map<String, Count> counts = new HashMap<>(512);
  private int[] hashes = new int[256];
  private int size;

  /** Counts the words of a headline. */
  void headline(Tokens tokens) {
    read(tokens, tokens.size(), Integer.MAX_VALUE, true);
  }

  /**
   * Counts the words of a body.
   *
   * @param most tokens that are read
   * @param lead words that make the lead
   */
  void body(Tokens tokens, int most, int lead) {
    size = 0;
    read(tokens, most, lead, false);
  }

  /** Hashes of the words read last, in order. */
  int[] hashes() {
    return Arrays.copyOf(hashes, size);
  }

  /** Words and numbers in lower case; a number that a tokeniser took apart is put together. */
  private void read(Tokens tokens, int most, int lead, boolean headline) {
    int end = Math.min(tokens.size(), most);
    int read = 0;
    for (int t = 0; t < end; t++) {
      char first = tokens.first(t);
      if (Character.isDigit(first)) {
        int last = numberEnd(tokens, t, end);
        String number = number(tokens, t, last);
        t = last;
        hash(Hashing.of(number));
        boolean inLead = read++ < lead;
        Count count = of(number.indexOf(',') < 0 ? number : number.replace(",", ""));
        add(count, headline, inLead);
        count.number += headline ? 3 : inLead ? 2 : 1; // once for each view
      } else if (Character.isLetter(first)) {
        Seen seen = Seen.of(tokens.shared(t));
        hash(seen.hash());
        boolean inLead = read++ < lead;
        for (String part : seen.parts()) {
          add(of(part), headline, inLead);
        }
      }
    }
  }

  private void hash(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  /** The last token of a number: "4 . 6", "1 , 200" in tokenised text. */
  private static int numberEnd(Tokens tokens, int first, int end) {
    int t = first;
    while (t + 2 < end
        && (tokens.is(t + 1, ".") || tokens.is(t + 1, ","))
        && Character.isDigit(tokens.first(t + 2))
        && tokens.start(t + 1) == tokens.end(t) + 1
        && tokens.start(t + 2) == tokens.end(t + 1) + 1) {
      t += 2;
    }
    return t;
  }

  private static String number(Tokens tokens, int first, int last) {
    if (first == last) {
      return tokens.lower(first);
    }
    var number = new StringBuilder(tokens.word(first));
    for (int t = first + 1; t < last; t += 2) {
      number.append(tokens.first(t)).append(tokens.word(t + 1));
    }
    return number.toString().toLowerCase(Locale.ROOT);
  }

  private Count of(String word) {
    Count count = counts.get(word);
    if (count == null) {
      count = new Count(word);
      counts.put(word, count);
    }
    return count;
  }

  private static void add(Count count, boolean headline, boolean lead) {
    count.whole++;
    count.lead += lead ? 1 : 0;
    count.headline += headline ? 1 : 0;
  }

  /** Headline, lead, whole and numbers, each in the order of the alphabet. */
  List<Terms> terms() {
    Count[] sorted = counts.values().toArray(new Count[0]);
    Arrays.sort(sorted, Count::compare);
    return List.of(
        terms(sorted, count -> count.headline),
        terms(sorted, count -> count.lead),
        terms(sorted, count -> count.whole),
        terms(sorted, count -> count.number));
  }

  private static Terms terms(Count[] sorted, ToIntFunction<Count> often) {
    int n = 0;
    for (Count count : sorted) {
      n += often.applyAsInt(count) > 0 ? 1 : 0;
    }
    String[] words = new String[n];
    float[] values = new float[n];
    n = 0;
    for (Count count : sorted) {
      int times = often.applyAsInt(count);
      if (times > 0) {
        words[n] = count.word;
        values[n++] = times;
      }
    }
    return new Terms(List.of(words), values);
  }

  /** What is compared of a word: the same object for a word that is shared. */
  static String stemOf(Word word) {
    return Seen.of(word).stem();
  }

  static String stem(String word) {
    int end = word.length();
    if (end > 0 && word.charAt(end - 1) == '.' && word.indexOf('.') == end - 1) {
      end--;
    }
    if (end > 3 && word.charAt(end - 1) == 's' && word.charAt(end - 2) != 's') {
      end--;
    }
    return word.substring(0, Math.min(end, STEM));
  }
}

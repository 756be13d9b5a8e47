package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.ArrayList;

/** What the words of a block say by themselves: what kind they are and what they agree with. */
final class BlockWords {

  private static final PhraseTable OPENINGS;
  private static final PhraseTable HOLDINGS;
  private static final WordTable STOPWORDS =
      WordTable.of(TextResources.lines(BlockWords.class, "page-function-words.txt"));

  static {
    var openings = new ArrayList<String>();
    var holdings = new ArrayList<String>();
    for (String line : TextResources.lines(BlockWords.class, "page-furniture.en.txt")) {
      if (line.startsWith("* ")) {
        holdings.add(line.substring(2));
      } else {
        openings.add(PlainWords.of(line));
      }
    }
    OPENINGS = new PhraseTable(openings);
    HOLDINGS = new PhraseTable(holdings);
  }

  private static final int MOST_WORDS = 40;
  private static final int ENOUGH = 600;
  private static final int LONGEST_STOPWORD = 7;

  /** Share of the words at the start of the line that are function words. */
  final double functionWords;

  /** Share of the first words that the headline has too. */
  final double titleWords;

  /**
   * Looks the words of a line up.
   *
   * @param plain the line, one blank between words
   */
  BlockWords(String plain, WordTable title) {
    int words = 0;
    int counted = 0;
    int common = 0;
    int shared = 0;
    int start = 0;
    int hash = 0;
    int length = plain.length();
    for (int i = 0; i <= length && (start < ENOUGH || words < MOST_WORDS); i++) {
      char c = i == length ? ' ' : plain.charAt(i);
      if (c != ' ') {
        hash = WordTable.next(hash, c);
        continue;
      }
      if (i > start) {
        words++;
        if (start < ENOUGH) {
          counted++;
          int to = Math.min(i, ENOUGH);
          common += to - start <= LONGEST_STOPWORD ? STOPWORDS.get(plain, start, to) : 0;
        }
        boolean first = words < MOST_WORDS || words == MOST_WORDS && i == length;
        shared += first && i - start > 3 ? title.get(hash, plain, start, i) : 0;
      }
      start = i + 1;
      hash = 0;
    }
    functionWords = counted == 0 ? 0 : (double) common / counted;
    titleWords = words == 0 ? 0 : (double) shared / Math.min(words, MOST_WORDS);
  }

  static double stated(String plain, String body) {
    if (body.length() < 200) {
      return -1;
    }
    if (plain.length() < 12) {
      return 0.5;
    }
    if (body.contains(plain)) {
      return 1;
    }
    // a part of a long paragraph is enough: sites cut the stated body at links
    String part = plain.length() > 60 ? plain.substring(10, 50) : plain;
    return body.contains(part) ? 0.8 : 0;
  }

  static boolean furniture(String plain) {
    return OPENINGS.opens(plain, 0) || plain.length() < 300 && HOLDINGS.holdsAtWords(plain);
  }

  /** Adds the shares of capitals and of figures among the first characters. */
  static void shares(FeatureRow row, String text) {
    int capitals = 0;
    int figures = 0;
    int letters = Math.min(text.length(), 400);
    for (int i = 0; i < letters; i++) {
      char c = text.charAt(i);
      if (c < 128) {
        capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
        figures += c >= '0' && c <= '9' ? 1 : 0;
      } else {
        capitals += Character.isUpperCase(c) ? 1 : 0;
        figures += Character.isDigit(c) ? 1 : 0;
      }
    }
    row.add(letters == 0 ? 0 : (double) capitals / letters);
    row.add(letters == 0 ? 0 : (double) figures / letters);
  }

  static int count(String text, char sought) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == sought) {
        count++;
      }
    }
    return count;
  }
}

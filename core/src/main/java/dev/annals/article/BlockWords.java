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
        openings.add(BlockFeatures.plain(line));
      }
    }
    OPENINGS = new PhraseTable(openings);
    HOLDINGS = new PhraseTable(holdings);
  }

  private static final int MOST_WORDS = 40;

  private BlockWords() {}

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

  /** Share of the first words of a line that the headline has too. */
  static double overlap(String plain, WordTable titleWords) {
    int words = 0;
    int shared = 0;
    int from = 0;
    while (from <= plain.length() && words < MOST_WORDS) {
      int space = words == MOST_WORDS - 1 ? -1 : plain.indexOf(' ', from);
      int to = space < 0 ? plain.length() : space;
      shared += to - from > 3 ? titleWords.get(plain, from, to) : 0;
      words++;
      from = to + 1;
    }
    return (double) shared / words;
  }

  static boolean furniture(String plain) {
    return OPENINGS.opens(plain, 0) || plain.length() < 300 && HOLDINGS.holds(plain);
  }

  static double functionWords(String plain) {
    int all = 0;
    int found = 0;
    int start = 0;
    int end = Math.min(plain.length(), 600);
    for (int i = 0; i <= end; i++) {
      if (i == end || plain.charAt(i) == ' ') {
        if (i > start) {
          all++;
          if (i - start < 8 && STOPWORDS.get(plain, start, i) > 0) {
            found++;
          }
        }
        start = i + 1;
      }
    }
    return all == 0 ? 0 : (double) found / all;
  }

  static double share(String text, boolean upper) {
    int count = 0;
    int letters = 0;
    for (int i = 0; i < Math.min(text.length(), 400); i++) {
      char c = text.charAt(i);
      letters++;
      if (upper ? Character.isUpperCase(c) : Character.isDigit(c)) {
        count++;
      }
    }
    return letters == 0 ? 0 : (double) count / letters;
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

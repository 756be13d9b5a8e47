package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the words of a block say by themselves: what kind they are and what they agree with. */
final class BlockWords {

  private static final List<String> OPENINGS = new ArrayList<>();
  private static final List<String> HOLDINGS = new ArrayList<>();
  private static final Set<String> STOPWORDS =
      Set.copyOf(TextResources.lines(BlockWords.class, "page-function-words.txt"));

  static {
    for (String line : TextResources.lines(BlockWords.class, "page-furniture.en.txt")) {
      if (line.startsWith("* ")) {
        HOLDINGS.add(line.substring(2));
      } else {
        OPENINGS.add(BlockFeatures.plain(line));
      }
    }
  }

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

  static double overlap(String plain, Set<String> titleWords) {
    String[] words = plain.split(" ", 40);
    int shared = 0;
    for (String word : words) {
      if (word.length() > 3 && titleWords.contains(word)) {
        shared++;
      }
    }
    return (double) shared / Math.max(1, words.length);
  }

  static boolean furniture(String plain) {
    for (String opening : OPENINGS) {
      if (plain.startsWith(opening)) {
        return true;
      }
    }
    if (plain.length() < 300) {
      for (String holding : HOLDINGS) {
        if (plain.contains(holding)) {
          return true;
        }
      }
    }
    return false;
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
          if (i - start < 8 && STOPWORDS.contains(plain.substring(start, i))) {
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

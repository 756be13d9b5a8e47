package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words of short lines: for looking lines up in word lists. */
final class Words {

  /** Characters below 128 as lists are written; 0 for space. */
  private static final char[] PLAIN = new char[128];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = isSpace(c) ? 0 : straight(small(c));
    }
  }

  private Words() {}

  /** The entries of a list beside this class as a set. */
  static Set<String> load(String name) {
    return Set.copyOf(new HashSet<>(TextResources.lines(Words.class, name)));
  }

  /** Lower case, straight quotes, one space between words: the form in which lists are written. */
  static String plain(String line) {
    return plain(line, 0, line.length());
  }

  /** The same for a part of a text. */
  static String plain(String text, int start, int end) {
    char[] plain = new char[end - start];
    text.getChars(start, end, plain, 0);
    int length = 0;
    boolean space = false;
    for (int i = 0; i < plain.length; i++) {
      char c = plain[i];
      char small = c < PLAIN.length ? PLAIN[c] : plainBeyond(c);
      if (small == 0) {
        space = length > 0;
        continue;
      }
      if (space) {
        plain[length++] = ' ';
        space = false;
      }
      plain[length++] = small;
    }
    return new String(plain, 0, length);
  }

  private static char plainBeyond(char c) {
    return isSpace(c) || c == '\u00A0' || c == '\u200B' ? 0 : straight(small(c));
  }

  /** Whether a line, in the form in which lists are written, begins with such words. */
  static boolean plainOpens(CharSequence line, String start) {
    int at = 0;
    boolean space = false;
    for (int i = 0; i < line.length() && at < start.length(); i++) {
      char c = line.charAt(i);
      if (isSpace(c) || c == '\u00A0' || c == '\u200B') {
        space = at > 0;
        continue;
      }
      if (space && start.charAt(at++) != ' ') {
        return false;
      }
      if (at < start.length() && start.charAt(at++) != straight(small(c))) {
        return false;
      }
      space = false;
    }
    return at == start.length();
  }

  /** {@link Character#isWhitespace}, quick for what most texts are made of. */
  static boolean isSpace(char c) {
    return c < 128 ? c == ' ' || c >= 9 && c <= 13 || c >= 28 && c < 32 : Character.isWhitespace(c);
  }

  static char small(char c) {
    return c < 128 ? c >= 'A' && c <= 'Z' ? (char) (c | 32) : c : Character.toLowerCase(c);
  }

  /** Whether a character below 128 is a letter or digit. */
  static boolean isAsciiWord(char c) {
    int small = c | 32;
    return small >= 'a' && small <= 'z' || c >= '0' && c <= '9';
  }

  private static char straight(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u00B4', '`' -> '\'';
      case '\u201C', '\u201D', '\u201E' -> '"';
      default -> c;
    };
  }

  /** Whether a phrase stands in a line at word limits. */
  static boolean contains(String line, String phrase) {
    for (int at = line.indexOf(phrase); at >= 0; at = line.indexOf(phrase, at + 1)) {
      if (isLimit(line, at - 1) && isLimit(line, at + phrase.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line opens with a phrase that ends with a word. */
  static boolean opens(String line, String phrase) {
    return line.startsWith(phrase)
        && (isLimit(line, phrase.length())
            || !Character.isLetterOrDigit(phrase.charAt(phrase.length() - 1)));
  }

  /** Whether no word goes on at a place of a line. */
  static boolean isLimit(String line, int at) {
    return at < 0 || at >= line.length() || !Character.isLetterOrDigit(line.charAt(at));
  }

  /** Number of words, counted no further than a bound. */
  static int count(CharSequence line, int bound) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < line.length() && words < bound; i++) {
      boolean letter = !isSpace(line.charAt(i));
      if (letter && !inside) {
        words++;
      }
      inside = letter;
    }
    return words;
  }

  /** Number of words, where two characters of scripts without blanks between words are one. */
  static int measure(CharSequence line) {
    int words = 0;
    int unspaced = 0;
    boolean inside = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean letter = !isSpace(c);
      words += letter && !inside ? 1 : 0;
      unspaced += isUnspaced(c) ? 1 : 0;
      inside = letter;
    }
    return words + unspaced / 2;
  }

  /** Chinese, Japanese, Thai, Lao, Burmese and Khmer. */
  private static boolean isUnspaced(char c) {
    return c >= '\u0E00'
        && (c <= '\u0EFF'
            || c >= '\u1000' && c <= '\u109F'
            || c >= '\u1780' && c <= '\u17FF'
            || c >= '\u3040' && c <= '\u30FF'
            || c >= '\u3400' && c <= '\u9FFF');
  }

  static boolean capitalised(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}

package dev.annals.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Phrases by their first character, so that only those are looked at that may stand at a place.
 * Immutable and safe for use by several threads.
 */
final class PhraseTable {

  private static final int ASCII = 128;
  private static final String[] NONE = {};

  private static final int PAIRS = 1 << 12;

  private final String[][] phrases = new String[ASCII][];
  private final String[] others;

  /** Which first two characters phrases have, by their hash. */
  private final boolean[] pairs = new boolean[PAIRS];

  /** Takes phrases; they keep their order. */
  PhraseTable(List<String> all) {
    for (int c = 0; c < ASCII; c++) {
      phrases[c] = startingWith(all, c, c);
    }
    others = startingWith(all, ASCII, Character.MAX_VALUE);
    for (String phrase : all) {
      if (phrase.length() > 1) {
        pairs[pair(phrase.charAt(0), phrase.charAt(1))] = true;
        continue;
      }
      for (char second = 0; second < PAIRS; second++) {
        pairs[pair(phrase.charAt(0), second)] = true;
      }
    }
  }

  private static int pair(char first, char second) {
    return first * 37 + second & PAIRS - 1;
  }

  private static String[] startingWith(List<String> all, int from, int to) {
    var found = new ArrayList<String>();
    for (String phrase : all) {
      char first = phrase.charAt(0);
      if (first >= from && first <= to) {
        found.add(phrase);
      }
    }
    return found.isEmpty() ? NONE : found.toArray(NONE);
  }

  /** The phrases that may begin with a character, in order. */
  String[] at(char first) {
    return first < ASCII ? phrases[first] : others;
  }

  /** Whether a text goes on with one of the phrases at some place. */
  boolean opens(String text, int at) {
    return at < text.length() && opens(text, at, text.charAt(at), false);
  }

  private boolean opens(String text, int at, char first, boolean wordEnd) {
    if (at + 1 < text.length() && !pairs[pair(first, text.charAt(at + 1))]) {
      return false;
    }
    for (String phrase : at(first)) {
      if (text.startsWith(phrase, at) && (!wordEnd || Words.isLimit(text, at + phrase.length()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the phrases stands anywhere in a text. */
  boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (opens(text, i, text.charAt(i), false)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the phrases begins with a word of a text that has one blank between words. */
  boolean holdsAtWords(String text) {
    for (int at = 0; at >= 0; ) {
      if (opens(text, at)) {
        return true;
      }
      int space = text.indexOf(' ', at);
      at = space < 0 ? -1 : space + 1;
    }
    return false;
  }

  /** Whether one of the phrases stands in a text at word limits. */
  boolean holdsWord(String text) {
    boolean limit = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (limit && opens(text, i, c, true)) {
        return true;
      }
      limit = c < ASCII ? !Words.isAsciiWord(c) : !Character.isLetterOrDigit(c);
    }
    return false;
  }
}

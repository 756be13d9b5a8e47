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

  private final String[][] phrases = new String[ASCII][];
  private final String[] others;

  /** Takes phrases; they keep their order. */
  PhraseTable(List<String> all) {
    for (int c = 0; c < ASCII; c++) {
      phrases[c] = startingWith(all, c, c);
    }
    others = startingWith(all, ASCII, Character.MAX_VALUE);
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
    if (at < text.length()) {
      for (String phrase : at(text.charAt(at))) {
        if (text.startsWith(phrase, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one of the phrases stands anywhere in a text. */
  boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (opens(text, i)) {
        return true;
      }
    }
    return false;
  }
}

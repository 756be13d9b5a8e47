package dev.annals.annotation;

import dev.annals.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What the word lists have for a word, looked up once: most words of a text are in none, and every
 * finder asks for all of them. Safe for use by several threads.
 */
final class WordSenses {

  /** The reporting verb that the word is a form of, or null. */
  final CueLexicon.@Nullable Verb verb;

  /** Whether it is a noun that reports. */
  final boolean cueNoun;

  private @Nullable String verbLemma;

  /** Hash of the word in lower case. */
  final int hash;

  /** The word in a time expression. */
  final TimeAtoms.Sense time;

  private WordSenses(String word, String lower) {
    this.verb = CueLexicon.ENGLISH.verb(lower);
    this.cueNoun = verb == null && CueLexicon.ENGLISH.isNoun(lower);
    this.hash = lower.hashCode();
    this.time = TimeAtoms.Sense.of(word, lower);
  }

  /** Dictionary form of a token's word, taken as a verb. */
  static String verbLemma(Tokens tokens, int token) {
    WordSenses senses = of(tokens, token);
    String known = senses.verbLemma;
    if (known == null) {
      known = Lemmas.verb(tokens.lower(token));
      senses.verbLemma = known;
    }
    return known;
  }

  /** What the lists have for a token's word. */
  static WordSenses of(Tokens tokens, int token) {
    WordLook look = WordLook.of(tokens, token);
    WordSenses known = look.senses();
    if (known == null) {
      known = new WordSenses(tokens.word(token), tokens.lower(token));
      look.keep(known);
    }
    return known;
  }
}

package dev.annals.annotation;

import dev.annals.text.Tokens;
import dev.annals.text.Word;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A question about a word by itself that finders have for every token, such as whether it is in one
 * of their lists. The answer is kept with the word, so that a frequent one is looked up once for
 * all documents. Safe for use by several threads.
 */
final class WordTrait {

  /** A long has room for as many questions, and for as many answers. */
  static final int MOST = 32;

  private static final AtomicInteger MADE = new AtomicInteger();

  private final Predicate<Word> question;
  private final long asked;
  private final long both;

  private WordTrait(Predicate<Word> question) {
    int number = MADE.getAndIncrement();
    if (number >= MOST) {
      throw new IllegalStateException("no room for another trait");
    }
    this.question = question;
    this.asked = 1L << number;
    this.both = asked | asked << MOST;
  }

  /** A question about the word as it stands and in lower case. */
  static WordTrait of(Predicate<Word> question) {
    return new WordTrait(question);
  }

  /** A question about the word in lower case. */
  static WordTrait ofLower(Predicate<String> question) {
    return new WordTrait(word -> question.test(word.lower()));
  }

  /** Whether the word of a token has the trait. */
  boolean has(Tokens tokens, int token) {
    WordLook look = WordLook.of(tokens, token);
    long known = look.traits;
    if ((known & asked) == 0) {
      known |= question.test(tokens.shared(token)) ? both : asked;
      // what another thread answers at the same time may be lost, and is asked again
      look.traits |= known;
    }
    return (known & both) == both;
  }
}

package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.text.Tokens;
import java.util.Locale;

/**
 * Tells names that are credited for a text or a picture from those that are reported on: "LONDON
 * (AP) —", "(Photo by A. Writer/Getty Images)", the credit and byline blocks.
 */
final class NameCredits {

  /** A credit at a block's end is that short. */
  private static final int LONGEST = 16;

  /** A note of who wrote and edited is that short. */
  private static final int NOTE = 80;

  private static final WordTrait PAGE =
      WordTrait.of(word -> NameWords.PAGE_WORDS.contains(word.text()));

  private final boolean[] credit;

  NameCredits(Article article, Tokens tokens) {
    credit = new boolean[tokens.size()];
    int number = 0;
    for (Block block : article.blocks()) {
      int from = tokens.at(block.start());
      int to = from;
      while (to < tokens.size() && tokens.start(to) < block.end()) {
        to++;
      }
      mark(tokens, block.role(), from, to);
      number++;
    }
    if (number == 0) {
      mark(tokens, Role.PARAGRAPH, 0, tokens.size());
    }
  }

  /** Whether a name stands where credit is given. */
  boolean holds(FoundName name) {
    return credit[name.first()];
  }

  private void mark(Tokens tokens, Role role, int from, int to) {
    if (role == Role.CREDIT || role == Role.BYLINE) {
      java.util.Arrays.fill(credit, from, to, true);
      return;
    }
    if (NameWords.opensNote(tokens, from, to)) {
      java.util.Arrays.fill(credit, from, Math.min(to, from + NOTE), true);
    }
    for (int i = from; i < to; i++) {
      credit[i] |= PAGE.has(tokens, i);
      if (tokens.is(i, "(") || tokens.is(i, "[")) {
        brackets(tokens, i, to);
      } else if (tokens.is(i, "/")) {
        slash(tokens, i, from, to);
      }
    }
    if (role == Role.CAPTION) {
      tail(tokens, from, to);
    }
  }

  /** "A. Writer/AFP", "REUTERS/A. Writer": names on both sides of a slash, one an agency. */
  private void slash(Tokens tokens, int at, int from, int to) {
    int first = at;
    while (first > from && at - first < LONGEST && isCreditToken(tokens, first - 1)) {
      first--;
    }
    int end = at + 1;
    while (end < to && end - at < LONGEST && isCreditToken(tokens, end)) {
      end++;
    }
    for (int i = first; i < end; i++) {
      if (NameWords.AGENCIES.contains(tokens.word(i))) {
        java.util.Arrays.fill(credit, first, end, true);
        return;
      }
    }
  }

  private static boolean isCreditToken(Tokens tokens, int token) {
    return Character.isUpperCase(tokens.first(token)) || tokens.is(token, "/");
  }

  /** A bracket that holds an agency alone, or a slash or credit word beside one. */
  private void brackets(Tokens tokens, int open, int to) {
    int longest = NameWords.opensNote(tokens, open + 1, to) ? NOTE : LONGEST;
    int close = open + 1;
    while (close < to
        && close - open <= longest
        && !tokens.is(close, ")")
        && !tokens.is(close, "]")) {
      close++;
    }
    if (close < to
        && close - open <= longest
        && (longest == NOTE || isCredit(tokens, open + 1, close))) {
      java.util.Arrays.fill(credit, open, close, true);
    }
  }

  private static boolean isCredit(Tokens tokens, int from, int to) {
    if (from >= to) {
      return false;
    }
    String words = tokens.span(from, to - 1).of(tokens.text());
    if (NameWords.AGENCIES.contains(words)) {
      return true;
    }
    boolean sign = false;
    boolean agency = false;
    for (int i = from; i < to; i++) {
      String word = tokens.word(i);
      sign |= word.indexOf('/') >= 0 || isCreditWord(word);
      agency |= NameWords.AGENCIES.contains(word);
    }
    return sign && (agency || isCreditWord(tokens.word(from)));
  }

  private static boolean isCreditWord(String word) {
    return NameWords.CREDIT_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** What follows a caption's last sentence: "Photo: A. Writer", "A. Writer/AFP". */
  private void tail(Tokens tokens, int from, int to) {
    if (from >= to) {
      return;
    }
    int first = Math.max(from, tokens.sentenceFirst(tokens.sentence(to - 1)));
    if (to - first <= LONGEST && isCredit(tokens, first, to)) {
      java.util.Arrays.fill(credit, first, to, true);
    }
  }
}

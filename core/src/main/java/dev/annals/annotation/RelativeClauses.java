package dev.annals.annotation;

import dev.annals.text.Tokens;

/**
 * Tells which times date no verb of the main clause: those in a clause or before a noun that only
 * says which thing is meant ("the bill, which passed on Monday", "a law passed in 2010", "Monday's
 * vote").
 */
final class RelativeClauses {

  // words from the beginning of such a clause to its time
  private static final int REACH = 18;

  private RelativeClauses() {}

  /**
   * Whether a time says which thing is meant or until when it lasts, and not when something
   * happened: "Monday's attack", "the Monday session", "put off until Tuesday".
   */
  static boolean isAside(Tokens tokens, Tags tags, TimeExpression time) {
    int first = tokens.at(time.start());
    if (first >= tokens.size()) {
      return false;
    }
    int sentence = tokens.sentence(first);
    int next = first;
    while (next < tokens.size() && tokens.start(next) < time.end()) {
      next++;
    }
    if (first > tokens.sentenceFirst(sentence) && Connectives.isLimit(tokens.lower(first - 1))) {
      return true;
    }
    if (next >= tokens.size() || tokens.sentence(next) != sentence) {
      return false;
    }
    if (tags.part(next) == PartOfSpeech.POS || tags.part(next - 1) == PartOfSpeech.POS) {
      return true;
    }
    return first > tokens.sentenceFirst(sentence)
        && (tags.part(first - 1) == PartOfSpeech.DT || tags.part(first - 1) == PartOfSpeech.PRP$)
        && (tags.part(next).isNoun() || tags.part(next).isAdjective());
  }

  /** The first token of the relative clause that a token stands in, or -1. */
  static int start(Tokens tokens, Tags tags, int token) {
    int first = Math.max(tokens.sentenceFirst(tokens.sentence(token)), token - REACH);
    boolean verb = false;
    for (int i = token - 1; i > first; i--) {
      if (tokens.is(i, ",") || tokens.is(i, ";") || isDash(tokens, i)) {
        return -1;
      }
      if (Connectives.isRelative(tokens, i)) {
        String word = tokens.lower(i);
        boolean relative = !Connectives.isComplementizer(word) || opensRelative(tags, i);
        return relative && !isOver(tokens, tags, i, token) ? i : -1;
      }
      if (tags.part(i).isVerb() && !verb) {
        verb = true;
        if (tags.part(i) == PartOfSpeech.VBN
            && tags.part(i - 1).isNoun()
            && hasFinite(tokens, tags, i)) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * "The man who was arrested on Monday was charged", "a story that appeared in May angered the
   * town": behind the verb of the clause the next finite one is that of the sentence, but for one
   * of what is said ("the man who said the bridge was shut").
   */
  private static boolean isOver(Tokens tokens, Tags tags, int relative, int token) {
    int verb = relative + 1;
    while (verb < token && tags.part(verb) == PartOfSpeech.RB) {
      verb++;
    }
    if (verb >= token || !tags.part(verb).isFinite()) {
      return false;
    }
    int last = verb;
    while (last + 1 < token
        && (tags.part(last + 1).isVerb() || tags.part(last + 1) == PartOfSpeech.RB)) {
      last++;
    }
    boolean passive =
        last == verb + 1
            && Connectives.isBe(tokens.lower(verb))
            && tags.part(last) == PartOfSpeech.VBN;
    if (!passive && CueLexicon.ENGLISH.verb(tokens.lower(last)) != null) {
      return false;
    }
    for (int i = last + 1; i <= token; i++) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.CC || Connectives.isSubordinator(tokens.lower(i))) {
        return false;
      }
      if (part == PartOfSpeech.VBD || part == PartOfSpeech.VBZ || part == PartOfSpeech.MD) {
        return true;
      }
      if (part.isFinite()) {
        return passive;
      }
    }
    return false;
  }

  /** Whether a verb is that of the sentence again, behind a relative clause. */
  static boolean isBehind(Tokens tokens, Tags tags, int verb) {
    int first = Math.max(tokens.sentenceFirst(tokens.sentence(verb)), verb - REACH);
    for (int i = verb - 1; i >= first && !tokens.is(i, ","); i--) {
      if (Connectives.isRelative(tokens, i)) {
        return isOver(tokens, tags, i, verb);
      }
    }
    return false;
  }

  private static boolean isDash(Tokens tokens, int token) {
    char c = tokens.first(token);
    return c == '—' || c == '–' || c == '(';
  }

  /**
   * "a bill that passed", not "said on Monday that the bill": a common noun before, a verb after.
   */
  private static boolean opensRelative(Tags tags, int that) {
    PartOfSpeech before = tags.part(that - 1);
    PartOfSpeech after = tags.part(that + 1);
    return before.isNoun()
        && !before.isProperNoun()
        && (after.isFinite() || after == PartOfSpeech.MD || after == PartOfSpeech.RB);
  }

  /**
   * Whether the sentence has a verb of its own beside a participle. One that is only in a clause
   * behind it is none: in "members chosen on Monday as the party tries to mend", "chosen" is.
   */
  private static boolean hasFinite(Tokens tokens, Tags tags, int participle) {
    int sentence = tokens.sentence(participle);
    for (int i = tokens.sentenceFirst(sentence); i < tokens.sentenceEnd(sentence); i++) {
      String word = tokens.lower(i);
      if (i > participle && (Connectives.isSubordinator(word) || Connectives.isRelative(word))) {
        return false;
      }
      if (i != participle && tags.part(i).isFinite()) {
        return true;
      }
    }
    return false;
  }
}

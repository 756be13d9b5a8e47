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

  // tokens from a participle between commas to its time, and from that to the comma
  private static final int INSERTED = 6;
  // characters of a year
  private static final int YEAR = 4;
  // tokens between brackets
  private static final int BRACKETED = 40;

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
    if (first > tokens.sentenceFirst(sentence)
        && tags.part(next).isNoun()
        && isYear(time)
        && tags.part(first - 1) != PartOfSpeech.IN) {
      return true; // "the proposed 2030 budget"
    }
    return first > tokens.sentenceFirst(sentence)
        && (tags.part(first - 1) == PartOfSpeech.DT || tags.part(first - 1) == PartOfSpeech.PRP$)
        && (tags.part(next).isNoun() || tags.part(next).isAdjective());
  }

  private static boolean isYear(TimeExpression time) {
    String value = time.value();
    return value.length() == YEAR && Character.isDigit(value.charAt(0));
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

  static boolean isDash(Tokens tokens, int token) {
    char c = tokens.first(token);
    if (token > 0 && Character.isDigit(tokens.first(token - 1))) {
      return false; // "12–9"
    }
    return c == '—' || c == '–' || c == '(' || c == '-' && tokens.is(token, "--");
  }

  /** The participle between two commas that a time belongs to: "the order, signed Friday, was". */
  static int inserted(Tokens tokens, Tags tags, int time) {
    int first = tokens.sentenceFirst(tokens.sentence(time));
    int end = tokens.sentenceEnd(tokens.sentence(time));
    int verb = time - 1;
    while (verb > first + 1 && verb > time - INSERTED && !tags.part(verb).isVerb()) {
      verb--;
    }
    boolean opens =
        verb > first + 1
            && tags.part(verb) == PartOfSpeech.VBN
            && tokens.is(verb - 1, ",")
            && tags.part(verb - 2).isNoun();
    for (int i = time + 1; opens && i < end && i < time + INSERTED; i++) {
      if (tokens.is(i, ",")) {
        return verb;
      }
    }
    return -1;
  }

  /**
   * Whether a participle only says which thing is meant: "the order signed by the mayor was". One
   * that is taken for a finite verb is told by another such verb without a word that joins the two:
   * "documents filed ahead of the hearing show".
   */
  static boolean isReduced(Tokens tokens, Tags tags, int verb) {
    int sentence = tokens.sentence(verb);
    int first = tokens.sentenceFirst(sentence);
    PartOfSpeech part = tags.part(verb);
    if (part != PartOfSpeech.VBN && part != PartOfSpeech.VBD || verb <= first + 1) {
      return false;
    }
    int before = verb - 1;
    while (before > first && tags.part(before) == PartOfSpeech.RB) {
      before--;
    }
    if (!tags.part(before).isNoun()) {
      return false;
    }
    return part == PartOfSpeech.VBN
        ? hasFinite(tokens, tags, verb)
        : isFollowedLoosely(tokens, tags, verb) && hasFiniteBeside(tokens, tags, verb);
  }

  /** "Filed ahead of", "brought to": no object and no clause stands behind it. */
  private static boolean isFollowedLoosely(Tokens tokens, Tags tags, int verb) {
    int next = verb + 1;
    if (next >= tokens.sentenceEnd(tokens.sentence(verb))
        || Connectives.isSubordinator(tokens.lower(next))) {
      return false;
    }
    CueLexicon.Verb cue = CueLexicon.ENGLISH.verb(tokens.lower(verb));
    PartOfSpeech part = tags.part(next);
    return cue == null
        && (part == PartOfSpeech.IN || part == PartOfSpeech.TO || part == PartOfSpeech.RB);
  }

  private static boolean hasFiniteBeside(Tokens tokens, Tags tags, int verb) {
    int sentence = tokens.sentence(verb);
    int end = Math.min(tokens.sentenceEnd(sentence), verb + REACH);
    for (int i = verb + 1; i < end && !isJoint(tokens, tags, i); i++) {
      PartOfSpeech part = tags.part(i);
      if (part.isFinite() || part == PartOfSpeech.MD) {
        // "arrived in the town residents had left": a new subject
        return tags.part(i - 1) != PartOfSpeech.PRP;
      }
    }
    int first = Math.max(tokens.sentenceFirst(sentence), verb - REACH);
    for (int i = verb - 1; i >= first && !isJoint(tokens, tags, i); i--) {
      if (tags.part(i).isVerb()) {
        return tags.part(i).isFinite() && Connectives.isBe(tokens.lower(i));
      }
    }
    return false;
  }

  /** What may stand between two finite verbs. */
  private static boolean isJoint(Tokens tokens, Tags tags, int token) {
    String word = tokens.lower(token);
    return tags.part(token) == PartOfSpeech.CC
        || tags.part(token) == PartOfSpeech.PUNCTUATION
        || Connectives.isSubordinator(word)
        || Connectives.isRelative(word)
        || Connectives.isInterrogative(word);
  }

  /** The opening bracket that a token stands behind in its sentence, or -1. */
  static int bracket(Tokens tokens, int token) {
    int first = Math.max(tokens.sentenceFirst(tokens.sentence(token)), token - BRACKETED);
    for (int i = token - 1; i >= first; i--) {
      if (tokens.is(i, ")")) {
        return -1;
      }
      if (tokens.is(i, "(")) {
        return i;
      }
    }
    return -1;
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

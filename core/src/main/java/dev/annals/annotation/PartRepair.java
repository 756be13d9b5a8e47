package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.HashSet;
import java.util.Set;

/**
 * Puts right what a tagger that sees few words at a time gets wrong and a clause cannot bear: a
 * possessive taken for a verb, the second of two verbs joined by "and", the only verb of a caption.
 */
final class PartRepair {

  private static final Set<String> VERBS = verbs();
  private static final Set<String> POSSESSIVES =
      Set.copyOf(TextResources.lines(PartRepair.class, "possessives.en.txt"));

  // "are" and "'re" are the present of another form
  private static final int SHORTEST_PAST = 3;

  /** Forms of a verb of the list other than its dictionary form. */
  private static final WordTrait INFLECTED = WordTrait.ofLower(PartRepair::isInflected);

  private static final WordTrait POSSESSIVE = WordTrait.ofLower(POSSESSIVES::contains);
  private static final Set<String> TWO_OBJECTS =
      Set.copyOf(TextResources.lines(PartRepair.class, "two-object-verbs.en.txt"));

  private static final Set<String> TIMES =
      Set.copyOf(TextResources.lines(PartRepair.class, "day-words.en.txt"));

  private final Tokens tokens;
  private final byte[] parts;

  private PartRepair(Tokens tokens, Tags tags) {
    this.tokens = tokens;
    this.parts = new byte[tokens.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (byte) tags.part(i).ordinal();
    }
  }

  private static Set<String> verbs() {
    var verbs = new HashSet<String>(StateLexicon.VERBS.keySet());
    for (String line : TextResources.lines(PartRepair.class, "event-kinds.en.txt")) {
      verbs.add(line.substring(0, line.indexOf(' ')));
    }
    return verbs;
  }

  /** The same tags with parts of speech put right. */
  static Tags repair(Tokens tokens, Tags tags) {
    var repair = new PartRepair(tokens, tags);
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      repair.sentence(tokens.sentenceFirst(sentence), tokens.sentenceEnd(sentence));
    }
    var labels = new byte[tokens.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) tags.label(i).ordinal();
    }
    return new Tags(repair.parts, labels);
  }

  private void sentence(int first, int end) {
    boolean verb = false;
    for (int i = first; i < end; i++) {
      if (i > first && isPossessive(i, end)) {
        set(i, PartOfSpeech.POS);
      } else if (i > first && isPerfect(i, first)) {
        set(i, PartOfSpeech.VBN);
      } else if (i > first && isJoinedVerb(i, first, end)) {
        set(i, PartOfSpeech.VB);
      } else if (isPast(i) || i > first && i + 1 < end && isInverted(i)) {
        set(i, PartOfSpeech.VBD);
      }
      verb |= part(i).isFinite();
    }
    mainVerb(first, end);
    if (!verb && !activePast(first, end)) {
      onlyVerb(first, end);
    }
  }

  /**
   * "The paper barred Okoro from the hall": what has an object and stands where the verb of the
   * sentence is missing is that verb and no participle.
   */
  private void mainVerb(int first, int end) {
    for (int i = first; i + 1 < end; i++) {
      PartOfSpeech part = part(i);
      if (part.isFinite() || part == PartOfSpeech.TO) {
        return;
      }
      if (part == PartOfSpeech.VBN && i > first) {
        if (isBare(i, first) && hasObject(i, end)) {
          set(i, PartOfSpeech.VBD);
        }
        return;
      }
    }
  }

  /** "…," tweeted Okoro. */
  private boolean isInverted(int i) {
    if (part(i) != PartOfSpeech.VBN
        || part(i - 1) != PartOfSpeech.PUNCTUATION
        || !part(i + 1).isProperNoun()) {
      return false;
    }
    char before = tokens.first(i - 1);
    CueLexicon.Verb verb = CueLexicon.ENGLISH.verb(lower(i));
    return verb != null
        && verb.kind() == CueLexicon.Class.SPEECH
        && (before == '"' || before == '”' || tokens.is(i - 1, "''"));
  }

  /** Whether a noun stands before a participle, and nothing that leads to one. */
  private boolean isBare(int i, int first) {
    int before = i - 1;
    while (before > first && part(before) == PartOfSpeech.RB) {
      before--;
    }
    return part(before).isNoun() && !Lemmas.verb(lower(i)).equals(lower(i));
  }

  private boolean hasObject(int i, int end) {
    PartOfSpeech next = part(i + 1);
    if (hasTime(i)) {
      return false;
    }
    boolean definite =
        next == PartOfSpeech.DT
            || next == PartOfSpeech.PRP$
            || next == PartOfSpeech.PRP
            || next == PartOfSpeech.NNP
            || next == PartOfSpeech.IN && Connectives.isComplementizer(lower(i + 1));
    return definite || next.isNoun() && !isFollowed(i + 1, end);
  }

  /** "Postponed this week", "given a year": what follows a participle may be no object. */
  private boolean hasTime(int i) {
    return RoleWords.isCalendar(tokens.word(i + 1))
        || TIMES.contains(lower(i + 1))
        || TWO_OBJECTS.contains(Lemmas.verb(lower(i)));
  }

  /** Whether a verb comes behind that no word joins to what is before: "men denied entry left". */
  private boolean isFollowed(int from, int end) {
    boolean joined = false;
    for (int i = from; i < end; i++) {
      PartOfSpeech part = part(i);
      if (part == PartOfSpeech.WDT
          || part == PartOfSpeech.WP
          || part == PartOfSpeech.WRB
          || part == PartOfSpeech.CC
          || Connectives.isSubordinator(lower(i))
          || Connectives.isComplementizer(lower(i))) {
        joined = true;
      } else if (part.isFinite()) {
        if (!joined) {
          return true;
        }
        joined = false;
      }
    }
    return false;
  }

  private boolean isPossessive(int i, int end) {
    if (i + 1 >= end || !part(i - 1).isNoun() || !POSSESSIVE.has(tokens, i)) {
      return false;
    }
    PartOfSpeech next = part(i + 1);
    return next.isNoun()
        || next.isAdjective()
        || next == PartOfSpeech.CD
        || next == PartOfSpeech.VBG && i + 2 < end && part(i + 2).isNoun()
        || next == PartOfSpeech.VBN && i + 2 < end && part(i + 2).isNoun();
  }

  /** "have since moved": a verb in "-ed" after "have" is its participle whatever it looks like. */
  private boolean isPerfect(int i, int first) {
    PartOfSpeech part = part(i);
    if (part != PartOfSpeech.JJ && part != PartOfSpeech.NN && part != PartOfSpeech.VBD) {
      return false;
    }
    if (!INFLECTED.has(tokens, i)) {
      return false;
    }
    for (int k = i - 1; k >= first && k >= i - 3; k--) {
      if (part(k).isFinite() || part(k) == PartOfSpeech.VB) {
        boolean perfect = WordSenses.verbLemma(tokens, k).equals(Connectives.HAVE);
        for (int between = k + 1; perfect && between < i; between++) {
          set(between, PartOfSpeech.RB);
        }
        return perfect;
      }
      if (part(k) != PartOfSpeech.RB && part(k) != PartOfSpeech.IN) {
        return false;
      }
    }
    return false;
  }

  /** "to leave the hall and postpone the vote". */
  private boolean isJoinedVerb(int i, int first, int end) {
    if (part(i) != PartOfSpeech.NN && part(i) != PartOfSpeech.JJ
        || part(i - 1) != PartOfSpeech.CC
        || i + 1 >= end
        || !VERBS.contains(lower(i))) {
      return false;
    }
    PartOfSpeech next = part(i + 1);
    if (next != PartOfSpeech.DT && next != PartOfSpeech.PRP$) {
      return false;
    }
    for (int k = i - 2; k >= first && k >= i - 10; k--) {
      if (part(k) == PartOfSpeech.VB) {
        return true;
      }
    }
    return false;
  }

  /** "Sank" cannot be the present of "sink". */
  private boolean isPast(int i) {
    return part(i) == PartOfSpeech.VBP
        && lower(i).length() > SHORTEST_PAST
        && INFLECTED.has(tokens, i);
  }

  private static boolean isInflected(String word) {
    String lemma = Lemmas.verb(word);
    return !word.equals(lemma) && VERBS.contains(lemma);
  }

  /** "Police arrested 30 strikers": the only verb, with an object of its own, is no participle. */
  private boolean activePast(int first, int end) {
    for (int i = first + 1; i + 1 < end; i++) {
      PartOfSpeech next = part(i + 1);
      boolean object =
          next == PartOfSpeech.CD
              || next == PartOfSpeech.DT
              || next == PartOfSpeech.PRP$
              || next == PartOfSpeech.PRP;
      if (part(i) == PartOfSpeech.VBN && part(i - 1).isNoun() && object && !hasTime(i)) {
        set(i, PartOfSpeech.VBD);
        return true;
      }
    }
    return false;
  }

  /** "Protesters gather on the steps." */
  private void onlyVerb(int first, int end) {
    for (int i = first + 1; i < end; i++) {
      PartOfSpeech part = part(i);
      if (part != PartOfSpeech.NN && part != PartOfSpeech.NNS && part != PartOfSpeech.JJ
          || !part(i - 1).isNoun()) {
        continue;
      }
      String word = lower(i);
      PartOfSpeech next = i + 1 < end ? part(i + 1) : PartOfSpeech.PUNCTUATION;
      boolean opens =
          next == PartOfSpeech.DT
              || next == PartOfSpeech.IN
              || next == PartOfSpeech.TO
              || next == PartOfSpeech.RP
              || next == PartOfSpeech.PRP$;
      boolean agrees = part(i - 1) == PartOfSpeech.NNS ? VERBS.contains(word) : isThirdPerson(word);
      if (opens && agrees) {
        set(i, part(i - 1) == PartOfSpeech.NNS ? PartOfSpeech.VBP : PartOfSpeech.VBZ);
        return;
      }
    }
  }

  private static boolean isThirdPerson(String word) {
    String lemma = Lemmas.verb(word);
    return !lemma.equals(word) && word.endsWith("s") && VERBS.contains(lemma);
  }

  private PartOfSpeech part(int token) {
    return PARTS[parts[token]];
  }

  private static final PartOfSpeech[] PARTS = PartOfSpeech.values();

  private void set(int token, PartOfSpeech part) {
    parts[token] = (byte) part.ordinal();
  }

  private String lower(int token) {
    return tokens.lower(token);
  }
}

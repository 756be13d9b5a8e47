package dev.annals.annotation;

/** What parts of speech and neighbours say about words that may be of time or not. */
final class TimeContext {

  // how far the verb is looked for, in tokens
  private static final int REACH = 25;

  private final TimeAtoms atoms;
  private final Tags tags;

  TimeContext(TimeAtoms atoms, Tags tags) {
    this.atoms = atoms;
    this.tags = tags;
  }

  PartOfSpeech part(int atom) {
    return tags.part(atoms.token(atom));
  }

  NameLabel label(int atom) {
    return tags.label(atoms.token(atom));
  }

  /** Whether the phrase ends here: no noun follows that the words before would belong to. */
  boolean closes(int atom, int limit) {
    if (atom >= limit) {
      return true;
    }
    PartOfSpeech part = part(atom);
    return !part.isNoun()
        && !part.isAdjective()
        && part != PartOfSpeech.DT
        && part != PartOfSpeech.PRP
        && part != PartOfSpeech.PRP$
        && part != PartOfSpeech.CD
        && part != PartOfSpeech.VBG
        && part != PartOfSpeech.POS;
  }

  boolean isModifier(int atom) {
    return part(atom).isAdjective();
  }

  boolean isPerson(int atom) {
    NameLabel label = label(atom);
    return label == NameLabel.BEGIN_PERSON || label == NameLabel.INSIDE_PERSON;
  }

  /** Whether the word is a part of a longer name: "Sunday Times", "Black Friday Inc". */
  boolean insideName(int atom, int limit) {
    NameLabel label = label(atom);
    if (label == NameLabel.OUTSIDE) {
      return false;
    }
    NameLabel next = atom + 1 < limit ? label(atom + 1) : NameLabel.OUTSIDE;
    return next == NameLabel.INSIDE_ORGANIZATION
        || next == NameLabel.INSIDE_PERSON
        || label == NameLabel.INSIDE_PERSON
        || label == NameLabel.INSIDE_ORGANIZATION;
  }

  /**
   * Where the verb of a time expression points: -1 to the past, +1 to the future, 0 when no verb
   * tells. The verb is the last one before it in its clause, else the first one after.
   */
  int direction(int first, int end, int sentenceFirst, int limit) {
    int token = atoms.token(first);
    int floor = Math.max(atoms.token(sentenceFirst), token - REACH);
    for (int i = token - 1; i >= floor; i--) {
      PartOfSpeech part = tags.part(i);
      if (part.isVerb() || part == PartOfSpeech.MD) {
        return tense(i, floor);
      }
    }
    int last = atoms.token(limit - 1);
    int ceiling = Math.min(last, atoms.token(end - 1) + REACH);
    for (int i = atoms.token(end - 1) + 1; i <= ceiling; i++) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.MD) {
        return 1;
      }
      if (part == PartOfSpeech.VBD) {
        return -1;
      }
      if (part == PartOfSpeech.VBZ || part == PartOfSpeech.VBP) {
        return i + 1 <= ceiling && tags.part(i + 1) == PartOfSpeech.VBN ? -1 : 0;
      }
    }
    return 0;
  }

  private int tense(int verb, int floor) {
    PartOfSpeech part = tags.part(verb);
    if (part == PartOfSpeech.MD) {
      return 1;
    }
    if (part == PartOfSpeech.VBD) {
      return -1;
    }
    if (planned(verb)) {
      return governedByPast(verb, floor) ? -1 : 1;
    }
    for (int i = verb - 1; i >= floor && i > verb - 5; i--) {
      PartOfSpeech before = tags.part(i);
      if (before == PartOfSpeech.MD) {
        return 1;
      }
      if (before == PartOfSpeech.TO) {
        // "gathered to mourn Tuesday" is past, "agreed to meet Tuesday" is not
        return part == PartOfSpeech.VB && !governedByPast(i, floor) ? 1 : 0;
      }
      if (before == PartOfSpeech.VBD) {
        return -1;
      }
      if (before == PartOfSpeech.VBZ || before == PartOfSpeech.VBP) {
        return part == PartOfSpeech.VBN ? -1 : part == PartOfSpeech.VBG && i == verb - 1 ? 1 : 0;
      }
      if (!before.isVerb() && before != PartOfSpeech.RB) {
        break;
      }
    }
    return part == PartOfSpeech.VBN ? -1 : 0;
  }

  /** Whether the words say that something is still to come: "scheduled", "due". */
  private boolean planned(int token) {
    return atoms.isWord(token, TimeWord.PLANNED);
  }

  private boolean governedByPast(int token, int floor) {
    for (int i = token - 1; i >= floor && i > token - 5; i--) {
      if (tags.part(i) == PartOfSpeech.VBD) {
        return !planned(i);
      }
      if (tags.part(i).isVerb() || tags.part(i) == PartOfSpeech.MD) {
        return false;
      }
    }
    return false;
  }
}

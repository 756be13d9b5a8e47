package dev.annals.annotation;

/** What parts of speech and neighbours say about words that may be of time or not. */
final class TimeContext {

  // how far the verb is looked for, in tokens
  private static final int REACH = 30;
  private static final int NO_VERB = 2;
  // tokens from what governs an infinitive to its "to": "is seeking with all its might to"
  private static final int GOVERNING = 9;
  // "neither he nor any of his four sisters could be found"
  private static final int DENIAL = 10;

  private final TimeAtoms atoms;
  private final Tags tags;
  // whether the expression looked at names a month
  private boolean hasMonth;

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
    hasMonth = false;
    for (int i = first; i < end; i++) {
      hasMonth |= atoms.is(i, TimeWord.MONTH) || atoms.is(i, TimeWord.MONTH_SHORT);
    }
    int floor = Math.max(atoms.token(sentenceFirst), token - REACH);
    int before = token - 1;
    if (before >= floor && tags.part(before) == PartOfSpeech.IN) {
      if (atoms.isWord(before, TimeWord.SINCE)) {
        return -1;
      }
      if (atoms.isWord(before, TimeWord.UNTIL)) {
        // "postponed until Tuesday" looks ahead of the telling; "Until Tuesday nobody had …" and
        // "had paid by Tuesday" do not
        boolean by = "BY".equals(atoms.wordValue(before, TimeWord.UNTIL));
        return before(before, floor) == NO_VERB || by && pluperfect(before, floor) ? -1 : 1;
      }
      before--;
    }
    if (end < limit && atoms.is(end, TimeWord.POSSESSIVE)) {
      // "Wednesday's ruling" has been given
      return -1;
    }
    if (before >= floor
        && end < limit
        && "OPEN".equals(atoms.wordValue(before, TimeWord.PLANNED))
        && (atoms.is(end, TimeWord.AS) || atoms.is(end, TimeWord.PURPOSE))) {
      // "set May 5 as the day of the hearing", "set May 5 for the hearing"
      return 1;
    }
    int ceiling = Math.min(atoms.token(limit - 1), atoms.token(end - 1) + REACH);
    // "…, but in March a judge ruled": the clause begins with the time
    boolean opens =
        before < floor
            || tags.part(before) == PartOfSpeech.CC
            || tags.part(before) == PartOfSpeech.PUNCTUATION && !atoms.isBracket(before);
    int ahead = opens ? after(atoms.token(end - 1) + 1, ceiling) : NO_VERB;
    if (ahead != NO_VERB) {
      return ahead;
    }
    int behind = before(before, floor);
    if (behind != NO_VERB) {
      return behind;
    }
    ahead = opens ? NO_VERB : after(atoms.token(end - 1) + 1, ceiling);
    return ahead == NO_VERB ? 0 : ahead;
  }

  private int before(int from, int floor) {
    for (int i = from; i >= floor; i--) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.VBD && i == from && ahead(i)) {
        // "planned Saturday": the day of the planning
        return -1;
      }
      if (i == from && begins(i)) {
        return 1;
      }
      if (part.isVerb() || part == PartOfSpeech.MD || planned(i)) {
        return tense(i, floor);
      }
    }
    return NO_VERB;
  }

  /** Whether the last verb before a token is in the pluperfect: "had filed reports by". */
  private boolean pluperfect(int from, int floor) {
    for (int i = from; i >= floor; i--) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.VBN) {
        return hadBefore(i, floor);
      }
      if (part.isVerb() || part == PartOfSpeech.MD) {
        return false;
      }
    }
    return false;
  }

  /** Whether "had", or "had been", stands before a participle or adjective. */
  private boolean hadBefore(int token, int floor) {
    for (int i = token - 1; i >= floor && i > token - 4; i--) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.VBD) {
        return atoms.isWord(i, TimeWord.HAVE);
      }
      if (part != PartOfSpeech.VBN && part != PartOfSpeech.RB) {
        return false;
      }
    }
    return false;
  }

  /** Whether "could" is denied: "could not be reached", "neither of them could be found". */
  private boolean denied(int could, int floor) {
    if (!atoms.isWord(could, TimeWord.COULD)) {
      return false;
    }
    if (atoms.isWord(could + 1, TimeWord.NOT)) {
      return true;
    }
    for (int i = could - 1; i >= floor && i > could - DENIAL; i--) {
      if (atoms.isWord(i, TimeWord.NOT)) {
        return true;
      }
      if (tags.part(i).isVerb()) {
        return false;
      }
    }
    return false;
  }

  private int after(int from, int ceiling) {
    for (int i = from; i <= ceiling; i++) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.MD) {
        return denied(i, from) ? -1 : 1;
      }
      if (part == PartOfSpeech.VBD) {
        return -1;
      }
      if (part == PartOfSpeech.VBZ || part == PartOfSpeech.VBP) {
        return atoms.isWord(i, TimeWord.HAVE) ? -1 : planned(i) ? 1 : 0;
      }
    }
    return NO_VERB;
  }

  private int tense(int verb, int floor) {
    PartOfSpeech part = tags.part(verb);
    if (part == PartOfSpeech.MD) {
      return denied(verb, floor) ? -1 : 1;
    }
    if (part == PartOfSpeech.VBD) {
      return ahead(verb) ? 1 : -1;
    }
    if (scheduled(verb) && hasMonth) {
      return 0; // "as drilling begins. On 19 May …" without its stop
    }
    if (planned(verb)) {
      return governedByPast(verb, floor) || hadBefore(verb, floor) ? -1 : 1;
    }
    for (int i = verb - 1; i >= floor && i > verb - 5; i--) {
      PartOfSpeech before = tags.part(i);
      if (before == PartOfSpeech.MD) {
        return denied(i, floor) ? -1 : 1;
      }
      if (before == PartOfSpeech.TO) {
        // "gathered to mourn Tuesday" is past, "agreed to meet Tuesday" and "is due to be heard
        // Tuesday" are not
        boolean infinitive = tags.part(i + 1) == PartOfSpeech.VB || part == PartOfSpeech.VB;
        return infinitive && governedByPlan(i, floor) ? 1 : 0;
      }
      if (before == PartOfSpeech.VBD) {
        return -1;
      }
      if (before == PartOfSpeech.VBZ || before == PartOfSpeech.VBP) {
        if (part == PartOfSpeech.VBN) {
          return atoms.isWord(i, TimeWord.HAVE) ? -1 : 0;
        }
        return part == PartOfSpeech.VBG && i == verb - 1 ? 1 : 0;
      }
      if (!before.isVerb() && before != PartOfSpeech.RB) {
        break;
      }
    }
    return part == PartOfSpeech.VBN ? -1 : 0;
  }

  /** "Opens on Friday", "talks begin Monday": the present of what stands in a timetable. */
  private boolean scheduled(int token) {
    PartOfSpeech part = tags.part(token);
    return (part == PartOfSpeech.VBZ || part == PartOfSpeech.VBP)
        && "TABLE".equals(atoms.wordValue(token, TimeWord.PLANNED));
  }

  /** Whether the words say that something is still to come: "scheduled", "due". */
  private boolean planned(int token) {
    String plan = atoms.wordValue(token, TimeWord.PLANNED);
    if (plan == null || plan.equals("START")) {
      return false;
    }
    if (plan.equals("TABLE")) {
      return scheduled(token);
    }
    if (plan.equals("OPEN") && !opensPlan(token + 1)) {
      // a record is set on a day, a deadline is set for one
      return false;
    }
    // "as planned Saturday" tells what was done
    return !atoms.isWord(token - 1, TimeWord.AS)
        && !(tags.part(Math.max(0, token - 1)) == PartOfSpeech.RB
            && atoms.isWord(token - 2, TimeWord.AS));
  }

  private boolean opensPlan(int token) {
    return atoms.isWord(token, TimeWord.TO) || atoms.isWord(token, TimeWord.PURPOSE);
  }

  /** Whether a word says from when something holds: "effective Feb. 1". */
  private boolean begins(int token) {
    return "START".equals(atoms.wordValue(token, TimeWord.PLANNED));
  }

  /** Whether the verb points ahead even in the past tense: "planned a rally on Saturday". */
  private boolean ahead(int token) {
    return planned(token) && "AHEAD".equals(atoms.wordValue(token, TimeWord.PLANNED));
  }

  /**
   * Whether what governs an infinitive looks ahead: "is ready to", "agreed to", "will travel to".
   */
  private boolean governedByPlan(int to, int floor) {
    for (int i = to - 1; i >= floor && i > to - GOVERNING; i--) {
      PartOfSpeech part = tags.part(i);
      if (planned(i)) {
        boolean then =
            part == PartOfSpeech.VBG && i > floor && tags.part(i - 1) == PartOfSpeech.VBD;
        return !then && !hadBefore(i, floor); // "were preparing to sail on Thursday"
      }
      if (part == PartOfSpeech.MD || i == to - 1 && part.isAdjective()) {
        return true;
      }
      if (part.isVerb()) {
        return part == PartOfSpeech.VBZ
            || part == PartOfSpeech.VBP
            || part == PartOfSpeech.VBG && isUnderWay(i, floor);
      }
    }
    return false;
  }

  /** "Is seeking", "are now trying". */
  private boolean isUnderWay(int participle, int floor) {
    int before = participle - 1;
    while (before > floor && tags.part(before) == PartOfSpeech.RB) {
      before--;
    }
    return before >= floor
        && (tags.part(before) == PartOfSpeech.VBZ || tags.part(before) == PartOfSpeech.VBP);
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

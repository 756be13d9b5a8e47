package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.article.Role;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.Set;

/**
 * Tells the clauses that tell a change of state of one thing from those that only speak of one:
 * wishes, questions, habits, conditions, deeds that are named and not told.
 */
final class ChangeScreen {

  private static final Set<String> WISHES =
      Set.copyOf(TextResources.lines(ChangeScreen.class, "wishes.en.txt"));
  // tokens from a wish to the verb of what is wished
  private static final int WISH_REACH = 7;

  /** Words before a noun that say that no one thing is meant: "no bill", "many homes". */
  private static final Set<String> UNCOUNTED =
      Set.copyOf(TextResources.lines(ChangeScreen.class, "uncounted.en.txt"));

  /** Verbs that with their particle are another verb: "end up". */
  private static final Set<String> IDIOMS =
      Set.copyOf(TextResources.lines(ChangeScreen.class, "state-idioms.en.txt"));

  /** Nouns before which a person is who undergoes: "her dismissal", but not "his suspension of". */
  private static final Set<String> UNDERGONE =
      Set.copyOf(TextResources.lines(ChangeScreen.class, "undergone-nouns.en.txt"));

  /** Verbs that say how something is, in the present too: "remains closed". */
  private static final Set<String> LASTING =
      Set.copyOf(TextResources.lines(ChangeScreen.class, "lasting-verbs.en.txt"));

  /** Verbs that change the state of a place only when many do it: "entered the hall". */
  private static final Set<String> OF_CROWDS =
      Set.copyOf(TextResources.lines(ChangeScreen.class, "crowd-verbs.en.txt"));

  /** Verbs by which another deed begins: "began to count". */
  private static final Set<String> OPENING =
      Set.copyOf(TextResources.lines(ChangeScreen.class, "opening-verbs.en.txt"));

  /** Words before an infinitive that say what for: "in order to". */
  private static final Set<String> AIMS =
      Set.copyOf(TextResources.lines(ChangeScreen.class, "aim-words.en.txt"));

  private static final Set<String> CROWDS = Set.of("crowd", "forces");

  /** Classes of those who do things themselves. */
  private static final Set<String> AGENTS = Set.of("person", "office", "organization");

  private final Narration narration;
  private final Tokens tokens;
  private final Tags tags;

  ChangeScreen(Narration narration) {
    this.narration = narration;
    this.tokens = narration.tokens;
    this.tags = narration.tags;
  }

  /** Whether a clause tells what became, or is to become, of something. */
  boolean tells(Clause clause) {
    return !isWished(clause)
        && !isNoun(clause)
        && !isHabit(clause)
        && !isSupposed(clause)
        && !isIdiom(clause)
        && !isAim(clause)
        && !isOpening(clause)
        && !isAdvice(clause)
        && !isVisit(clause)
        && !asks(clause.sentence())
        && isLeft(clause);
  }

  /** Whether a phrase names one thing, or the many of one body: not "no bill", "many homes". */
  boolean isOneThing(Phrase phrase) {
    return !UNCOUNTED.contains(narration.word(phrase.first()));
  }

  /**
   * Whether things of a kind are meant, and not those of the story: "forced schools to close". Told
   * as done, or with its day, the kind is all of them: "Schools were shut in March".
   */
  boolean isAnyOfAKind(Phrase phrase, Clause clause, Modality modality) {
    PartOfSpeech head = tags.part(phrase.head());
    if (head != PartOfSpeech.NNS && head != PartOfSpeech.NN || !isBare(phrase)) {
      return false;
    }
    Role role = narration.role(clause.verb());
    if (!role.isBody() || role == Role.HEADING) {
      return false;
    }
    if (head == PartOfSpeech.NNS
        && clause.quoted()
        && !"stated".equals(narration.days.rule(clause.verb()))) {
      return true;
    }
    if (modality == Modality.ASSERTED || modality == Modality.ENDED) {
      PartOfSpeech part = tags.part(clause.first());
      boolean told =
          part == PartOfSpeech.VBD
              || clause.participle() && !clause.passive()
              || isPerfect(clause.first(), clause.verb());
      return !told && !LASTING.contains(clause.lemma());
    }
    return !"stated".equals(narration.days.rule(clause.verb()));
  }

  /** Whether nothing says which of a kind is meant: no article, owner, number or name. */
  boolean isBare(Phrase phrase) {
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.DT
          || part == PartOfSpeech.PRP$
          || part == PartOfSpeech.POS
          || part == PartOfSpeech.CD
          || part.isProperNoun() && (i > phrase.first() || i < phrase.head())) {
        return false;
      }
    }
    return narration.things.mention(phrase.head()) == null
        && narration.word(phrase.head()).charAt(0) != '@';
  }

  /** "In order to get a bill passed": told no more than what leaves it so. */
  private boolean isLeft(Clause clause) {
    Clause governor = narration.leaving(clause);
    return governor == null
        || !isWished(governor)
            && !isAim(governor)
            && !isSupposed(governor)
            && (!governor.infinitive() || narration.modalities.isLedTo(governor));
  }

  /** "The votes began pouring in": what began is another deed. */
  private boolean isOpening(Clause clause) {
    if (!OPENING.contains(clause.lemma())) {
      return false;
    }
    int next = clause.verb() + 1;
    return next < tokens.size()
        && tokens.sentence(next) == clause.sentence()
        && (tags.part(next) == PartOfSpeech.VBG || tags.part(next) == PartOfSpeech.TO);
  }

  /** "The judge should be impeached": what somebody thinks; "should reopen on Monday" is a plan. */
  private boolean isAdvice(Clause clause) {
    return clause.modal() != null
        && Connectives.isAdvice(clause.modal())
        && clause.marker() == null
        && (clause.passive()
            || clause.quoted()
            || !"stated".equals(narration.days.rule(clause.verb())));
  }

  /** "The governor's suspension of the council": who did it stands before the noun. */
  boolean isAgent(Phrase phrase, int noun, String track) {
    return phrase.last() < noun
        && AGENTS.contains(track)
        && !UNDERGONE.contains(Lemmas.noun(narration.word(noun)));
  }

  /** Whether a sentence is a question. */
  boolean asks(int sentence) {
    return tokens.is(tokens.sentenceEnd(sentence) - 1, "?");
  }

  /**
   * "Accused of closing the road", "asked whether closing it was wise", "the closing of the road":
   * the deed is named, and not told.
   */
  private boolean isNoun(Clause clause) {
    if (!clause.participle() || tags.part(clause.first()) != PartOfSpeech.VBG) {
      return false;
    }
    if (clause.first() < clause.verb() && clause.passive()) {
      return true; // "as limiting as schools being closed"
    }
    int before = clause.first() - 1;
    int first = tokens.sentenceFirst(clause.sentence());
    if (before > first + 1
        && tags.part(before) == PartOfSpeech.CC
        && tags.part(before - 1) == PartOfSpeech.VBG) {
      before -= 2; // "of closing and selling the hall"
    }
    if (before < first) {
      return false;
    }
    PartOfSpeech part = tags.part(before);
    return part == PartOfSpeech.DT
        || part == PartOfSpeech.PRP$
        || part == PartOfSpeech.POS
        || part == PartOfSpeech.TO
        || part == PartOfSpeech.IN && (!narration.modalities.isFactual(before) || isAbout(before));
  }

  /** "A vote on closing the road", but not "on Monday, after closing the road". */
  private boolean isAbout(int preposition) {
    return preposition > 0
        && tags.part(preposition - 1).isNoun()
        && !Connectives.isOccasion(narration.word(preposition));
  }

  /** "Urged her to sign", "calls to close", "hoped that it would reopen": nobody did or will. */
  private boolean isWished(Clause clause) {
    int before = clause.first() - 1;
    if (before < 0 || tokens.sentence(before) != clause.sentence()) {
      return false;
    }
    if (clause.infinitive()) {
      String word = narration.word(before);
      if (WISHES.contains(Lemmas.noun(word)) || WISHES.contains(Lemmas.verb(word))) {
        return true;
      }
      if (clause.governor() < 0) {
        return false;
      }
      Clause governor = narration.clauses.get(clause.governor());
      Phrase what = governor.object(); // "put pressure on governors to open the schools"
      return WISHES.contains(governor.lemma())
          || what != null && WISHES.contains(Lemmas.noun(narration.word(what.head())));
    }
    if (clause.modal() != null) {
      for (int i = before; i >= 0 && i > before - WISH_REACH; i--) {
        if (tokens.sentence(i) != clause.sentence()) {
          return false;
        }
        if (tags.part(i).isVerb()) {
          return WISHES.contains(Lemmas.verb(narration.word(i)));
        }
      }
    }
    return false;
  }

  /** "Called for her resignation": nobody resigned. */
  boolean isWishedNoun(int token) {
    int floor = Math.max(tokens.sentenceFirst(tokens.sentence(token)), token - WISH_REACH);
    for (int i = token - 1; i >= floor; i--) {
      String word = narration.word(i);
      if (tags.part(i).isVerb()) {
        return WISHES.contains(Lemmas.verb(word));
      }
      if (tags.part(i).isNoun() && WISHES.contains(Lemmas.noun(word))) {
        return true;
      }
    }
    return false;
  }

  /** "The fence that surrounds the hall", "the mayor opens each session": how things are. */
  private boolean isHabit(Clause clause) {
    PartOfSpeech part = tags.part(clause.verb());
    Role role = narration.role(clause.verb());
    return (part == PartOfSpeech.VBZ || part == PartOfSpeech.VBP)
        && clause.first() == clause.verb()
        && !clause.passive()
        && !LASTING.contains(clause.lemma())
        && role.isBody()
        && role != Role.HEADING
        && (clause.quoted() || !"stated".equals(narration.days.rule(clause.verb())));
  }

  /** "Whether the bill is signed", "before a session begins", "should have been closed". */
  private boolean isSupposed(Clause clause) {
    String marker = clause.marker();
    if (marker != null && marker.equals(Connectives.WHETHER)) {
      return true;
    }
    boolean stated = "stated".equals(narration.days.rule(clause.verb()));
    if (marker != null
        && (Connectives.isUpcoming(marker) || Connectives.isOccasion(marker))
        && !stated) {
      PartOfSpeech part = tags.part(clause.first());
      if (part == PartOfSpeech.VBZ || part == PartOfSpeech.VBP) {
        return true;
      }
    }
    return clause.modal() != null
        && (isPerfect(clause.first() + 1, clause.verb())
            || narration.modalities.isMerelyPossible(clause));
  }

  /** "Should have been closed": it was not. */
  private boolean isPerfect(int from, int verb) {
    for (int i = from; i < verb; i++) {
      if (Lemmas.verb(narration.word(i)).equals(Connectives.HAVE)) {
        return true;
      }
    }
    return false;
  }

  /** "A caller entered the hall": no state of the hall. */
  private boolean isVisit(Clause clause) {
    if (!OF_CROWDS.contains(clause.lemma())) {
      return false;
    }
    if (clause.passive()) {
      return false;
    }
    Phrase who = clause.subject();
    return who == null
        || narration.things.classesOf(who.head()).stream().noneMatch(CROWDS::contains);
  }

  private boolean isIdiom(Clause clause) {
    int next = clause.verb() + 1;
    return next < tokens.size() && IDIOMS.contains(clause.lemma() + ' ' + narration.word(next));
  }

  /**
   * "Has the power to close it", "would let a court reopen it": an infinitive that no plan or deed
   * leads to. One with a day of its own is a plan.
   */
  private boolean isAim(Clause clause) {
    if (!clause.infinitive() || clause.modal() != null) {
      return false;
    }
    int before = clause.first() - 1;
    if (before > tokens.sentenceFirst(clause.sentence())
        && AIMS.contains(narration.word(before - 1) + ' ' + narration.word(before))) {
      return true;
    }
    return !narration.modalities.isLedTo(clause)
        && !"stated".equals(narration.days.rule(clause.verb()));
  }
}

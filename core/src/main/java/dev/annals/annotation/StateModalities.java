package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.Set;

/**
 * How a state is put, where the words around its clause say more than the clause: "denied that the
 * bridge had been closed", "should a deal be reached", "no plans to close it", "an order to
 * withdraw".
 */
final class StateModalities {

  /** Verbs by which a state is denied. */
  private static final Set<String> DENYING =
      Set.copyOf(TextResources.lines(StateModalities.class, "denying-verbs.en.txt"));

  /** Verbs by which it is denied when a report of it follows: "dismissed rumours that". */
  private static final Set<String> DISMISSING =
      Set.copyOf(TextResources.lines(StateModalities.class, "dismissing-verbs.en.txt"));

  private static final Set<String> REPORTS =
      Set.copyOf(TextResources.lines(StateModalities.class, "report-nouns.en.txt"));
  private static final Set<String> FALSE =
      Set.copyOf(TextResources.lines(StateModalities.class, "false-adjectives.en.txt"));

  private static final Set<String> JUDGING =
      Set.copyOf(TextResources.lines(StateModalities.class, "judging-adverbs.en.txt"));

  /** Words that open a condition before their subject: "should a deal be reached". */
  private static final Set<String> INVERTED =
      Set.copyOf(TextResources.lines(StateModalities.class, "inverted-conditions.en.txt"));

  // tokens between a denial and the clause that it denies: "reports in the press that"
  private static final int REACH = 8;

  private final Narration narration;
  private final Tokens tokens;
  private final Tags tags;

  StateModalities(Narration narration) {
    this.narration = narration;
    this.tokens = narration.tokens;
    this.tags = narration.tags;
  }

  /** How the state that a clause tells is put. */
  Modality of(Clause clause) {
    Modality modality = plain(clause);
    if (isDenied(clause) && !isJudged(clause) || isUnplanned(clause)) {
      return modality == Modality.DENIED ? Modality.ASSERTED : Modality.DENIED;
    }
    return modality != Modality.DENIED && isInverted(clause) ? Modality.CONDITIONAL : modality;
  }

  private Modality plain(Clause clause) {
    Clause leaving = narration.leaving(clause);
    if (leaving != null) {
      return narration.modalities.of(leaving);
    }
    int before = clause.first() - 1;
    boolean order =
        clause.infinitive()
            && before >= tokens.sentenceFirst(clause.sentence())
            && tags.part(before).isNoun()
            && narration.modalities.leadingTo(before) == Modality.ASSERTED;
    if (order) {
      return Modality.PLANNED; // "an order to withdraw"
    }
    return narration.modalities.of(clause);
  }

  /** "Should a new contract be signed": a condition without an "if". */
  private boolean isInverted(Clause clause) {
    int first = tokens.sentenceFirst(clause.sentence());
    return clause.first() > first
        && clause.first() - first < 2 * REACH
        && INVERTED.contains(tokens.lower(first))
        && (tags.part(clause.verb()) == PartOfSpeech.VB || clause.passive())
        && !tokens.is(tokens.sentenceEnd(clause.sentence()) - 1, "?");
  }

  /** "Has no plans to close the bridge". */
  private boolean isUnplanned(Clause clause) {
    int before = clause.first() - 1;
    int first = tokens.sentenceFirst(clause.sentence());
    return clause.infinitive()
        && before > first
        && tags.part(before).isNoun()
        && (Connectives.isNegation(tokens.lower(before - 1))
            || before - 2 >= first && Connectives.isNegation(tokens.lower(before - 2)));
  }

  /** "Denied that …", "denied closing …", "false reports that …", "ruled out closing …". */
  private boolean isDenied(Clause clause) {
    int floor = tokens.sentenceFirst(clause.sentence());
    Phrase subject = clause.subject();
    boolean finite = !clause.participle() && !clause.infinitive();
    int from =
        finite && subject != null && subject.last() < clause.first()
            ? subject.first()
            : clause.first();
    int i = from - 1;
    boolean that = false;
    if (i >= floor && Connectives.isComplementizer(tokens.lower(i))) {
      that = true;
      i--;
    }
    boolean gerund = clause.participle() && tags.part(clause.first()) == PartOfSpeech.VBG;
    if (!that && !gerund && !finite) {
      return false;
    }
    boolean report = false;
    int stop = Math.max(floor, i - REACH);
    for (; i >= stop; i--) {
      PartOfSpeech part = tags.part(i);
      String word = tokens.lower(i);
      if (part.isVerb()) {
        String lemma = Lemmas.verb(word);
        return isNotNegated(i, floor)
            && (DENYING.contains(lemma)
                || DENYING.contains(lemma + ' ' + tokens.lower(i + 1))
                || report && DISMISSING.contains(lemma));
      }
      if (FALSE.contains(word) && report) {
        return true;
      }
      report |= REPORTS.contains(Lemmas.noun(word));
      if (gerund && part == PartOfSpeech.RP) {
        continue; // "ruled out closing"
      }
      if (!part.isNoun()
          && !part.isAdjective()
          && part != PartOfSpeech.DT
          && part != PartOfSpeech.CD
          && part != PartOfSpeech.PRP$
          && part != PartOfSpeech.POS
          && part != PartOfSpeech.IN
          && part != PartOfSpeech.RB) {
        return false;
      }
      if (part == PartOfSpeech.IN && !report && !that) {
        return false;
      }
    }
    return false;
  }

  /** "Rejected claims that the hotel was stormed too late": it was stormed. */
  private boolean isJudged(Clause clause) {
    int next = clause.verb() + 1;
    return next < tokens.size()
        && tokens.sentence(next) == clause.sentence()
        && JUDGING.contains(tokens.lower(next));
  }

  /** "Has not denied", "did not rule out". */
  private boolean isNotNegated(int verb, int floor) {
    for (int i = verb - 1; i >= floor && i > verb - 3; i--) {
      if (Connectives.isNegation(tokens.lower(i))) {
        return false;
      }
    }
    return true;
  }
}

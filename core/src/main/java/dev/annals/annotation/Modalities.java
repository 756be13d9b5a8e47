package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a clause is put as fact, plan, condition, denial or end. */
final class Modalities {

  private static final Map<String, Modality> CONTROL = control();
  private static final Set<String> CONSEQUENCES =
      Set.copyOf(TextResources.lines(Modalities.class, "consequence-verbs.en.txt"));

  private static final Set<String> FACTUAL =
      Set.copyOf(TextResources.lines(Modalities.class, "factual-prepositions.en.txt"));

  private static final Set<String> MAY =
      Set.copyOf(TextResources.lines(Modalities.class, "permitting-modals.en.txt"));

  /** Verbs whose infinitive says what is to be done: "met to count the votes". */
  private static final Set<String> PURPOSES =
      Set.copyOf(TextResources.lines(Modalities.class, "purpose-verbs.en.txt"));

  private final Tokens tokens;
  private final Tags tags;
  private final List<Clause> clauses;
  private final Set<Integer> conditionalSentences = new HashSet<>();

  Modalities(Tokens tokens, Tags tags, List<Clause> clauses) {
    this.tokens = tokens;
    this.tags = tags;
    this.clauses = clauses;
    for (Clause clause : clauses) {
      if (clause.marker() != null && Connectives.isCondition(clause.marker())) {
        conditionalSentences.add(clause.sentence());
      }
    }
  }

  private static Map<String, Modality> control() {
    var control = new HashMap<String, Modality>();
    for (String line : TextResources.lines(Modalities.class, "control-verbs.en.txt")) {
      int blank = line.indexOf(' ');
      control.put(
          line.substring(0, blank),
          Modality.valueOf(line.substring(blank + 1).toUpperCase(Locale.ROOT)));
    }
    return Map.copyOf(control);
  }

  /** How the clause is put. */
  Modality of(Clause clause) {
    return of(clause, 0);
  }

  private Modality of(Clause clause, int depth) {
    if (clause.marker() != null && Connectives.isCondition(clause.marker())) {
      return Modality.CONDITIONAL;
    }
    if (clause.negated() && !isPermission(clause)) {
      return isNoLonger(clause) ? Modality.ENDED : Modality.DENIED;
    }
    if (clause.modal() != null) {
      boolean planned =
          Connectives.isNecessity(clause.modal())
              || Connectives.isIntention(clause.modal())
                  && !conditionalSentences.contains(clause.sentence());
      return planned ? Modality.PLANNED : Modality.CONDITIONAL;
    }
    if (clause.infinitive()) {
      return infinitive(clause, depth);
    }
    if (isAhead(clause)) {
      return Modality.PLANNED;
    }
    if (clause.participle() && clause.governor() < 0 && !clause.passive() && depth == 0) {
      // "Closing the bridge would …"
      return isInserted(clause) ? Modality.ASSERTED : Modality.PLANNED;
    }
    if (clause.participle() && clause.governor() >= 0 && depth < 4 && !clause.passive()) {
      return participle(clause, depth);
    }
    return Modality.ASSERTED;
  }

  /** "They cannot own land": no fact is denied, as it is by "they did not come". */
  private static boolean isPermission(Clause clause) {
    return clause.modal() != null && MAY.contains(clause.modal());
  }

  /** "Before the council adjourns": the present after a word of time is still to come. */
  private boolean isAhead(Clause clause) {
    PartOfSpeech part = tags.part(clause.first());
    return clause.marker() != null
        && Connectives.isUpcoming(clause.marker())
        && (part == PartOfSpeech.VBZ || part == PartOfSpeech.VBP);
  }

  private Modality infinitive(Clause clause, int depth) {
    int before = clause.first() - 1;
    Modality stated = before >= 0 ? CONTROL.get(lemma(before)) : null;
    if (clause.governor() < 0 || depth >= 4) {
      return stated == null ? Modality.PLANNED : stated;
    }
    Clause governor = clauses.get(clause.governor());
    if (governor.lemma().equals(Connectives.HAVE)
        && tags.part(governor.verb()) == PartOfSpeech.VBD) {
      return of(governor, depth + 1); // "had to apologise" is done
    }
    if (stated == null) {
      stated = CONTROL.get(governor.lemma());
      if (governor.passive() && governor.infinitive()) {
        stated = Modality.PLANNED;
      }
    }
    if (stated == Modality.ASSERTED) {
      Modality outer = of(governor, depth + 1);
      return outer == Modality.ENDED ? Modality.ASSERTED : outer;
    }
    return stated == null ? Modality.PLANNED : stated;
  }

  /** "The vote might be postponed": no plan, and no consequence of anything. */
  boolean isMerelyPossible(Clause clause) {
    return isPermission(clause) && !conditionalSentences.contains(clause.sentence());
  }

  /** Whether a verb or adjective that says how it is put leads to an infinitive. */
  boolean isLedTo(Clause clause) {
    int before = clause.first() - 1;
    if (before < 0) {
      return false;
    }
    if (CONTROL.containsKey(lemma(before)) || PURPOSES.contains(lemma(before))) {
      return true;
    }
    if (clause.governor() < 0) {
      return false;
    }
    Clause governor = clauses.get(clause.governor());
    return CONTROL.containsKey(governor.lemma())
        || PURPOSES.contains(governor.lemma())
        || governor.lemma().equals(Connectives.HAVE) && governor.verb() == before
        || tokens.lower(governor.verb()).equals(governor.lemma())
            && Connectives.isBe(tokens.lower(governor.verb()));
  }

  /** How a word says that the infinitive after it is put, or null. */
  @Nullable Modality leadingTo(int token) {
    return CONTROL.get(lemma(token));
  }

  private boolean isInserted(Clause clause) {
    int before = clause.first() - 1;
    return before >= 0
        && tokens.sentence(before) == clause.sentence()
        && (tags.part(before).isNoun() || tags.part(before) == PartOfSpeech.PUNCTUATION);
  }

  /**
   * A participle is put as its governor is: "derailing the talks" after a fact is a fact. One that
   * stands for a noun is a fact only after "after" and the like: "accused of closing the bridge".
   */
  private Modality participle(Clause clause, int depth) {
    Clause governor = clauses.get(clause.governor());
    int before = clause.first() - 1;
    if (before >= 0 && tags.part(before) == PartOfSpeech.IN) {
      String word = tokens.lower(before);
      if (!FACTUAL.contains(word)) {
        return Modality.PLANNED;
      }
    }
    if (governor.verb() == before && CONTROL.get(governor.lemma()) != Modality.ASSERTED) {
      return CONTROL.getOrDefault(governor.lemma(), Modality.PLANNED);
    }
    Modality outer = of(governor, depth + 1);
    return outer == Modality.DENIED || outer == Modality.ENDED ? Modality.ASSERTED : outer;
  }

  /** Whether a preposition before a participle makes it a fact: "after closing the road". */
  boolean isFactual(int preposition) {
    return FACTUAL.contains(tokens.lower(preposition));
  }

  /** How something is put that is named by a noun near this verb: "will result in suspension". */
  Modality ofNoun(Clause clause, int noun) {
    Modality modality = of(clause);
    boolean inPhrase = noun > clause.verb();
    if (!inPhrase || modality == Modality.DENIED) {
      return inPhrase && clause.object() != null ? modality : Modality.ASSERTED;
    }
    if (isConsequence(clause) && modality != Modality.ASSERTED) {
      return Modality.CONDITIONAL;
    }
    Modality control = CONTROL.get(clause.lemma());
    return control == null || control == Modality.ASSERTED || modality != Modality.ASSERTED
        ? modality
        : control;
  }

  private boolean isConsequence(Clause clause) {
    if (CONSEQUENCES.contains(clause.lemma())) {
      return true;
    }
    return !clause.after().isEmpty()
        && CONSEQUENCES.contains(
            clause.lemma() + " " + tokens.lower(clause.after().get(0).token()));
  }

  private boolean isNoLonger(Clause clause) {
    for (int i = Math.max(0, clause.first() - 1); i < clause.verb(); i++) {
      if (Connectives.isNoLonger(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private String lemma(int token) {
    return Lemmas.verb(tokens.lower(token));
  }
}

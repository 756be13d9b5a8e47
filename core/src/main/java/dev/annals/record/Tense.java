package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Lemmas;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tense in which an event is told. */
enum Tense {
  /** "Closed", "was closed", "were closing". */
  PAST,
  /** "Has closed": at some time before the report. */
  PERFECT,
  /** "Closes", "is closing": how things are. */
  PRESENT,
  /** Told by a noun, a participle, an infinitive or after a modal. */
  NONE;

  // tokens from the beginning of a sentence to a plan that its first verb leads to
  private static final int LED_REACH = 50;
  // tokens between an auxiliary and its verb
  private static final int PLAN_REACH = 3;

  private static final Map<String, Tense> AUXILIARIES = auxiliaries();

  private static final Set<String> UNCHANGING =
      Set.copyOf(TextResources.lines(Tense.class, "unchanging-verbs.en.txt"));

  private static final Set<String> MODALS =
      Set.copyOf(TextResources.lines(Tense.class, "modals.en.txt"));

  /** After these an infinitive is a plan, whatever their own tense. */
  private static final Set<String> PLANNING =
      Set.copyOf(TextResources.lines(Tense.class, "planning-verbs.en.txt"));

  /** The auxiliary of what was before the past. */
  private static final Set<String> PRIOR =
      Set.copyOf(TextResources.lines(Tense.class, "pluperfect-auxiliaries.en.txt"));

  private static final Set<String> DETERMINERS =
      Set.copyOf(TextResources.lines(Tense.class, "determiners.en.txt"));

  private static Map<String, Tense> auxiliaries() {
    var tenses = new HashMap<String, Tense>();
    for (String line : TextResources.lines(Tense.class, "tense-auxiliaries.en.txt")) {
      int blank = line.indexOf(' ');
      tenses.put(
          line.substring(0, blank), valueOf(line.substring(blank + 1).toUpperCase(Locale.ROOT)));
    }
    return Map.copyOf(tenses);
  }

  /** Whether an event is told with "will", "may" and the like. */
  static boolean isModal(Tokens tokens, Event event) {
    return MODALS.contains(tokens.lower(tokens.at(event.predicate().start())));
  }

  static Tense of(Tokens tokens, Event event) {
    if (event.rule().equals("noun")) {
      return NONE;
    }
    int first = tokens.at(event.predicate().start());
    String word = tokens.lower(first);
    Tense auxiliary = AUXILIARIES.get(word);
    if (auxiliary != null) {
      return auxiliary;
    }
    String lemma = Lemmas.verb(word);
    if (word.endsWith("ing") && !word.equals(lemma)) {
      return NONE;
    }
    return UNCHANGING.contains(word) || Voice.isPast(word) ? PAST : PRESENT;
  }

  /**
   * Whether the first verb of a sentence tells in the past what led to a plan: "said that she would
   * go", but not "wanted to go", and not "would go".
   */
  static boolean isLedToByPast(Tokens tokens, Event event) {
    int predicate = tokens.at(event.predicate().start());
    int first = tokens.sentenceFirst(tokens.sentence(predicate));
    if (predicate - first > LED_REACH) {
      return false;
    }
    for (int i = first; i < predicate; i++) {
      String word = tokens.lower(i);
      boolean verb = !isPossessive(tokens, i);
      Tense auxiliary = verb ? AUXILIARIES.get(word) : null;
      if (verb && MODALS.contains(word) || auxiliary == PRESENT || auxiliary == PERFECT) {
        return false;
      }
      if (auxiliary == PAST) {
        // what somebody "had said" was said before
        return !PRIOR.contains(word) && !isPlan(tokens, i + 1, predicate);
      }
      if (isPastVerb(tokens, first, i)) {
        return !PLANNING.contains(Lemmas.verb(word));
      }
    }
    return false;
  }

  /** "Had planned to", "was not due to". */
  private static boolean isPlan(Tokens tokens, int from, int to) {
    for (int i = from; i < to && i < from + PLAN_REACH; i++) {
      if (PLANNING.contains(Lemmas.verb(tokens.lower(i)))) {
        return true;
      }
    }
    return false;
  }

  /** "Banned", but not "the embattled", "United". */
  private static boolean isPastVerb(Tokens tokens, int first, int token) {
    String word = tokens.lower(token);
    return token > first
        && !Character.isUpperCase(tokens.first(token))
        && (UNCHANGING.contains(word) || Voice.isPast(word))
        && !DETERMINERS.contains(tokens.lower(token - 1));
  }

  /**
   * Whether a sentence says how things are before it comes to an event: "is under fire since the
   * council closed the bridge".
   */
  static boolean isFramedByPresent(Tokens tokens, Event event, BitSet quoted) {
    int predicate = tokens.at(event.predicate().start());
    for (int i = tokens.sentenceFirst(tokens.sentence(predicate)); i < predicate; i++) {
      Tense tense = quoted.get(i) ? null : AUXILIARIES.get(tokens.lower(i));
      if (tense == PRESENT && !isPossessive(tokens, i) || tense == PERFECT) {
        return true;
      }
    }
    return false;
  }

  /** "Monday's": the same letters as in "it's". */
  private static boolean isPossessive(Tokens tokens, int token) {
    return !Character.isLetter(tokens.first(token));
  }
}

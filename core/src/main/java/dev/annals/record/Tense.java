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

  private static final Map<String, Tense> AUXILIARIES = auxiliaries();

  private static final Set<String> UNCHANGING =
      Set.copyOf(TextResources.lines(Tense.class, "unchanging-verbs.en.txt"));

  private static final Set<String> MODALS =
      Set.copyOf(TextResources.lines(Tense.class, "modals.en.txt"));

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

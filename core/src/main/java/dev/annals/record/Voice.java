package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Lemmas;
import dev.annals.article.Role;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** In whose voice a sentence is, of which time, and whether it is one at all. */
final class Voice {

  private static final Set<String> PERFECT =
      Set.copyOf(TextResources.lines(Voice.class, "perfect-auxiliaries.en.txt"));

  private static final Set<String> PASSIVE =
      Set.copyOf(TextResources.lines(Voice.class, "passive-participles.en.txt"));

  // "has not yet been": tokens between the auxiliary and the verb
  private static final int PERFECT_REACH = 3;

  private static final Set<String> SAYING =
      Set.copyOf(TextResources.lines(Voice.class, "saying-verbs.en.txt"));

  /** Verbs whose past is their present: "put". */
  private static final Set<String> UNCHANGING =
      Set.copyOf(TextResources.lines(Voice.class, "unchanging-verbs.en.txt"));

  /** What pages put into texts. */
  private static final List<String> PAGE_MARKS =
      TextResources.lines(Voice.class, "page-marks.en.txt");

  // characters between two words of a sentence
  private static final int LONGEST_GAP = 20;

  // share of a sentence in quotation marks from which it is a quote and tells nothing itself
  private static final double QUOTED = 0.4;

  private static final int LONGEST_LABEL = 5;

  private static final Set<String> BACK =
      Set.copyOf(TextResources.lines(Voice.class, "looking-back-openings.en.txt"));
  private static final Set<String> ADVERBS =
      Set.copyOf(TextResources.lines(Voice.class, "opening-adverbs.en.txt"));

  private Voice() {}

  /** Whether a sentence opens with another time than that of its report: "before the election". */
  static boolean looksBack(Tokens tokens, int sentence) {
    int first = tokens.sentenceFirst(sentence);
    int end = tokens.sentenceEnd(sentence);
    while (first < end - 1
        && (ADVERBS.contains(tokens.lower(first))
            || !Character.isLetterOrDigit(tokens.first(first)))) {
      first++;
    }
    return BACK.contains(tokens.lower(first));
  }

  /** "Lets police seize", "employ forty people": how things are. */
  static boolean isHabit(Tokens tokens, Event main) {
    String verb = tokens.lower(tokens.at(main.predicate().end() - 1));
    String lemma = Lemmas.verb(verb);
    return !main.rule().equals("noun")
        && !SAYING.contains(lemma)
        && (verb.equals(lemma)
            ? !UNCHANGING.contains(verb)
            : verb.equals(lemma + "s") || verb.equals(lemma + "es"));
  }

  /** "Okoro told the council": what was said is news where it is told who said it. */
  static boolean isSaying(Event main) {
    return !main.rule().equals("noun") && !main.background() && SAYING.contains(main.lemma());
  }

  /** "Said", "reopened". */
  static boolean isPast(String verb) {
    return !verb.endsWith("s") && !verb.endsWith("ing") && !Lemmas.verb(verb).equals(verb);
  }

  /**
   * Whether a sentence after the lead says that its time is another one, and not which: "has
   * faced", "initially". That something "has been locked" is news.
   */
  static boolean isLoose(Tokens tokens, int sentence, Event main, BitSet quoted) {
    int first = tokens.sentenceFirst(sentence);
    int predicate = tokens.at(main.predicate().end() - 1);
    for (int i = first; i < tokens.sentenceEnd(sentence); i++) {
      boolean perfect =
          i < predicate && i >= predicate - PERFECT_REACH && isPerfect(tokens, i, predicate);
      if (!quoted.get(i) && (perfect || StoryWord.of(tokens, i).loose())) {
        return true;
      }
    }
    return false;
  }

  /** "has faced"; "has been locked" is news, and of the day that it is told. */
  private static boolean isPerfect(Tokens tokens, int have, int predicate) {
    if (!PERFECT.contains(tokens.lower(have))) {
      return false;
    }
    for (int i = have + 1; i < predicate; i++) {
      if (PASSIVE.contains(tokens.lower(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a sentence reports, in a writer's voice that tells of others: one that ends as a
   * sentence does, asks nothing and says neither "we" nor "you".
   *
   * @param said whether it tells that somebody said something, and may so begin with his words
   */
  static boolean reports(Tokens tokens, int sentence, Role role, BitSet quoted, boolean said) {
    int first = tokens.sentenceFirst(sentence);
    int last = tokens.sentenceEnd(sentence) - 1;
    while (last > first
        && !Character.isLetterOrDigit(tokens.first(last))
        && isClosing(tokens, last)) {
      last--;
    }
    char end = tokens.first(last);
    if (isInterrupted(tokens, first, last)
        || !said && (quoted.get(first) || quoted.get(Math.min(first + 1, last)))
        || isLabelled(tokens, first)) {
      return false; // somebody speaks, or the editors do
    }
    if (role.isBody() && Character.isLetterOrDigit(end) && !tokens.word(last).endsWith(".")
        || end == '?'
        || end == ':') {
      return false;
    }
    for (int i = first; i <= last; i++) {
      if (!quoted.get(i) && StoryWord.of(tokens, i).personal()) {
        return false;
      }
    }
    return true;
  }

  /** "Hide Caption 4 of 9 …", or other headlines in its middle: words of the page stand in it. */
  private static boolean isInterrupted(Tokens tokens, int first, int last) {
    for (int i = first; i < last; i++) {
      if (tokens.start(i + 1) - tokens.end(i) > LONGEST_GAP) {
        return true;
      }
    }
    String sentence = tokens.span(first, last).of(tokens.text());
    for (String mark : PAGE_MARKS) {
      if (sentence.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  /** "CORRECTION: …", "WATCH: …". */
  private static boolean isLabelled(Tokens tokens, int first) {
    int end = Math.min(tokens.size(), first + LONGEST_LABEL);
    for (int i = first; i < end; i++) {
      if (tokens.is(i, ":")) {
        return i > first;
      }
      String word = tokens.word(i);
      if (!word.equals(word.toUpperCase(Locale.ROOT)) || word.length() < 2) {
        return false;
      }
    }
    return false;
  }

  private static boolean isClosing(Tokens tokens, int token) {
    char c = tokens.first(token);
    return c == '"' || c == '”' || c == '’' || c == '\'' || c == ')' || c == ']' || c == '»';
  }

  static int words(Tokens tokens, int sentence) {
    int words = 0;
    for (int i = tokens.sentenceFirst(sentence); i < tokens.sentenceEnd(sentence); i++) {
      if (Character.isLetterOrDigit(tokens.first(i))) {
        words++;
      }
    }
    return words;
  }

  static boolean isQuoted(Tokens tokens, int sentence, BitSet quoted) {
    int first = tokens.sentenceFirst(sentence);
    int end = tokens.sentenceEnd(sentence);
    return quoted.get(first, end).cardinality() >= (end - first) * QUOTED;
  }
}

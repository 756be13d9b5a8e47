package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.annotation.NumberReader.Reading;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds counted and measured things with what is said of them: "at least 12 people were killed" is
 * 12 and up, people, killed. Ages, dates, durations and scores are left out.
 */
final class FigureFinder {

  private static final Map<String, String> STATES = Lemmas.table("figure-states.en.txt");
  private static final Map<String, String> NOUNS = Lemmas.table("figure-nouns.en.txt");
  private static final Set<String> PEOPLE = lines("figure-people.en.txt");
  private static final String ANYBODY =
      TextResources.lines(FigureFinder.class, "figure-anybody.en.txt").get(0);
  private static final Set<String> EXCLUDED = lines("figure-exclusions.en.txt");
  private static final Set<String> COMPARISONS = lines("figure-comparisons.en.txt");
  private static final Map<String, String> BEHINDS = behinds();

  /** Words right behind a deed that say what came of it. */
  private static final Map<String, String> OUTCOMES = Lemmas.table("figure-outcomes.en.txt");

  /** Words before a number that its noun leads to: "the toll rose to 12". */
  private static final Set<String> LEADS = lines("figure-leads.en.txt");

  /** Nouns for counts: "the number of people killed". */
  private static final Set<String> COUNTS = lines("figure-counts.en.txt");

  // tokens from a number back to the noun that names what is counted
  private static final int SHORT_REACH = 8;
  private static final int LONG_REACH = 24;
  private static final int BEHIND = 4;
  // tokens from the end of the number to its head noun
  private static final int REACH = 6;

  private static Map<String, String> behinds() {
    var behinds = new HashMap<String, String>();
    for (String line : TextResources.lines(FigureFinder.class, "figure-phrases.en.txt")) {
      int sign = line.indexOf(" = ");
      behinds.put(line.substring(0, sign), line.substring(sign + 3));
    }
    return Map.copyOf(behinds);
  }

  private static Set<String> lines(String name) {
    return new HashSet<>(TextResources.lines(FigureFinder.class, name));
  }

  List<Figure> find(Narration narration) {
    return new Search(narration).run();
  }

  private static final class Search {
    private final Narration narration;
    private final Tokens tokens;
    private final Tags tags;
    private final List<TimeExpression> times;
    private final Map<Integer, List<Clause>> clausesOf = new HashMap<>();
    private final NumberReader numbers;
    private final SentenceDays days;
    private final List<Figure> found = new ArrayList<>();
    private int sentenceOfLast = -1;

    Search(Narration narration) {
      this.narration = narration;
      this.tokens = narration.tokens;
      this.tags = narration.tags;
      this.times = narration.times;
      this.numbers = new NumberReader(tokens);
      this.days = narration.days;
      for (Clause clause : narration.clauses) {
        clausesOf.computeIfAbsent(clause.sentence(), key -> new ArrayList<>()).add(clause);
      }
    }

    List<Figure> run() {
      int time = 0;
      int i = 0;
      while (i < tokens.size()) {
        while (time < times.size() && times.get(time).end() <= tokens.start(i)) {
          time++;
        }
        boolean inTime = time < times.size() && times.get(time).start() < tokens.end(i);
        Reading reading = inTime || !narration.tells(i) ? null : numbers.read(i);
        if (reading == null) {
          i++;
        } else {
          figure(reading, i);
          i = Math.max(i + 1, reading.end());
        }
      }
      return List.copyOf(found);
    }

    private void figure(Reading reading, int token) {
      int sentence = tokens.sentence(token);
      int at = reading.end();
      if (at < tokens.size() && tokens.sentence(at) == sentence && tokens.is(at, Connectives.OF)) {
        at++;
      }
      int head = head(at, sentence);
      String thing = head < 0 ? null : word(head);
      if (thing != null && EXCLUDED.contains(thing)) {
        return;
      }
      if (head < 0 && at < tokens.size() && EXCLUDED.contains(word(at))) {
        return;
      }
      String state = null;
      if (thing != null && NOUNS.containsKey(thing)) {
        String named = NOUNS.getOrDefault(thing, "");
        int blank = named.indexOf(' ');
        thing = named.substring(0, blank);
        state = named.substring(blank + 1);
      }
      int last = head < 0 ? reading.end() - 1 : head;
      if (state == null) {
        state = state(sentence, reading.first(), last);
      }
      if (state == null && head >= 0) {
        state = behind(sentence, last);
      }
      if (thing == null) {
        if (state == null) {
          state = toll(sentence, reading.first());
        }
        if (state == null) {
          if (isComparison(token, sentence) && !found.isEmpty() && sentenceOfLast == sentence) {
            // "46 arrests, up from 30": the same thing, at an earlier time
            Figure before = found.get(found.size() - 1);
            thing = before.thing();
            state = before.state();
          } else if (reading.unit() == null) {
            return;
          } else {
            thing = reading.unit();
          }
        } else {
          thing = reading.unit() == null ? ANYBODY : reading.unit();
        }
      } else if (PEOPLE.contains(thing)) {
        thing = ANYBODY;
      }
      if (reading.unit() == null && state == null && (isYear(reading) || reading.high() == 1)) {
        return;
      }
      sentenceOfLast = sentence;
      found.add(
          new Figure(
              tokens.start(reading.first()),
              tokens.end(Math.max(last, reading.end() - 1)),
              reading.low(),
              reading.high(),
              thing,
              state,
              reading.unit(),
              days.value(token),
              reading.rule()));
    }

    private boolean isComparison(int token, int sentence) {
      return token >= 2
          && tokens.sentence(token - 2) == sentence
          && COMPARISONS.contains(word(token - 2) + ' ' + word(token - 1));
    }

    private static boolean isYear(Reading reading) {
      return reading.low() == reading.high() && reading.low() >= 1900 && reading.low() <= 2100;
    }

    /** The noun that is counted, or -1: "20 | armed police officers". */
    private int head(int from, int sentence) {
      int head = -1;
      boolean of = from > 0 && tokens.is(from - 1, Connectives.OF);
      if (!of && from < tokens.size() && tags.part(from) == PartOfSpeech.DT) {
        return -1; // "up from 30 the night before"
      }
      for (int i = from; i < tokens.size() && i < from + REACH; i++) {
        if (tokens.sentence(i) != sentence) {
          break;
        }
        PartOfSpeech part = tags.part(i);
        String word = word(i);
        if (part.isNoun() && !(head >= 0 && STATES.containsKey(word))) {
          head = i;
        } else if (part == PartOfSpeech.POS) {
          head = -1;
        } else if (NOUNS.containsKey(word) && head < 0) {
          return i;
        } else if (STATES.containsKey(word)
            || head >= 0
            || !part.isAdjective()
                && part != PartOfSpeech.DT
                && part != PartOfSpeech.PRP$
                && part != PartOfSpeech.VBN
                && part != PartOfSpeech.VBG) {
          break;
        }
      }
      return head;
    }

    /** What the verb or adjective next to a count says of it, or null. */
    private @Nullable String state(int sentence, int first, int last) {
      int after = last + 1;
      if (after < tokens.size() && tokens.sentence(after) == sentence) {
        String adjacent = STATES.get(word(after));
        if (adjacent != null) {
          return adjacent;
        }
      }
      for (Clause clause : clausesOf.getOrDefault(sentence, List.of())) {
        String state = STATES.get(clause.lemma());
        boolean undergoes = leads(clause.subject(), first, last);
        if (state != null) {
          boolean acts = clause.verb() < first && first - clause.verb() <= 4;
          // "police arrested six": what looks like a passive has an object
          boolean does = !clause.passive() || first == clause.verb() + 1;
          if (acts && does || undergoes && (clause.passive() || isOwnState(clause))) {
            String outcome = outcome(clause.verb() + 1, last + 1);
            return outcome == null ? state : outcome;
          }
        }
        if (undergoes && clause.verb() + 1 < tokens.size() && state == null) {
          // "were left dead", "are missing"
          String told = STATES.get(word(clause.verb() + 1));
          if (told != null && !tags.part(clause.verb() + 1).isNoun()) {
            return told;
          }
        }
      }
      return null;
    }

    /** "Were shot dead", "shot two men dead": what came of it, or null. */
    private @Nullable String outcome(int behindVerb, int behindCount) {
      for (int i : new int[] {behindVerb, behindCount}) {
        String told = i < tokens.size() ? OUTCOMES.get(word(i)) : null;
        if (told != null) {
          return told;
        }
      }
      return null;
    }

    private static boolean isOwnState(Clause clause) {
      return clause.object() == null;
    }

    /** Whether a count opens a phrase: of "eleven of the 171 people" the first alone is hurt. */
    private static boolean leads(@Nullable Phrase phrase, int first, int last) {
      return phrase != null && first <= phrase.first() + 1 && phrase.first() <= last;
    }

    /** "the death toll rose to 12": a noun before the number names what is counted. */
    private @Nullable String toll(int sentence, int first) {
      boolean led = first > 0 && LEADS.contains(word(first - 1));
      boolean count = false;
      int reach = led ? LONG_REACH : SHORT_REACH;
      String state = null;
      for (int i = first - 1; i >= 0 && i > first - reach && tokens.sentence(i) == sentence; i--) {
        String named = NOUNS.get(word(i));
        if (named != null && tags.part(i).isNoun()) {
          return named.substring(named.indexOf(' ') + 1);
        }
        // "the number of people killed in the fire rose to 12"
        count |= led && COUNTS.contains(word(i));
        if (led && STATES.containsKey(word(i))) {
          state = STATES.get(word(i));
        }
        if (count) {
          return state;
        }
      }
      return null;
    }

    /** "52 passengers on board": what stands a few words behind. */
    private @Nullable String behind(int sentence, int last) {
      for (int i = last + 1; i <= last + BEHIND && i < tokens.size(); i++) {
        if (tokens.sentence(i) != sentence) {
          return null;
        }
        String one = BEHINDS.get(word(i));
        String two = i + 1 < tokens.size() ? BEHINDS.get(word(i) + ' ' + word(i + 1)) : null;
        if (one != null || two != null) {
          return one != null ? one : two;
        }
      }
      return null;
    }

    private String word(int token) {
      return narration.word(token);
    }
  }
}

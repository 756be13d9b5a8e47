package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.annotation.StateLexicon.NounPattern;
import dev.annals.annotation.StateLexicon.VerbPattern;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes of state: a verb or noun of the state lexicon whose undergoer is a thing of a class
 * that the lexicon names. "The account would stay locked for ever if …" gives two: locked, as fact,
 * and permanently locked, as condition.
 */
final class ChangeFinder {

  private static final WordTrait STATE_NOUN =
      WordTrait.ofLower(word -> StateLexicon.NOUNS.containsKey(Lemmas.noun(word)));

  private static final Set<String> CONTINUING =
      Set.copyOf(TextResources.lines(ChangeFinder.class, "continuing-verbs.en.txt"));
  private static final Set<String> PERMANENT =
      Set.copyOf(TextResources.lines(ChangeFinder.class, "permanence.en.txt"));
  private static final String PERMANENTLY =
      TextResources.lines(ChangeFinder.class, "permanently.en.txt").get(0) + " ";

  /** States of what has a day and has not come: it is put as a plan for that day. */
  private static final Set<String> SCHEDULED =
      Set.copyOf(TextResources.lines(ChangeFinder.class, "scheduled-states.en.txt"));

  private static final String AGAIN =
      ' ' + TextResources.lines(ChangeFinder.class, "again.en.txt").get(0);

  List<Change> find(Narration narration) {
    var search = new Search(narration);
    return search.run();
  }

  private static final class Search {
    private final Narration narration;
    private final Tokens tokens;
    private final Tags tags;
    private final List<Clause> clauses;
    private final Things things;
    private final Modalities modalities;
    private final ChangeScreen screen;
    private final Undergoers undergoers;
    private final StateModalities stateModalities;
    private final StateDays stateDays;
    private final List<Change> found = new ArrayList<>();

    Search(Narration narration) {
      this.narration = narration;
      this.tokens = narration.tokens;
      this.tags = narration.tags;
      this.clauses = narration.clauses;
      this.things = narration.things;
      this.modalities = narration.modalities;
      this.screen = new ChangeScreen(narration);
      this.undergoers = new Undergoers(narration);
      this.stateModalities = new StateModalities(narration);
      this.stateDays = new StateDays(narration);
    }

    List<Change> run() {
      for (int k = 0; k < clauses.size(); k++) {
        Clause clause = clauses.get(k);
        List<VerbPattern> patterns = StateLexicon.VERBS.get(clause.lemma());
        if (patterns != null && !continued(clause) && screen.tells(clause)) {
          for (VerbPattern pattern : patterns) {
            if (match(k, pattern)) {
              break;
            }
          }
        }
      }
      int clause = 0;
      for (int i = 0; i < tokens.size(); i++) {
        while (clause + 1 < clauses.size() && clauses.get(clause + 1).verb() < i) {
          clause++;
        }
        if (tags.part(i).isNoun()) {
          noun(i, clauses.isEmpty() ? null : clauses.get(clause));
        }
      }
      found.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));
      return List.copyOf(found);
    }

    /** "remained closed": told by the pattern that begins with "remain". */
    private boolean continued(Clause clause) {
      return clause.participle()
          && clause.governor() >= 0
          && clauses.get(clause.governor()).verb() == clause.first() - 1
          && CONTINUING.contains(clauses.get(clause.governor()).lemma());
    }

    private boolean match(int index, VerbPattern pattern) {
      Clause clause = clauses.get(index);
      int end = wordsEnd(clause, pattern);
      if (end < 0) {
        return false;
      }
      Phrase phrase = undergoers.of(index, pattern, end);
      if (phrase == null || !screen.isOneThing(phrase)) {
        return false;
      }
      String track = track(phrase, pattern.classes());
      if (track == null) {
        return false;
      }
      int last = end - 1;
      int shared = undergoers.shared(index);
      Modality modality = stateModalities.of(shared < 0 ? clause : clauses.get(shared));
      if (screen.isAnyOfAKind(phrase, clause, modality)) {
        return false;
      }
      String rule = clause.passive() ? "passive" : "active";
      boolean permanent = permanent(clause, last);
      if (CONTINUING.contains(clause.lemma()) && modality != Modality.DENIED) {
        add(phrase, track, pattern.state(), Modality.ASSERTED, index, last, Change.CONTINUING);
        if (permanent || modality != Modality.ASSERTED) {
          String state = permanent ? PERMANENTLY + pattern.state() : pattern.state();
          add(phrase, track, state, modality, index, last, Change.CONTINUING);
        }
        return true;
      }
      String state = permanent ? PERMANENTLY + pattern.state() : pattern.state();
      add(phrase, track, state, modality, index, last, clause.quoted() ? "quoted" : rule);
      return true;
    }

    /** Token after the pattern's words, or -1 when they do not stand after the verb. */
    private int wordsEnd(Clause clause, VerbPattern pattern) {
      int at = clause.verb() + 1;
      Phrase object = clause.object();
      boolean star = false;
      for (String word : pattern.words()) {
        if (word.equals("*")) {
          star = true;
          if (!clause.passive()) {
            if (object == null) {
              return -1;
            }
            at = object.last() + 1;
          }
        } else if (at < tokens.size() && is(at, word)) {
          at++;
        } else if (!star && object != null && object.last() + 1 < tokens.size()) {
          // "put the vote off"
          star = true;
          at = object.last() + 1;
          if (!is(at, word) || pattern.undergoer() == StateLexicon.Undergoer.SUBJECT) {
            return -1;
          }
          at++;
        } else {
          return -1;
        }
      }
      return at;
    }

    private @Nullable String track(Phrase phrase, List<String> allowed) {
      for (String name : things.classesOf(phrase)) {
        if (allowed.contains(name) || allowed.contains("any")) {
          return name;
        }
      }
      return null;
    }

    /** Whether words close behind say that it is to last: "for good", "permanently". */
    private boolean permanent(Clause clause, int last) {
      int stop = Math.min(tokens.size(), last + 5);
      for (int i = Math.max(0, clause.first()); i < stop; i++) {
        if (tokens.sentence(i) != clause.sentence()) {
          break;
        }
        String word = tokens.lower(i);
        if (PERMANENT.contains(word)
            || i + 1 < tokens.size() && PERMANENT.contains(word + " " + tokens.lower(i + 1))) {
          return true;
        }
      }
      return false;
    }

    /** "the suspension of the account", "the account's suspension", "school closures". */
    private void noun(int token, @Nullable Clause clause) {
      NounPattern pattern =
          STATE_NOUN.has(tokens, token)
              ? StateLexicon.NOUNS.get(Lemmas.noun(tokens.lower(token)))
              : null;
      if (pattern == null) {
        return;
      }
      Phrase phrase = nounUndergoer(token);
      if (phrase == null || !screen.isOneThing(phrase) || screen.asks(tokens.sentence(token))) {
        return;
      }
      if (screen.isWishedNoun(Math.min(token, phrase.first()))) {
        return;
      }
      String track = track(phrase, pattern.classes());
      if (track == null || screen.isAgent(phrase, token, track)) {
        return;
      }
      boolean near = clause != null && clause.sentence() == tokens.sentence(token);
      Modality modality =
          near && clause != null ? modalities.ofNoun(clause, token) : Modality.ASSERTED;
      if (phrase.last() < token && screen.isBare(phrase)) {
        return; // "school closures", "guidelines for school reopening"
      }
      boolean permanent = token > 0 && PERMANENT.contains(tokens.lower(token - 1));
      String state = permanent ? PERMANENTLY + pattern.state() : pattern.state();
      int first = near && clause != null && token > clause.verb() ? clause.verb() : token;
      int last = Math.max(token, phrase.first() < token ? token : phrase.last());
      found.add(
          new Change(
              text(phrase),
              tokens.span(phrase.first(), phrase.last()),
              track,
              state,
              modality,
              tokens.start(first),
              tokens.end(last),
              stateDays.ofNoun(token, last),
              "noun"));
    }

    private @Nullable Phrase nounUndergoer(int token) {
      int next = token + 1;
      if (next + 1 < tokens.size()
          && tokens.sentence(next) == tokens.sentence(token)
          && is(next, Connectives.OF)) {
        return phraseFrom(next + 1, tokens.sentence(token));
      }
      int before = token - 1;
      if (before >= 0 && tags.part(before) == PartOfSpeech.POS) {
        before--;
      }
      if (before >= 0
          && tokens.sentence(before) == tokens.sentence(token)
          && tags.part(before).isNoun()) {
        int first = before;
        while (first > 0
            && tokens.sentence(first - 1) == tokens.sentence(token)
            && token - first < 8
            && (tags.part(first - 1).isNoun()
                || tags.part(first - 1).isAdjective()
                || tags.part(first - 1) == PartOfSpeech.DT)) {
          first--;
        }
        return new Phrase(first, before, before);
      }
      return null;
    }

    private @Nullable Phrase phraseFrom(int first, int sentence) {
      int last = -1;
      for (int i = first; i < tokens.size() && i < first + 10; i++) {
        PartOfSpeech part = tags.part(i);
        if (tokens.sentence(i) != sentence) {
          break;
        }
        if (part.isNoun()) {
          last = i;
        } else if (last >= 0 && part != PartOfSpeech.POS
            || last < 0
                && part != PartOfSpeech.DT
                && part != PartOfSpeech.CD
                && part != PartOfSpeech.PRP$
                && !part.isAdjective()
                && !part.isVerb()) {
          break;
        }
      }
      return last < 0 ? null : new Phrase(first, last, last);
    }

    private void add(
        Phrase phrase,
        String track,
        String state,
        Modality modality,
        int index,
        int last,
        String rule) {
      Clause clause = clauses.get(index);
      String time = stateDays.value(index, state);
      if (isAgain(clause, last) && !rule.equals(Change.CONTINUING)) {
        state = state + AGAIN;
      }
      if (SCHEDULED.contains(state)) {
        time = stateDays.planned(clause);
        if (time == null) {
          return; // a plan without a day
        }
        modality = modality == Modality.ASSERTED ? Modality.PLANNED : modality;
      } else if (modality == Modality.ASSERTED && stateDays.isAhead(clause, time)) {
        modality = Modality.PLANNED; // "the contract expires on June 30"
      }
      found.add(
          new Change(
              text(phrase),
              tokens.span(phrase.first(), phrase.last()),
              track,
              state,
              modality,
              tokens.start(clause.first()),
              tokens.end(last),
              time,
              rule));
    }

    /** "Was closed again": not the closing told of before. */
    private boolean isAgain(Clause clause, int last) {
      for (int i = clause.first(); i <= last + 1 && i < tokens.size(); i++) {
        if (tokens.sentence(i) == clause.sentence() && is(i, AGAIN.strip())) {
          return true;
        }
      }
      return false;
    }

    private String text(Phrase phrase) {
      return tokens.span(phrase.first(), phrase.last()).of(tokens.text());
    }

    private boolean is(int token, String word) {
      return tokens.word(token).equalsIgnoreCase(word);
    }
  }
}

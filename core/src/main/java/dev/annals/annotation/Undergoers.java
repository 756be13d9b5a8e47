package dev.annals.annotation;

import dev.annals.annotation.Clause.Attachment;
import dev.annals.annotation.Clause.Phrase;
import dev.annals.annotation.StateLexicon.VerbPattern;
import dev.annals.article.Role;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changes its state: the phrase around a verb of state, looked for behind the
 * prepositions that hang on it ("A truce between rebels and the army in the valley took effect"),
 * behind a pronoun ("two days after it was closed") and beside an office ("the mayor of Karsk, Tom
 * Vell, resigned").
 */
final class Undergoers {

  private static final Set<String> THINGS =
      Set.copyOf(TextResources.lines(Undergoers.class, "thing-pronouns.en.txt"));
  private static final Set<String> MANY_THINGS =
      Set.copyOf(TextResources.lines(Undergoers.class, "things-pronouns.en.txt"));
  private static final Set<String> PAIRING =
      Set.copyOf(TextResources.lines(Undergoers.class, "pairing-prepositions.en.txt"));

  private static final String OFFICE = "office";
  // prepositions and "and"s stepped over from a verb to its subject
  private static final int MOST_STEPS = 6;
  // words between a thing and its participle: "the road now closed"
  private static final int ADVERBS = 3;
  // clauses before a pronoun in which its thing is looked for
  private static final int MOST_CLAUSES = 8;

  private final Narration narration;
  private final Tokens tokens;
  private final Tags tags;
  private @Nullable Phrases phrases;

  Undergoers(Narration narration) {
    this.narration = narration;
    this.tokens = narration.tokens;
    this.tags = narration.tags;
  }

  /** Made only when a sentence asks for it: most have their subject beside the verb. */
  private Phrases phrases() {
    Phrases made = phrases;
    if (made == null) {
      made = new Phrases(tokens, tags, narration.times);
      phrases = made;
    }
    return made;
  }

  /**
   * What changes by a pattern that was found, or null when the sentence does not say.
   *
   * @param clause index of the clause
   * @param end token after the words of the pattern
   */
  @Nullable Phrase of(int clause, VerbPattern pattern, int end) {
    Clause told = narration.clauses.get(clause);
    Phrase phrase = around(told, pattern, end);
    int shared =
        phrase == null && pattern.undergoer() != StateLexicon.Undergoer.SUBJECT
            ? shared(clause)
            : -1;
    if (shared >= 0) {
      told = narration.clauses.get(shared);
      phrase = told.subject();
    }
    if (phrase == null && pattern.undergoer() != StateLexicon.Undergoer.PREPOSITIONAL) {
      phrase = beforeWhich(told, pattern.undergoer());
    }
    if (phrase == null || shared < 0 && (isFar(told, phrase) || isNotWho(told, phrase))) {
      return null;
    }
    if (tags.part(phrase.head()) == PartOfSpeech.PRP) {
      phrase = antecedent(clause, phrase.head(), pattern.classes());
    } else if (phrase.last() < told.first() && !told.participle() && !told.infinitive()) {
      phrase = governing(told, phrase);
    }
    return phrase == null ? null : person(phrase);
  }

  /**
   * "Perez won 235 votes to the 200 captured by Ellison": a bare participle has its thing beside.
   */
  private static boolean isFar(Clause clause, Phrase phrase) {
    return clause.passive()
        && clause.first() == clause.verb()
        && phrase.last() < clause.first() - ADVERBS;
  }

  /** "Johnson said that those who had been arrested": "who" is not Johnson. */
  private boolean isNotWho(Clause clause, Phrase phrase) {
    String marker = clause.marker();
    if (marker == null
        || !Connectives.isRelative(marker)
        || Connectives.isComplementizer(marker)
        || phrase.last() >= clause.first()) {
      return false;
    }
    int who = clause.first() - 1;
    while (who > phrase.last() && !marker.equals(tokens.lower(who))) {
      who--;
    }
    return who > phrase.last() + 2;
  }

  /** "The airport, which had been closed,": what stands before the comma. */
  private @Nullable Phrase beforeWhich(Clause clause, StateLexicon.Undergoer undergoer) {
    boolean subject =
        clause.passive() || undergoer != StateLexicon.Undergoer.OBJECT && clause.object() == null;
    int floor = tokens.sentenceFirst(clause.sentence());
    for (int i = clause.first() - 1; subject && i > floor + 1 && i > clause.first() - 3; i--) {
      String word = tokens.lower(i);
      if (Connectives.isRelative(word) && !Connectives.isComplementizer(word)) {
        return tokens.is(i - 1, ",") ? phrases().endingAt(i - 2, floor) : null;
      }
    }
    return null;
  }

  /** The clause whose "was" a verb shares: "was convicted and sentenced"; or -1. */
  int shared(int clause) {
    Clause told = narration.clauses.get(clause);
    int before = told.first() - 1;
    if (clause == 0
        || told.first() != told.verb()
        || told.object() != null
        || tags.part(before) != PartOfSpeech.CC) {
      return -1;
    }
    Clause other = narration.clauses.get(clause - 1);
    return other.passive()
            && other.first() < other.verb()
            && other.sentence() == told.sentence()
            && other.subject() != null
        ? clause - 1
        : -1;
  }

  private @Nullable Phrase around(Clause clause, VerbPattern pattern, int end) {
    switch (pattern.undergoer()) {
      case SUBJECT:
        return clause.passive() ? null : clause.subject();
      case OBJECT:
        if (clause.passive() && !isActive(clause)) {
          return clause.subject();
        }
        if (clause.object() != null) {
          return clause.object();
        }
        Phrase after = end > clause.verb() + 1 ? phraseAt(clause, end) : null;
        if (after != null) {
          return after;
        }
        // a headline's passive: "Bridge closed after storm"
        return isHeadline(clause) && tags.part(clause.verb()) == PartOfSpeech.VBD
            ? clause.subject()
            : null;
      case EITHER:
        if (clause.passive() && !isActive(clause) || clause.object() == null) {
          Phrase behind =
              end > clause.verb() + 1 && !clause.passive() ? phraseAt(clause, end) : null;
          return behind != null ? behind : clause.subject();
        }
        return clause.object();
      default:
        if (clause.passive() && pattern.words().size() == 1) {
          return clause.subject();
        }
        return phraseAt(clause, end);
    }
  }

  /** "The network suspended her account": a past tense that was taken for a participle. */
  private boolean isActive(Clause clause) {
    Phrase object = clause.object();
    if (clause.first() != clause.verb() || object == null || object.first() != clause.verb() + 1) {
      return false;
    }
    PartOfSpeech part = tags.part(object.first());
    return part == PartOfSpeech.DT || part == PartOfSpeech.PRP$ || part == PartOfSpeech.PRP;
  }

  private @Nullable Phrase phraseAt(Clause clause, int token) {
    for (Attachment attachment : clause.after()) {
      Phrase phrase = attachment.phrase();
      if (phrase != null && phrase.first() == token) {
        return phrase;
      }
    }
    return null;
  }

  private boolean isHeadline(Clause clause) {
    Role role = narration.role(clause.verb());
    return role == Role.RELATED || role == Role.HEADLINE || role == Role.HEADING;
  }

  /**
   * The phrase that a verb's neighbour hangs on: "the ceasefire" for "the ceasefire between rebels
   * and the army"; null when the neighbour belongs to another verb ("who planted bombs in Selden").
   */
  private @Nullable Phrase governing(Clause clause, Phrase neighbour) {
    int floor = tokens.sentenceFirst(clause.sentence());
    Phrase phrase = neighbour;
    boolean hung = false;
    boolean pair = false;
    for (int step = 0; step < MOST_STEPS; step++) {
      int before = phrase.first() - 1;
      if (before < floor + 1) {
        return pair ? new Phrase(phrase.first(), neighbour.last(), phrase.head()) : phrase;
      }
      PartOfSpeech part = tags.part(before);
      if (part == PartOfSpeech.CC) {
        Phrase other = phrases().endingAt(before - 1, floor);
        boolean paired = other != null && isPaired(other);
        boolean names =
            tags.part(phrase.first()).isProperNoun() && tags.part(before - 1).isProperNoun();
        if (other == null || !paired && !names) {
          return phrase;
        }
        phrase = other;
        pair |= paired;
        hung = true;
      } else if (isPreposition(before)) {
        Phrase other = phrases().endingAt(before - 1, floor);
        if (other == null) {
          return null; // "those who live in Karsk resigned"
        }
        phrase = other;
        hung = true;
      } else {
        boolean object =
            hung && part.isVerb() && CueLexicon.ENGLISH.verb(tokens.lower(before)) == null;
        if (object) {
          return null;
        }
        return pair ? new Phrase(phrase.first(), neighbour.last(), phrase.head()) : phrase;
      }
    }
    return null;
  }

  /** "Between the army": another of the pair follows. */
  private boolean isPaired(Phrase phrase) {
    for (int i = Math.max(0, phrase.first() - 1); i < phrase.last(); i++) {
      if (PAIRING.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPreposition(int token) {
    String word = tokens.lower(token);
    return (tags.part(token) == PartOfSpeech.IN || tags.part(token) == PartOfSpeech.TO)
        && !Connectives.isSubordinator(word)
        && !Connectives.isComplementizer(word);
  }

  /** What "it" stands for: the last thing before it that the verb can happen to. */
  private @Nullable Phrase antecedent(int clause, int pronoun, List<String> classes) {
    String word = tokens.lower(pronoun);
    boolean many = MANY_THINGS.contains(word);
    if (!many && !THINGS.contains(word)) {
      return null;
    }
    int sentence = tokens.sentence(pronoun);
    int block = tokens.block(pronoun);
    for (int k = clause - 1; k >= Math.max(0, clause - MOST_CLAUSES); k--) {
      Clause other = narration.clauses.get(k);
      if (other.sentence() < sentence - 1 || tokens.block(other.verb()) != block) {
        return null;
      }
      for (Phrase phrase : new Phrase[] {other.subject(), other.object()}) {
        boolean near = other.sentence() == sentence || phrase == other.subject();
        if (phrase != null
            && near
            && phrase.last() < pronoun
            && tags.part(phrase.head()) != PartOfSpeech.PRP
            && isMany(phrase.head()) == many
            && !narration.things.isPerson(phrase.head())
            && is(phrase, classes)) {
          return phrase;
        }
      }
    }
    return null;
  }

  private boolean isMany(int head) {
    PartOfSpeech part = tags.part(head);
    return part == PartOfSpeech.NNS || part == PartOfSpeech.NNPS;
  }

  private boolean is(Phrase phrase, List<String> classes) {
    for (String name : narration.things.classesOf(phrase)) {
      if (classes.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The person that an office is named with: "the mayor, Tom Vell,", "Tom Vell, the mayor". */
  private Phrase person(Phrase phrase) {
    if (!narration.things.classesOf(phrase.head()).contains(OFFICE)
        || narration.things.isPerson(phrase.head())) {
      return phrase;
    }
    int after = phrase.last() + 1;
    if (after + 1 < tokens.size() && tokens.is(after, ",") && isNamed(after + 1, phrase)) {
      int last = after + 1;
      while (last + 1 < tokens.size() && isNamed(last + 1, phrase)) {
        last++;
      }
      return new Phrase(after + 1, last, last);
    }
    int before = phrase.first() - 1;
    if (before > 0 && tokens.is(before, ",") && isNamed(before - 1, phrase)) {
      int first = before - 1;
      while (first > 0 && isNamed(first - 1, phrase)) {
        first--;
      }
      return new Phrase(first, before - 1, before - 1);
    }
    return phrase;
  }

  private boolean isNamed(int token, Phrase beside) {
    return narration.things.isPerson(token)
        && tokens.sentence(token) == tokens.sentence(beside.head());
  }
}

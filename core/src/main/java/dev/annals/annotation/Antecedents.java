package dev.annals.annotation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom a pronoun means: of those who fit the one most spoken of before it. */
final class Antecedents {

  private static final Map<String, Character> PRONOUNS =
      Genders.letters("speaking-pronouns.en.txt");

  /** How far before somebody the verb may stand that tells of them, in tokens. */
  private static final int TOLD_REACH = 12;

  /** Man or woman. */
  private static final char ANYBODY = 'x';

  /** How far back "it" and "they" may reach, in sentences. */
  private static final int SENTENCES_BACK = 4;

  /** How far back "he" and "she" may reach: quotations of many sentences stand between. */
  private static final int FURTHEST = 14;

  private final QuoteScene scene;
  private final float[] screen;
  private final Genders genders;
  private final PhraseEdges edges;
  private final NounReferences nouns;
  private final Map<Integer, Integer> frequency;
  private final Map<Integer, Integer> entityOf;

  /**
   * Antecedents in one article.
   *
   * @param frequency how often each name stands in it
   * @param entityOf by number of a phrase without a name the one that it stands for; grows
   */
  Antecedents(
      QuoteScene scene,
      float[] screen,
      PhraseEdges edges,
      NounReferences nouns,
      Map<Integer, Integer> frequency,
      Map<Integer, Integer> entityOf) {
    this.scene = scene;
    this.screen = screen;
    this.genders = new Genders(scene);
    this.edges = edges;
    this.nouns = nouns;
    this.frequency = frequency;
    this.entityOf = entityOf;
  }

  static boolean isPronoun(String word) {
    return PRONOUNS.containsKey(word);
  }

  @Nullable NounPhrase ofPronoun(int p, NounPhrase phrase, int last) {
    Character gender = PRONOUNS.get(scene.tokens.lower(phrase.first()));
    return gender == null ? null : salient(p, phrase, gender, last, FURTHEST);
  }

  /** "The Norland Democrat said": who was spoken of last, as with "she". */
  @Nullable NounPhrase ofMember(int p, NounPhrase phrase, int last) {
    if (scene.part(phrase.first()) != PartOfSpeech.DT
        || phrase.first() == phrase.last()
        || edges.last(phrase) != phrase.last()
        || !NameWords.PARTY_MEMBERS.contains(scene.tokens.lower(phrase.last()))) {
      return null;
    }
    return salient(p, phrase, ANYBODY, last, NounReferences.PARAGRAPHS_BACK + 1);
  }

  /** Who is spoken of most of those that fit, before a phrase. */
  private @Nullable NounPhrase salient(
      int p, NounPhrase phrase, char gender, int last, int furthest) {
    int sentence = scene.tokens.sentence(phrase.first());
    int lastEntity = last < 0 ? -1 : entity(last);
    NounPhrase best = null;
    NounPhrase spoke = null;
    double most = 0;
    boolean person = gender == 'm' || gender == 'f' || gender == ANYBODY;
    for (int c = p - 1; c >= Math.max(0, p - NounReferences.MOST); c--) {
      NounPhrase place = scene.phrases.get(c);
      int back = sentence - scene.tokens.sentence(place.first());
      if (back > furthest) {
        break;
      }
      if (person && c == last && best == null && isSomebody(place)) {
        return place;
      }
      NounPhrase candidate = person ? bearer(c, place) : place;
      boolean linked = lastEntity >= 0 && candidate.entity() == lastEntity;
      if (back > SENTENCES_BACK && !linked && !person) {
        continue;
      }
      int span = scene.spanOf[place.first()];
      if (span >= 0 && QuoteFinder.isQuoted(screen, span) || !fits(candidate, gender)) {
        continue;
      }
      double score = salience(candidate, place, back);
      if (linked) {
        score += isObject(place) ? 1.5 : 3;
      }
      boolean sure = person && genders.of(candidate) == gender;
      score += sure ? 0.5 : 0;
      if (linked && sure) {
        spoke = candidate;
      }
      if (best == null || score > most) {
        best = candidate;
        most = score;
      }
    }
    // a bare surname may be a man's: she who spoke last is meant
    boolean unsure =
        best != null
            && best.mention() != null
            && best.mention().name().indexOf(' ') < 0
            && genders.of(best) == Genders.UNKNOWN;
    return unsure && spoke != null ? spoke : best;
  }

  private int entity(int p) {
    NounPhrase phrase = scene.phrases.get(p);
    return edges.lastOfAlly(phrase) > phrase.last()
        ? -1
        : entityOf.getOrDefault(p, phrase.entity());
  }

  /** Who is meant by "the mayor", or the phrase itself. */
  private NounPhrase bearer(int c, NounPhrase phrase) {
    if (phrase.kind() != NounPhrase.Kind.COMMON) {
      return phrase;
    }
    NounPhrase meant = nouns.definite(c, phrase);
    return meant == null ? phrase : meant;
  }

  /** "One ally", "this source": one person, whoever it is. */
  private boolean isSomebody(NounPhrase phrase) {
    return edges.lastOfAlly(phrase) > phrase.last()
        || phrase.kind() == NounPhrase.Kind.COMMON
            && !entityOf.containsKey(scene.phraseOf[phrase.first()])
            && scene.part(phrase.last()) == PartOfSpeech.NN
            && RoleWords.isRole(scene.tokens, phrase.last());
  }

  /**
   * How much is spoken of somebody.
   *
   * @param place where, in a name or another word for the candidate
   */
  private double salience(NounPhrase candidate, NounPhrase place, int back) {
    int next = place.last() + 1;
    boolean possessive = next < scene.size() && scene.part(next) == PartOfSpeech.POS;
    int before = place.first() - 1;
    boolean opens = opens(place.first());
    // "Okoro, the mayor, said": what is told of her stands between
    boolean subject =
        next < scene.size() && (scene.part(next).isFinite() || opens && scene.is(next, ','));
    boolean object = before >= 0 && !opens && scene.part(before) == PartOfSpeech.IN;
    double score = 6 - 2.0 * back;
    score += subject ? 2 : 0;
    score -= place != candidate && isToldAfter(next) ? 3 : 0;
    score += opens ? 1.5 : 0;
    score -= possessive ? opens ? 1 : 2 : 0;
    score -= object ? 1.5 : 0;
    score -= isTold(place) ? 2 : 0;
    return score + 0.3 * Math.min(5, frequency.getOrDefault(candidate.entity(), 0));
  }

  /** "The president liked it, Okoro said": who stands before the comma was spoken of. */
  private boolean isToldAfter(int from) {
    for (int t = from; t + 2 < scene.size() && t < from + 2 * TOLD_REACH; t++) {
      if (scene.tokens.sentence(t) != scene.tokens.sentence(from)) {
        return false;
      }
      int p = scene.is(t, ',') ? scene.phraseOf[t + 1] : -1;
      int verb = p < 0 ? -1 : scene.phrases.get(p).last() + 1;
      if (verb > 0
          && verb < scene.size()
          && scene.verb[verb] != null
          && scene.part(verb).isFinite()) {
        return true;
      }
    }
    return false;
  }

  /** "Who leads Okoro": the verb stands right before. */
  private boolean isObject(NounPhrase place) {
    int before = place.first() - 1;
    return before >= 0
        && scene.tokens.sentence(before) == scene.tokens.sentence(place.first())
        && (scene.part(before).isVerb() || scene.part(before) == PartOfSpeech.IN);
  }

  /** Whether a sentence begins here, or with "but" or "meanwhile" right before. */
  private boolean opens(int token) {
    int first = scene.tokens.sentenceFirst(scene.tokens.sentence(token));
    if (first == token) {
      return true;
    }
    boolean joined =
        scene.part(first) == PartOfSpeech.CC
            || scene.part(first) == PartOfSpeech.RB && scene.spanOf[first] < 0;
    return joined && (token == first + 1 || token == first + 2 && scene.is(first + 1, ','));
  }

  /** "Voss said Okoro was wrong": Okoro is whom he spoke of. */
  private boolean isTold(NounPhrase candidate) {
    int sentence = scene.tokens.sentence(candidate.first());
    for (int t = candidate.first() - 1; t >= 0 && t > candidate.first() - TOLD_REACH; t--) {
      if (scene.tokens.sentence(t) != sentence) {
        return false;
      }
      CueLexicon.Verb verb = scene.verb[t];
      if (verb != null && verb.kind() == CueLexicon.Class.SPEECH && scene.part(t).isFinite()) {
        return t > scene.tokens.sentenceFirst(sentence);
      }
    }
    return false;
  }

  private boolean fits(NounPhrase candidate, char gender) {
    return switch (gender) {
      case 'm' -> candidate.kind() == NounPhrase.Kind.PERSON && genders.of(candidate) != 'f';
      case 'f' -> candidate.kind() == NounPhrase.Kind.PERSON && genders.of(candidate) != 'm';
      case ANYBODY -> candidate.kind() == NounPhrase.Kind.PERSON;
      case 'n' -> candidate.kind() == NounPhrase.Kind.ORGANIZATION;
      default ->
          candidate.kind() == NounPhrase.Kind.COMMON
              && scene.part(candidate.last()) == PartOfSpeech.NNS;
    };
  }
}

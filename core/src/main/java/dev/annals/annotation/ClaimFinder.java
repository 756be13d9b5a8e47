package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds claims and stances to them: what quotes assert or deny, the reporter's own markers of
 * dispute, and withdrawals.
 */
final class ClaimFinder {

  private static final ClaimLexicon LEXICON = ClaimLexicon.ENGLISH;

  /** A sentence longer than this states no single claim. */
  private static final int LONGEST = 80;

  /** A shorter one states none: "such fraud". */
  private static final int FEWEST = 4;

  private static final String VERB = "claim-verb";
  private static final String UTTERED = "contested-words";

  private static final int NEGATION_REACH = 3;
  // words of an object up to the noun that heads it
  private static final int NOUN_REACH = 6;
  // words from "if" to the verb of its clause
  private static final int OPEN_REACH = 8;

  List<Claim> find(
      Article article, Tokens tokens, Tags tags, List<Mention> mentions, List<Quote> quotes) {
    return find(article, tokens, tags, mentions, quotes, null);
  }

  /**
   * Finds claims.
   *
   * @param scene the article as the quotes were found in it, or null when there is none yet
   */
  List<Claim> find(
      Article article,
      Tokens tokens,
      Tags tags,
      List<Mention> mentions,
      List<Quote> quotes,
      @Nullable QuoteScene scene) {
    var claims = new ArrayList<Claim>();
    for (Quote quote : quotes) {
      if (quote.speaker() != null) {
        if (quote.kind() == QuoteKind.INDIRECT) {
          reported(tokens, tags, mentions, quote, quote.speaker(), claims);
        } else {
          uttered(tokens, tags, quote, quote.speaker(), claims);
        }
      }
    }
    new DisputeFinder(article, tokens, tags, mentions, quotes, scene).find(claims);
    claims.sort(
        Comparator.comparingInt(Claim::start)
            .thenComparingInt(Claim::end)
            .thenComparing(Claim::stance)
            .thenComparing(Claim::rule));
    return distinct(claims);
  }

  /** "claimed that …", "denied that …", "retracted …". */
  private static void reported(
      Tokens tokens,
      Tags tags,
      List<Mention> mentions,
      Quote quote,
      Speaker speaker,
      List<Claim> claims) {
    Span cue = quote.cue();
    if (cue == null || isVague(tokens, speaker)) {
      return;
    }
    int at = tokens.at(cue.start());
    int before = at - 1;
    if (before >= 0 && LEXICON.adjectives.contains(tokens.lower(before))) {
      return; // "false claims" is a noun whatever the tagger says
    }
    if (isPassive(tokens, tags, at)) {
      return; // "was quickly rejected in June": what was rejected stands before
    }
    if (isNegated(tokens, before) || isOpen(tokens, before) || isWish(tokens, at)) {
      return; // "has not accused him", "unclear if it rejected the claim", "tried to blame him"
    }
    if (tags.part(at).isNoun() && !isOwned(tags, at)) {
      return; // "gives weight to claims that …": not the words of the speaker
    }
    int first = tokens.at(quote.content().start());
    int last = tokens.at(quote.content().end() - 1);
    CueLexicon.Verb verb = CueLexicon.ENGLISH.verb(cue.of(tokens.text()).toLowerCase(Locale.ROOT));
    Stance stance = null;
    boolean topic =
        quote.rule().equals(IndirectQuoteFinder.TOPIC)
            && !Connectives.isComplementizer(tokens.lower(first));
    if (topic && !claims(verb, tokens, first, last)) {
      return; // "claimed twelve lives" claims nothing
    }
    boolean accuses = verb != null && LEXICON.accusing.contains(verb.lemma());
    if (verb != null && LEXICON.verbs.contains(verb.lemma())) {
      stance =
          switch (verb.kind()) {
            case DENY -> Stance.DENIES;
            case WITHDRAW -> Stance.WITHDRAWS;
            default -> Stance.ASSERTS;
          };
      boolean told =
          accuses
              ? LEXICON.says(tokens, first, last) && !LEXICON.opens(tokens.lower(first))
              : topic || isProposition(tokens, tags, first, last);
      boolean opinion =
          LEXICON.insisting.contains(verb.lemma()) && !isFact(tokens, tags, first, last);
      boolean other =
          LEXICON.withThat.contains(verb.lemma())
              && !Connectives.isComplementizer(tokens.lower(first));
      if (!told || opinion || other) {
        return;
      }
    } else if (verb == null || verb.kind() == CueLexicon.Class.SPEECH) {
      int contested = last - first < LONGEST ? LEXICON.contested(tokens, first, last + 1) : 0;
      stance = contested == 0 ? null : contested > 0 ? Stance.ASSERTS : Stance.DENIES;
      if (contested != 0 && startsDisputed(tokens, first)) {
        return; // "repeated false claims about fraud" is the reporter's dispute
      }
    }
    if (stance != null) {
      // "denied the charges", "accused the board of theft": not to be understood without the verb
      boolean whole =
          cue.start() < quote.content().start()
              && (accuses || topic && !isToldOf(tokens, first, last));
      int claimed = cue.start() > quote.content().start() ? toldOf(tokens, first, last) : -1;
      claims.add(
          new Claim(
              whole ? cue.start() : claimed >= 0 ? tokens.start(claimed) : quote.content().start(),
              quote.content().end(),
              speaker.name(),
              stance,
              stance == Stance.DENIES ? owner(tokens, tags, mentions, first, last) : null,
              cue.of(tokens.text()),
              VERB));
    }
  }

  /** "Many Americans", "a majority": nobody who could be asked. */
  private static boolean isVague(Tokens tokens, Speaker speaker) {
    if (speaker.type() != SpeakerType.UNNAMED) {
      return false;
    }
    int end = tokens.at(speaker.end() - 1);
    for (int t = tokens.at(speaker.start()); t <= end && t < tokens.size(); t++) {
      if (LEXICON.vague.contains(tokens.lower(t))) {
        return true;
      }
    }
    return false;
  }

  /** "was rejected", "were quickly dismissed". */
  private static boolean isPassive(Tokens tokens, Tags tags, int verb) {
    int before = verb - 1;
    while (before >= 0
        && tags.part(before) == PartOfSpeech.RB
        && tokens.sentence(before) == tokens.sentence(verb)) {
      before--;
    }
    return before >= 0
        && tokens.sentence(before) == tokens.sentence(verb)
        && Connectives.isBe(tokens.lower(before));
  }

  /** "tried to blame": an infinitive, unless it is what goes on. */
  private static boolean isWish(Tokens tokens, int verb) {
    return verb >= 2
        && tokens.sentence(verb - 2) == tokens.sentence(verb)
        && LEXICON.infinitive.contains(tokens.lower(verb - 1))
        && !LEXICON.going.contains(tokens.lower(verb - 2));
  }

  private static boolean isOwned(Tags tags, int noun) {
    for (int t = noun - 1; t >= 0 && t >= noun - 3; t--) {
      PartOfSpeech part = tags.part(t);
      if (part == PartOfSpeech.POS || part == PartOfSpeech.PRP$) {
        return true;
      }
    }
    return false;
  }

  /** Whether a content says something that can be understood: has a verb and what it is about. */
  private static boolean isProposition(Tokens tokens, Tags tags, int first, int last) {
    if (last - first + 1 < FEWEST || last >= tokens.size()) {
      return false;
    }
    boolean noun = false;
    boolean verb = false;
    for (int t = first; t <= last; t++) {
      noun |= tags.part(t).isNoun();
      verb |= tags.part(t).isVerb() || tags.part(t) == PartOfSpeech.MD;
    }
    return noun && verb;
  }

  /** "that he never met her", "that the gate was locked"; not "that the city must pay". */
  private static boolean isFact(Tokens tokens, Tags tags, int first, int last) {
    for (int t = first; t <= last && t < tokens.size(); t++) {
      if (LEXICON.negators.contains(tokens.lower(t))) {
        return true;
      }
      PartOfSpeech part = tags.part(t);
      if (part == PartOfSpeech.VBD) {
        return true;
      }
      if (part == PartOfSpeech.VBP || part == PartOfSpeech.VBZ) {
        return t < last && tags.part(t + 1) == PartOfSpeech.VBN
            || t + 1 < last
                && (tags.part(t + 1) == PartOfSpeech.RB && tags.part(t + 2) == PartOfSpeech.VBN)
            || t < last && LEXICON.negators.contains(tokens.lower(t + 1));
      }
      if (part == PartOfSpeech.MD || part == PartOfSpeech.VB) {
        return t < last
            && LEXICON.negators.contains(tokens.lower(t + 1))
            && part == PartOfSpeech.MD
            && LEXICON.past.contains(tokens.lower(t));
      }
    }
    return false;
  }

  /** "a storm of reports | that the gate was locked, which he denied": the noun, or -1. */
  private static int toldOf(Tokens tokens, int first, int last) {
    for (int t = last - FEWEST; t > first; t--) {
      if (LEXICON.nouns.contains(tokens.lower(t))
          && Connectives.isComplementizer(tokens.lower(t + 1))) {
        return t;
      }
    }
    return -1;
  }

  /** Whose claim is denied: "denied Lund's claim that …". */
  private static @Nullable String owner(
      Tokens tokens, Tags tags, List<Mention> mentions, int first, int last) {
    for (int t = first; t <= last && t < first + NOUN_REACH && t < tokens.size(); t++) {
      if (LEXICON.nouns.contains(tokens.lower(t))) {
        return ClaimLexicon.owner(tokens, tags, mentions, t);
      }
    }
    return null;
  }

  /** "the reports that the gate was locked": says itself what is denied. */
  private static boolean isToldOf(Tokens tokens, int first, int last) {
    for (int t = first; t < last && t < first + NOUN_REACH; t++) {
      if (LEXICON.nouns.contains(tokens.lower(t))) {
        return last - t >= FEWEST;
      }
    }
    return false;
  }

  private static boolean isNegated(Tokens tokens, int before) {
    for (int t = before; t >= 0 && t > before - NEGATION_REACH; t--) {
      if (tokens.sentence(t) != tokens.sentence(before) || tokens.is(t, ",")) {
        return false;
      }
      String word = tokens.lower(t);
      if (Connectives.isNegation(word) || LEXICON.negators.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(Tokens tokens, int before) {
    for (int t = before; t >= 0 && t > before - OPEN_REACH; t--) {
      if (tokens.sentence(t) != tokens.sentence(before) || tokens.is(t, ",")) {
        return false;
      }
      if (Connectives.isCondition(tokens.word(t).toLowerCase(Locale.ROOT))
          || tokens.is(t, Connectives.WHETHER)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a verb claims or denies something with a noun: "claimed responsibility". */
  private static boolean claims(
      CueLexicon.@Nullable Verb verb, Tokens tokens, int first, int last) {
    if (verb == null) {
      return false;
    }
    if (LEXICON.accusing.contains(verb.lemma())) {
      return true;
    }
    boolean speech = verb.kind() == CueLexicon.Class.SPEECH;
    for (int t = first; t <= last && t < first + NOUN_REACH && t < tokens.size(); t++) {
      String word = tokens.lower(t);
      if (LEXICON.things.contains(word) || !speech && LEXICON.nouns.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsDisputed(Tokens tokens, int first) {
    for (int t = first; t < tokens.size() && t < first + 3; t++) {
      if (LEXICON.adjectives.contains(tokens.lower(t))) {
        return true;
      }
    }
    return false;
  }

  /** Each sentence of a direct quote that states a contested proposition. */
  private static void uttered(
      Tokens tokens, Tags tags, Quote quote, Speaker speaker, List<Claim> claims) {
    int first = tokens.at(quote.content().start());
    int end = tokens.at(quote.content().end() - 1) + 1;
    int at = first;
    while (at < end && at < tokens.size()) {
      int stop = Math.min(end, tokens.sentenceEnd(tokens.sentence(at)));
      boolean open =
          Connectives.isCondition(tokens.lower(at))
              || at + 1 < stop && Connectives.isCondition(tokens.lower(at + 1));
      boolean states =
          stop - at >= FEWEST && stop - at < LONGEST && !open && hasVerb(tags, at, stop);
      int contested = states ? LEXICON.contested(tokens, at, stop) : 0;
      if (contested != 0) {
        int close = Math.min(tokens.end(stop - 1), quote.content().end());
        claims.add(
            new Claim(
                Math.max(tokens.start(at), quote.content().start()),
                close,
                speaker.name(),
                contested > 0 ? Stance.ASSERTS : Stance.DENIES,
                null,
                null,
                UTTERED));
      }
      at = stop;
    }
  }

  private static boolean hasVerb(Tags tags, int from, int to) {
    for (int t = from; t < to; t++) {
      if (tags.part(t).isFinite()) {
        return true;
      }
    }
    return false;
  }

  private static List<Claim> distinct(List<Claim> claims) {
    var kept = new ArrayList<Claim>();
    Claim before = null;
    for (Claim claim : claims) {
      boolean same =
          before != null
              && before.start() == claim.start()
              && before.end() == claim.end()
              && before.stance() == claim.stance();
      if (!same) {
        kept.add(claim);
        before = claim;
      }
    }
    kept.removeIf(claim -> claim.stance() == Stance.ASSERTS && holdsAnother(claim, kept));
    return kept;
  }

  /** Whether a claim tells of another: "called him unfit and accused him of lying". */
  private static boolean holdsAnother(Claim claim, List<Claim> sorted) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).start() <= claim.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < sorted.size() && sorted.get(i).start() < claim.end(); i++) {
      Claim inner = sorted.get(i);
      if (inner.rule().equals(VERB) && !claim.rule().equals(UTTERED)) {
        return true;
      }
    }
    return false;
  }
}

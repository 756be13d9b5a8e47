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

  private static final int NEGATION_REACH = 3;
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
          reported(tokens, quote, quote.speaker(), claims);
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
  private static void reported(Tokens tokens, Quote quote, Speaker speaker, List<Claim> claims) {
    Span cue = quote.cue();
    if (cue == null) {
      return;
    }
    int before = tokens.at(cue.start()) - 1;
    if (before >= 0 && LEXICON.adjectives.contains(tokens.lower(before))) {
      return; // "false claims" is a noun whatever the tagger says
    }
    if (before >= 0 && Connectives.isBe(tokens.lower(before))) {
      return; // "was rejected in June": what was rejected stands before
    }
    if (isNegated(tokens, before) || isOpen(tokens, before)) {
      return; // "has not accused him", "unclear if it rejected the claim"
    }
    int first = tokens.at(quote.content().start());
    int last = tokens.at(quote.content().end() - 1);
    CueLexicon.Verb verb = CueLexicon.ENGLISH.verb(cue.of(tokens.text()).toLowerCase(Locale.ROOT));
    Stance stance = null;
    boolean topic = quote.rule().equals(IndirectQuoteFinder.TOPIC);
    if (topic && !claims(verb, tokens, first, last)) {
      return; // "claimed twelve lives" claims nothing
    }
    if (verb != null && LEXICON.verbs.contains(verb.lemma())) {
      stance =
          switch (verb.kind()) {
            case DENY -> Stance.DENIES;
            case WITHDRAW -> Stance.WITHDRAWS;
            default -> Stance.ASSERTS;
          };
    } else if (verb == null || verb.kind() == CueLexicon.Class.SPEECH) {
      int contested = last - first < LONGEST ? LEXICON.contested(tokens, first, last + 1) : 0;
      stance = contested == 0 ? null : contested > 0 ? Stance.ASSERTS : Stance.DENIES;
      if (contested != 0 && startsDisputed(tokens, first)) {
        return; // "repeated false claims about fraud" is the reporter's dispute
      }
    }
    if (stance != null) {
      // "denied the charges", "accused the board of theft": not to be understood without the verb
      boolean whole = topic && cue.start() < quote.content().start();
      claims.add(
          new Claim(
              whole ? cue.start() : quote.content().start(),
              quote.content().end(),
              speaker.name(),
              stance,
              null,
              cue.of(tokens.text()),
              "claim-verb"));
    }
  }

  private static boolean isNegated(Tokens tokens, int before) {
    for (int t = before; t >= 0 && t > before - NEGATION_REACH; t--) {
      if (tokens.sentence(t) != tokens.sentence(before) || tokens.is(t, ",")) {
        return false;
      }
      if (Connectives.isNegation(tokens.lower(t))) {
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
    for (int t = first; t <= last && t < tokens.size(); t++) {
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
      boolean states = stop - at >= FEWEST && stop - at < LONGEST && hasVerb(tags, at, stop);
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
                "contested-words"));
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
    return kept;
  }
}

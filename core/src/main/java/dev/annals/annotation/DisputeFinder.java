package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the markers by which a reporter, or a speaker in a quote, disputes a claim: "false claims
 * about", "without evidence", "there was no way". Looks at whom the claim belongs to only where it
 * finds a marker.
 */
final class DisputeFinder {

  private static final ClaimLexicon LEXICON = ClaimLexicon.ENGLISH;

  /** Most words dispute nothing. */
  private static final WordTrait DISPUTES =
      WordTrait.ofLower(word -> LEXICON.opensDispute(word) || isWithdrawal(word));

  /** Words that may stand between the adjective and the noun. */
  private static final int BETWEEN = 3;

  /** Tokens from a marker to the claim it is about. */
  private static final int AHEAD = 12;

  /** Tokens looked at to either side, in a text without full stops. */
  private static final int LONGEST = 80;

  private final Article article;
  private final Tokens tokens;
  private final Tags tags;
  private final List<Mention> mentions;
  private final QuoteIndex quotes;
  private @Nullable QuoteScene scene;
  private @Nullable SpeakerResolver resolver;

  DisputeFinder(
      Article article,
      Tokens tokens,
      Tags tags,
      List<Mention> mentions,
      List<Quote> quotes,
      @Nullable QuoteScene scene) {
    this.article = article;
    this.tokens = tokens;
    this.tags = tags;
    this.mentions = mentions;
    this.quotes = new QuoteIndex(quotes);
    this.scene = scene;
  }

  void find(List<Claim> claims) {
    for (int t = 0; t < tokens.size(); t++) {
      if (!Character.isLetter(tokens.first(t)) || !DISPUTES.has(tokens, t)) {
        continue;
      }
      String word = tokens.lower(t);
      ClaimLexicon.Phrase phrase = LEXICON.phrase(tokens, t, word);
      if (phrase != null) {
        phrase(t, phrase, claims);
        t += phrase.words().size() - 1;
      } else if (LEXICON.adjectives.contains(word)) {
        adjective(t, claims);
      } else if (LEXICON.adverbs.contains(word)) {
        adverb(t, claims);
      } else {
        withdrawal(t, word, claims);
      }
    }
  }

  /** "a torrent of false claims about …", "the claim was baseless". */
  private void adjective(int t, List<Claim> claims) {
    int noun = -1;
    for (int i = t + 1; i < tokens.size() && i <= t + BETWEEN; i++) {
      if (tokens.sentence(i) != tokens.sentence(t)) {
        break;
      }
      if (isClaimNoun(i)) {
        // "conspiracy theories": the last one is the head
        boolean more = i + 1 < tokens.size() && isClaimNoun(i + 1);
        noun = more ? i + 1 : i;
        noun = isLoose(noun) ? -1 : noun;
        break;
      }
      PartOfSpeech p = tags.part(i);
      if (!p.isAdjective()
          && !p.isNoun()
          && p != PartOfSpeech.CC
          && p != PartOfSpeech.VBN
          && !isComma(i)) {
        break;
      }
    }
    if (noun >= 0) {
      int end = tellsWhat(noun + 1) ? clauseEnd(noun + 1) : noun + 1;
      add(
          tokens.start(t),
          tokens.end(end - 1),
          tokens.span(t, noun),
          t,
          true,
          claims,
          "disputed-noun");
      return;
    }
    int subject = claimSubject(t);
    if (subject >= 0) {
      add(
          tokens.start(subject),
          tokens.end(t),
          tokens.span(t, t),
          subject,
          true,
          claims,
          "disputed-predicate");
    }
  }

  /** "Claims about …", "claims that …"; claims "from years ago" only point at some. */
  private boolean tellsWhat(int next) {
    return next < tokens.size()
        && (LEXICON.contents.contains(tokens.lower(next))
            || Connectives.isComplementizer(tokens.lower(next)));
  }

  /** "Filed false reports": the reports are papers, and no claim is told. */
  private boolean isLoose(int noun) {
    if (!LEXICON.loose.contains(tokens.lower(noun))) {
      return false;
    }
    int next = noun + 1;
    return next >= tokens.size()
        || tokens.sentence(next) != tokens.sentence(noun)
        || tags.part(next) != PartOfSpeech.IN && !Connectives.isComplementizer(tokens.lower(next));
  }

  private boolean isComma(int t) {
    return tokens.first(t) == ',';
  }

  private boolean isClaimNoun(int t) {
    return LEXICON.nouns.contains(tokens.lower(t)) && !tags.part(t).isProperNoun();
  }

  /** The claim noun before "was baseless", or -1. */
  private int claimSubject(int adjective) {
    boolean verb = false;
    for (int i = adjective - 1; i >= 0 && i > adjective - 8; i--) {
      if (tokens.sentence(i) != tokens.sentence(adjective)) {
        return -1;
      }
      if (verb && isClaimNoun(i)) {
        return isHead(i) ? i : -1;
      }
      verb |= tags.part(i).isFinite();
    }
    return -1;
  }

  /** "Claims that he lied were false", not "claims video was faked": the noun heads its phrase. */
  private boolean isHead(int noun) {
    int next = noun + 1;
    PartOfSpeech part = tags.part(next);
    return !part.isNoun() && part != PartOfSpeech.DT && !part.isAdjective();
  }

  /** "falsely claimed that …". */
  private void adverb(int t, List<Claim> claims) {
    for (int i = t - 2; i <= t + 2; i++) {
      if (i < 0 || i >= tokens.size() || tokens.sentence(i) != tokens.sentence(t)) {
        continue;
      }
      if (claims(CueLexicon.ENGLISH.verb(tokens.lower(i)))) {
        int first = Math.min(i, t);
        int end = clauseEnd(Math.max(i, t) + 1);
        Quote quote = quotes.ofCue(tokens.start(i));
        Speaker speaker = quote == null ? null : quote.speaker();
        String about = speaker != null ? speaker.name() : subjectName(i, false);
        Quote told = quotes.directAround(tokens.start(t), tokens.end(t));
        claims.add(
            new Claim(
                tokens.start(first),
                tokens.end(end - 1),
                told == null || told.speaker() == null ? null : told.speaker().name(),
                Stance.DISPUTES,
                about,
                tokens.span(first, Math.max(i, t)).of(tokens.text()),
                "disputed-verb"));
        return;
      }
    }
  }

  private static boolean claims(CueLexicon.@Nullable Verb verb) {
    return verb != null
        && (verb.kind() == CueLexicon.Class.SPEECH || LEXICON.verbs.contains(verb.lemma()));
  }

  private void phrase(int t, ClaimLexicon.Phrase phrase, List<Claim> claims) {
    int last = t + phrase.words().size() - 1;
    if (!phrase.beside()) {
      int end = clauseEnd(last + 1);
      add(
          tokens.start(t),
          tokens.end(end - 1),
          tokens.span(t, last),
          t,
          false,
          claims,
          "disputing-phrase");
      return;
    }
    // "claimed, without evidence, that …": the claim is the one of this sentence
    int sentence = tokens.sentence(t);
    Span whole = tokens.sentenceSpan(sentence);
    Quote nearest = quotes.nearest(tokens.start(t), whole.start(), whole.end());
    Span marker = tokens.span(t, last);
    int start =
        nearest == null ? whole.start() : Math.min(nearest.content().start(), marker.start());
    int end = nearest == null ? whole.end() : Math.max(nearest.content().end(), marker.end());
    String about =
        nearest != null && nearest.speaker() != null
            ? nearest.speaker().name()
            : subjectName(t, false);
    claims.add(
        new Claim(
            start,
            end,
            null,
            Stance.DISPUTES,
            about,
            marker.of(tokens.text()),
            "disputing-phrase"));
  }

  /**
   * A marker belongs to the speaker of the quote that holds it. "He repeated false claims" is the
   * reporter's dispute of what he says; "she said there was no evidence" is hers.
   */
  private void add(
      int start, int end, Span marker, int token, boolean noun, List<Claim> claims, String rule) {
    Quote direct = quotes.directAround(marker.start(), marker.end());
    Quote indirect = quotes.indirectAround(marker.start(), marker.end());
    String by = null;
    String about = null;
    if (direct != null) {
      by = direct.speaker() == null ? null : direct.speaker().name();
      if (by == null) {
        return;
      }
    } else if (indirect != null && indirect.speaker() != null && isSpoken(indirect)) {
      boolean object = noun && !isDenial(indirect) && !startsClause(indirect, marker.start());
      if (object) {
        about = indirect.speaker().name();
      } else {
        by = indirect.speaker().name();
      }
    }
    if (about == null && by == null) {
      about = owner(token, !noun);
    }
    if (about == null || !noun) {
      String named = ownerAhead(token, end);
      about = named == null ? about : named;
    }
    claims.add(new Claim(start, end, by, Stance.DISPUTES, about, marker.of(tokens.text()), rule));
  }

  /** "No evidence to support Lund's claim that …": whose it is stands before the noun. */
  private @Nullable String ownerAhead(int token, int end) {
    for (int t = token; t < tokens.size() && tokens.start(t) < end && t < token + AHEAD; t++) {
      if (isClaimNoun(t)) {
        return ClaimLexicon.owner(tokens, tags, mentions, t);
      }
    }
    return null;
  }

  /** "Wanted a review of the false reports" says nothing of them. */
  private boolean isSpoken(Quote quote) {
    Span cue = quote.cue();
    CueLexicon.Verb verb =
        cue == null
            ? null
            : CueLexicon.ENGLISH.verb(cue.of(tokens.text()).toLowerCase(Locale.ROOT));
    if (verb == null) {
      return cue == null || !tags.part(tokens.at(cue.start())).isVerb();
    }
    return verb.kind() != CueLexicon.Class.THOUGHT && verb.kind() != CueLexicon.Class.ATTITUDE;
  }

  private boolean isDenial(Quote quote) {
    Span cue = quote.cue();
    CueLexicon.Verb verb =
        cue == null
            ? null
            : CueLexicon.ENGLISH.verb(cue.of(tokens.text()).toLowerCase(Locale.ROOT));
    return verb != null && verb.kind() == CueLexicon.Class.DENY;
  }

  /** Whether a verb of its own stands before the marker: "that the claims were false". */
  private boolean startsClause(Quote quote, int marker) {
    for (int t = tokens.at(quote.content().start());
        t < tokens.size() && tokens.start(t) < marker;
        t++) {
      if (tags.part(t).isFinite()) {
        return true;
      }
    }
    return false;
  }

  /** Whose claim it is: a name with possessive mark before it, else the subject of the sentence. */
  private @Nullable String owner(int token, boolean behind) {
    String owner = ClaimLexicon.owner(tokens, tags, mentions, token);
    return owner == null ? subjectName(token, behind) : owner;
  }

  /**
   * The first phrase of a sentence that has a verb of its own, resolved to a name.
   *
   * @param behind whether it may stand behind the token: "there was no way he might …"
   */
  private @Nullable String subjectName(int token, boolean behind) {
    QuoteScene found = scene();
    int sentence = tokens.sentence(token);
    int first = Math.max(tokens.sentenceFirst(sentence), token - LONGEST);
    int last = behind ? Math.min(tokens.sentenceEnd(sentence), token + LONGEST) : token;
    for (int t = first; t < last; t++) {
      int p = found.phraseOf[t];
      if (p < 0) {
        continue;
      }
      NounPhrase phrase = found.phrases.get(p);
      int next = phrase.last() + 1;
      boolean subject = next < tokens.size() && tags.part(next).isFinite();
      boolean actor =
          phrase.kind() == NounPhrase.Kind.PERSON || phrase.kind() == NounPhrase.Kind.PRONOUN;
      if (subject && actor && resolver != null) {
        Speaker speaker = resolver.speaker(p, -1);
        if (speaker != null && speaker.type() == SpeakerType.PERSON) {
          return speaker.name();
        }
      }
      t = phrase.last();
    }
    return null;
  }

  private QuoteScene scene() {
    QuoteScene made = scene;
    if (made == null) {
      made = QuoteFinder.scene(article, tokens, tags, mentions);
      scene = made;
    }
    if (resolver == null) {
      resolver = new SpeakerResolver(made, new float[made.spans.size()], List.of());
    }
    return made;
  }

  private static boolean isWithdrawal(String word) {
    CueLexicon.Verb verb = CueLexicon.ENGLISH.verb(word);
    return verb != null && verb.kind() == CueLexicon.Class.WITHDRAW;
  }

  /** "withdrew the claim", "retracted its statement". */
  private void withdrawal(int t, String word, List<Claim> claims) {
    if (!tags.part(t).isVerb()) {
      return;
    }
    if (!isWithdrawal(word)) {
      return;
    }
    for (int i = t + 1; i < tokens.size() && i <= t + 5; i++) {
      if (tokens.sentence(i) != tokens.sentence(t)) {
        return;
      }
      if (isClaimNoun(i)) {
        Quote quote = quotes.ofCue(tokens.start(t));
        String by =
            quote != null && quote.speaker() != null ? quote.speaker().name() : anySubject(t);
        if (by != null) {
          claims.add(
              new Claim(
                  tokens.start(t),
                  tokens.end(clauseEnd(i + 1) - 1),
                  by,
                  Stance.WITHDRAWS,
                  null,
                  tokens.span(t, i).of(tokens.text()),
                  "withdrawal"));
        }
        return;
      }
    }
  }

  /** The name or noun phrase right before a verb. */
  private @Nullable String anySubject(int verb) {
    QuoteScene found = scene();
    for (int t = verb - 1; t >= 0 && t > verb - 5; t--) {
      if (tokens.sentence(t) != tokens.sentence(verb)) {
        return null;
      }
      int p = found.phraseOf[t];
      // "Lund on Thursday withdrew": the day did not
      boolean other = p < 0 || found.phrases.get(p).kind() == NounPhrase.Kind.PROPER;
      if (!other && resolver != null) {
        Speaker speaker = resolver.speaker(p, -1);
        return speaker == null ? null : speaker.name();
      }
    }
    return null;
  }

  /** Token after the clause that goes on here: a stop that parts clauses, or the sentence's end. */
  private int clauseEnd(int from) {
    int token = Math.min(from, tokens.size()) - 1;
    int end = Math.min(tokens.sentenceEnd(tokens.sentence(token)), from + LONGEST);
    int t = from;
    while (t < end) {
      char c = tokens.first(t);
      boolean comma = c == ',' && t + 1 < end && !Character.isDigit(tokens.first(t + 1));
      if (c == ';' || c == '—' || c == '–' || c == '.' || c == '!' || c == '?' || c == '"'
          || c == '”' || c == '“' || c == ')' || comma) {
        return t;
      }
      t++;
    }
    return Math.max(t, token + 1);
  }
}

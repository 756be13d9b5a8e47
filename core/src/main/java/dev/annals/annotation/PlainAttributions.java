package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.Set;

/**
 * Attributions that stand plainly before a quotation where nothing else tells its speaker: “Okoro
 * defends the plan in her letter: ‘…’”; and questions that the report tells of.
 */
final class PlainAttributions {

  private static final Set<String> ASKING =
      Set.copyOf(TextResources.lines(PlainAttributions.class, "asking-verbs.en.txt"));

  /** Prepositions before who speaks next. */
  private static final Set<String> SENDERS =
      Set.copyOf(TextResources.lines(PlainAttributions.class, "sender-prepositions.en.txt"));

  /** From here a verb of speech beside a quotation reports it. */
  private static final double REPORTS = 0.3;

  /** Tokens between a name and the verb that is its own. */
  private static final int REACH = 25;

  /** Tokens between a verb and its own subject, auxiliaries counted. */
  private static final int BESIDE = 3;

  private final QuoteScene scene;
  private final float[] cues;
  private final SourceChooser sources;

  PlainAttributions(QuoteScene scene, float[] cues, SourceChooser sources) {
    this.scene = scene;
    this.cues = cues;
    this.sources = sources;
  }

  /**
   * The phrase that speaks.
   *
   * @param s number of the quoted span
   * @param chosen the likeliest phrase, or -1 for none
   * @return the phrase that is named plainly, else the chosen one
   */
  int speaker(int s, int chosen) {
    return chosen >= 0 ? chosen : colon(s);
  }

  private boolean isReport(int t) {
    return isSpeech(t) && scene.part(t).isFinite() && cues[t] >= REPORTS;
  }

  private boolean isSpeech(int t) {
    CueLexicon.Verb verb = scene.verb[t];
    return verb != null && verb.kind() == CueLexicon.Class.SPEECH;
  }

  /** Okoro backed the plan in her letter: “…” */
  private int colon(int s) {
    int colon = scene.beforeSpan(s);
    if (colon < 2 || !scene.is(colon, ':') || scene.spanOf[colon] >= 0) {
      return -1;
    }
    int sentence = scene.tokens.sentence(colon);
    int first = Math.max(scene.tokens.sentenceFirst(sentence), colon - 3 * REACH);
    int near = scene.phraseOf[colon - 1];
    int preposition = near < 0 ? -1 : scene.phrases.get(near).first() - 1;
    if (preposition > first && SENDERS.contains(scene.tokens.lower(preposition)) && named(near)) {
      return near; // "more from Okoro:"
    }
    for (int t = colon - 1; t >= first; t--) {
      if (cues[t] >= REPORTS && scene.spanOf[t] < 0) {
        int source = sources.source(t);
        return source >= 0 && named(source) && isBeside(source, t) ? source : -1;
      }
    }
    return -1;
  }

  private boolean isBeside(int p, int cue) {
    NounPhrase phrase = scene.phrases.get(p);
    return phrase.last() < cue ? cue - phrase.last() <= BESIDE : phrase.first() - cue <= BESIDE;
  }

  private boolean named(int p) {
    NounPhrase.Kind kind = scene.phrases.get(p).kind();
    return kind == NounPhrase.Kind.PERSON
        || kind == NounPhrase.Kind.ORGANIZATION
        || kind == NounPhrase.Kind.PRONOUN;
  }

  /** "Asked whether it was “a mistake,” Okoro said no": words of the question. */
  boolean isAsked(int s) {
    int before = scene.beforeSpan(s);
    int first = scene.spanFirst[s];
    if (before < 1
        || !scene.samePlace(before, first)
        || scene.tokens.sentence(before) != scene.tokens.sentence(first)) {
      return false;
    }
    boolean question = false;
    for (int t = before; t >= 0 && t > before - REACH; t--) {
      if (scene.tokens.sentence(t) != scene.tokens.sentence(before) || scene.spanOf[t] >= 0) {
        return false;
      }
      String word = scene.tokens.lower(t);
      question |=
          Connectives.isInterrogative(word)
              || Connectives.isCondition(word)
              || word.equals(Connectives.WHETHER)
              || scene.part(t) == PartOfSpeech.IN;
      if (ASKING.contains(Lemmas.verb(word)) && scene.part(t) == PartOfSpeech.VBN) {
        return question && t + 1 < first;
      }
      if (isReport(t)) {
        return false;
      }
    }
    return false;
  }
}

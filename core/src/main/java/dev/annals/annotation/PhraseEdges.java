package dev.annals.annotation;

/** How far a noun phrase reaches that a speaker is named with. */
final class PhraseEdges {

  private final QuoteScene scene;

  PhraseEdges(QuoteScene scene) {
    this.scene = scene;
  }

  /** First token of "one of the mayor's aides". */
  int first(NounPhrase phrase) {
    int of = phrase.first() - 1;
    boolean some =
        phrase.kind() == NounPhrase.Kind.COMMON
            && of > 0
            && scene.tokens.lower(of).equals(Connectives.OF)
            && scene.part(of - 1) == PartOfSpeech.CD
            && scene.tokens.sentence(of - 1) == scene.tokens.sentence(of);
    return some ? of - 1 : phrase.first();
  }

  /** Last token of "the chairman of the harbour board". */
  int last(NounPhrase phrase) {
    int of = phrase.last() + 1;
    if (phrase.kind() != NounPhrase.Kind.COMMON
        || of + 1 >= scene.size()
        || !scene.tokens.lower(of).equals(Connectives.OF)
        || scene.phraseOf[of + 1] < 0
        || scene.spanOf[of + 1] != scene.spanOf[of - 1]
        || scene.tokens.sentence(of + 1) != scene.tokens.sentence(of)) {
      return phrase.last();
    }
    NounPhrase whole = scene.phrases.get(scene.phraseOf[of + 1]);
    boolean named = whole.mention() != null || whole.kind() == NounPhrase.Kind.PROPER;
    return named ? whole.last() : phrase.last();
  }

  /**
   * Last token of "one Okoro ally": the noun for a person right behind a name that is no part of
   * another name, or the phrase's own last token.
   */
  int lastOfAlly(NounPhrase phrase) {
    int next = phrase.last() + 1;
    boolean ally =
        phrase.kind() == NounPhrase.Kind.PERSON
            && next < scene.size()
            && scene.tokens.sentence(next) == scene.tokens.sentence(phrase.last())
            && scene.spanOf[next] == scene.spanOf[phrase.last()]
            && Character.isLowerCase(scene.tokens.first(next))
            && RoleWords.isRole(scene.tokens, next)
            && !(next + 1 < scene.size()
                && Character.isUpperCase(scene.tokens.first(next + 1))
                && scene.tokens.sentence(next + 1) == scene.tokens.sentence(next));
    return ally ? next : phrase.last();
  }
}

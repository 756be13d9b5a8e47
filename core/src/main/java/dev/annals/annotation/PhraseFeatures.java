package dev.annals.annotation;

/** Features of a noun phrase in its surroundings, shared by the choices of speakers and sources. */
final class PhraseFeatures {

  /** A cue further off than this many tokens is nobody's neighbour. */
  private static final int FAR = 40;

  private final QuoteScene scene;
  private final float[] cues;

  PhraseFeatures(QuoteScene scene, float[] cues) {
    this.scene = scene;
    this.cues = cues;
  }

  /** How a candidate stands to a cue. */
  void cueFeatures(int base, int cue, NounPhrase phrase, int type, FeatureVector f) {
    if (cue < 0) {
      f.add(base);
      return;
    }
    if (scene.tokens.sentence(cue) != scene.tokens.sentence(phrase.first())) {
      f.add(base + 1, level(cue));
      return;
    }
    boolean before = phrase.last() < cue;
    if (!before && phrase.first() <= cue) {
      f.add(base + 2);
      return;
    }
    int from = before ? phrase.last() + 1 : cue + 1;
    int to = before ? cue : phrase.first();
    int side = before ? 1 : 2;
    if (to - from > FAR) {
      f.add(base + 14, side);
      return;
    }
    int kind = phrase.kind().ordinal();
    int path = path(from, to);
    int length = Math.min(to - from, 12);
    int phrases = 0;
    int verbs = 0;
    int commas = 0;
    for (int t = from; t < to; t++) {
      phrases +=
          scene.phraseOf[t] >= 0 && (t == from || scene.phraseOf[t] != scene.phraseOf[t - 1])
              ? 1
              : 0;
      verbs += scene.part(t).isFinite() ? 1 : 0;
      commas += scene.is(t, ',') ? 1 : 0;
    }
    f.add(base + 3, side, path);
    f.add(base + 4, side, path, kind);
    f.add(base + 5, side, length, level(cue));
    f.add(
        base + 6, side * 100 + Math.min(phrases, 5) * 10 + Math.min(verbs, 3), Math.min(commas, 3));
    f.add(base + 7, side, phrases == 0 ? path : 1, SpanScreen.lemma(scene, cue));
    f.add(base + 8, side, Math.min(phrases, 4), kind);
    f.add(base + 9, side, scene.symbol(cue), Math.min(length, 3));
    f.add(base + 10, side, scene.symbol(phrase.first() - 1), Math.min(length, 3));
    f.add(base + 11, side * 16 + Math.min(phrases, 3) * 4 + Math.min(verbs, 3), type);
    f.add(base + 12, side, scene.symbol(cue + 1), Math.min(phrases, 2));
    int opening = scene.tokens.sentenceFirst(scene.tokens.sentence(cue));
    f.add(base + 13, side, Math.min(phrase.first() - opening, 3), Math.min(verbs, 2));
  }

  /** Hash of the words' kinds between two tokens; one value for all long ways. */
  int path(int from, int to) {
    if (to - from > 6) {
      return 6;
    }
    int hash = 17;
    for (int t = from; t < to; t++) {
      hash = hash * 31 + scene.symbol(t);
    }
    return hash;
  }

  /** What a candidate is and what stands beside it. */
  void phraseFeatures(NounPhrase phrase, int region, int type, FeatureVector f) {
    int next = phrase.last() + 1;
    int before = phrase.first() - 1;
    int kind = phrase.kind().ordinal();
    boolean verbFollows =
        next < scene.size()
            && (scene.part(next).isFinite() || scene.part(next) == PartOfSpeech.VBN);
    f.add(80, scene.symbol(next), region);
    f.add(81, scene.symbol(before), region);
    f.add(82, scene.symbol(before), scene.symbol(next), kind);
    f.add(83, scene.word(before), region);
    if (phrase.kind() == NounPhrase.Kind.PRONOUN || phrase.kind() == NounPhrase.Kind.RELATIVE) {
      f.add(84, scene.word(phrase.first()));
      f.add(85, scene.word(phrase.first()), region);
    } else if (phrase.mention() == null) {
      f.add(86, scene.word(phrase.last()));
      f.add(87, scene.word(phrase.first()), kind);
      f.add(88, scene.symbol(phrase.last()), scene.symbol(phrase.first()), region);
    }
    int sentence = scene.tokens.sentence(phrase.first());
    boolean opens = scene.tokens.sentenceFirst(sentence) == phrase.first();
    f.add(89, opens ? 1 : 0, region, verbFollows ? 1 : 0);
    f.add(90, opens ? 1 : 0, kind, type);
    int governed = -1;
    for (int t = next; t < scene.size() && t < next + 4; t++) {
      if (scene.tokens.sentence(t) != sentence) {
        break;
      }
      if (cues[t] > 0) {
        governed = t;
        break;
      }
    }
    f.add(91, region, level(governed), kind);
    if (governed >= 0) {
      f.add(92, SpanScreen.lemma(scene, governed), region);
    }
    if (before >= 0 && cues[before] > 0) {
      f.add(93, level(before), region);
    }
    f.add(94, Math.min(scene.paragraphOf[phrase.first()], 2), kind);
  }

  /** How likely a token is a cue, in steps. */
  int level(int cue) {
    return cue < 0 ? 0 : 1 + (int) (cues[cue] * 3.99);
  }

  /** Number of the first phrase that begins at or after a token. */
  int phraseFrom(int token) {
    int low = 0;
    int high = scene.phrases.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scene.phrases.get(middle).first() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package dev.annals.annotation;

/** Says how likely each verb of a scene reports somebody's words or attitude. */
final class CueScorer {

  private CueScorer() {}

  static boolean isCandidate(QuoteScene scene, int token) {
    return scene.part(token).isVerb() || scene.verb[token] != null || scene.cueNoun[token];
  }

  /** By token: the probability that it is a cue; 0 for all that cannot be one. */
  static float[] probabilities(QuoteScene scene, LinearModel model) {
    var probabilities = new float[scene.size()];
    var features = new FeatureVector();
    for (int t = 0; t < probabilities.length; t++) {
      if (isCandidate(scene, t)) {
        features(scene, t, features);
        probabilities[t] = (float) LinearModel.probability(model.score(features));
      }
    }
    return probabilities;
  }

  static void features(QuoteScene scene, int t, FeatureVector f) {
    f.clear();
    int word = scene.word[t];
    int part = scene.symbol(t);
    CueLexicon.Verb verb = scene.verb[t];
    int lemma = scene.lemma[t];
    int kind = verb == null ? scene.cueNoun[t] ? 8 : 9 : verb.kind().ordinal();
    f.add(1);
    f.add(2, word);
    f.add(3, lemma);
    f.add(4, kind, part);
    int next = scene.word(t + 1);
    int next2 = scene.word(t + 2);
    int before = scene.word(t - 1);
    f.add(5, kind, scene.symbol(t + 1));
    f.add(6, lemma, scene.symbol(t + 1));
    f.add(7, lemma, next);
    f.add(8, kind, next, next2);
    f.add(9, part, next);
    f.add(10, lemma, before);
    f.add(11, kind, before);
    f.add(12, part, scene.symbol(t - 1), scene.symbol(t - 2));
    f.add(13, kind, scene.symbol(t + 1), scene.symbol(t + 2));
    f.add(14, scene.word(t - 2), before);
    f.add(15, lemma, scene.symbol(t - 1));
    int subject = phraseBefore(scene, t);
    int object = phraseAfter(scene, t);
    f.add(16, kind, subject);
    f.add(17, kind, object);
    f.add(18, lemma, subject);
    f.add(19, lemma, object);
    boolean inside = scene.spanOf[t] >= 0;
    f.add(20, inside ? 1 : 0, kind);
    if (inside) {
      f.add(21, lemma);
    }
    f.add(22, kind, nearQuote(scene, t));
    f.add(23, lemma, nearQuote(scene, t));
    int first = scene.tokens.sentenceFirst(scene.tokens.sentence(t));
    f.add(24, kind, Math.min(t - first, 4));
    f.add(25, part, Math.min(scene.tokens.sentenceEnd(scene.tokens.sentence(t)) - t, 4));
    f.add(26, thatFollows(scene, t), kind);
    f.add(27, scene.symbol(t - 1), part, scene.symbol(t + 1));
    f.add(28, lemma, thatFollows(scene, t));
    f.add(30, lemma, scene.symbol(t + 1), scene.symbol(t + 2));
    f.add(31, lemma, subject, object);
    f.add(32, lemma, part);
    f.add(33, lemma, scene.symbol(t - 1), scene.symbol(t + 1));
    f.add(34, subjectHead(scene, t), kind);
    if (t > 0 && scene.verb[t - 1] != null) {
      f.add(29, scene.verb[t - 1].kind().ordinal(), kind);
    }
  }

  private static int phraseBefore(QuoteScene scene, int t) {
    for (int i = t - 1; i >= 0 && i >= t - 4; i--) {
      if (scene.tokens.sentence(i) != scene.tokens.sentence(t)) {
        return 20;
      }
      if (scene.phraseOf[i] >= 0) {
        return scene.phrases.get(scene.phraseOf[i]).kind().ordinal();
      }
    }
    return 21;
  }

  /** The last word of the phrase before a verb, when it is no name. */
  private static int subjectHead(QuoteScene scene, int t) {
    for (int i = t - 1; i >= 0 && i >= t - 4; i--) {
      if (scene.phraseOf[i] >= 0) {
        NounPhrase phrase = scene.phrases.get(scene.phraseOf[i]);
        return phrase.mention() == null ? scene.word[phrase.last()] : phrase.kind().ordinal();
      }
    }
    return 21;
  }

  private static int phraseAfter(QuoteScene scene, int t) {
    if (t + 1 < scene.size() && scene.phraseOf[t + 1] >= 0) {
      return scene.phrases.get(scene.phraseOf[t + 1]).kind().ordinal();
    }
    return 21;
  }

  /** Whether a quoted span ends before or begins after, and how near. */
  private static int nearQuote(QuoteScene scene, int t) {
    for (int d = 1; d <= 6; d++) {
      if (t - d >= 0 && scene.spanOf[t - d] >= 0 && scene.spanOf[t - d] != scene.spanOf[t]) {
        return d < 4 ? 1 : 2;
      }
      if (t + d < scene.size()
          && scene.spanOf[t + d] >= 0
          && scene.spanOf[t + d] != scene.spanOf[t]) {
        return d < 4 ? 3 : 4;
      }
    }
    return 0;
  }

  /** Distance to a preposition or subordinating word that may open a clause. */
  private static int thatFollows(QuoteScene scene, int t) {
    for (int d = 1; d <= 5 && t + d < scene.size(); d++) {
      PartOfSpeech p = scene.part(t + d);
      if (p == PartOfSpeech.IN || p == PartOfSpeech.TO) {
        return FeatureVector.mix(scene.word[t + d]) ^ Math.min(d, 2);
      }
      if (p.isVerb()) {
        return 2;
      }
    }
    return 3;
  }
}

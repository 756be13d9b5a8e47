package dev.annals.annotation;

import java.util.ArrayList;
import java.util.List;

/** Which noun phrases may be the source of a cue, and the features that tell the right one. */
final class SourceCandidates {

  private final QuoteScene scene;
  private final PhraseFeatures near;

  SourceCandidates(QuoteScene scene, float[] cues) {
    this.scene = scene;
    this.near = new PhraseFeatures(scene, cues);
  }

  /** Features of a candidate for the source of a cue without quotation marks. */
  void features(int cue, int p, FeatureVector f) {
    f.clear();
    NounPhrase phrase = scene.phrases.get(p);
    near.cueFeatures(10, cue, phrase, 77, f);
    int side = phrase.last() < cue ? 1 : 2;
    int here = near.phraseFrom(cue);
    int rank = side == 1 ? here - 1 - p : p - here;
    int kind = phrase.kind().ordinal();
    f.add(120, side, Math.min(rank, 6), kind);
    f.add(121, side, Math.min(rank, 6), scene.symbol(cue));
    f.add(122, side, Math.min(rank, 3), SpanScreen.lemma(scene, cue));
    f.add(123, scene.spanOf[phrase.first()] == scene.spanOf[cue] ? 1 : 0);
    near.phraseFeatures(phrase, 60 + side, 77, f);
  }

  /** Features of a cue without a source in its sentence. */
  void abstention(int cue, FeatureVector f) {
    f.clear();
    f.add(601);
    f.add(602, scene.symbol(cue));
    f.add(603, SpanScreen.lemma(scene, cue));
    f.add(604, scene.symbol(cue), scene.symbol(cue - 1));
    f.add(605, scene.word(cue - 1), scene.symbol(cue));
    f.add(606, scene.word(cue), scene.word(cue + 1));
  }

  /** The noun phrases of a cue's sentence. */
  List<Integer> of(int cue) {
    var found = new ArrayList<Integer>();
    int sentence = scene.tokens.sentence(cue);
    int here = near.phraseFrom(cue);
    for (int p = here; p < scene.phrases.size() && p < here + 6; p++) {
      if (scene.tokens.sentence(scene.phrases.get(p).first()) != sentence) {
        break;
      }
      found.add(p);
    }
    for (int p = here - 1; p >= 0 && p > here - 16; p--) {
      if (scene.tokens.sentence(scene.phrases.get(p).first()) != sentence) {
        break;
      }
      found.add(p);
    }
    return found;
  }
}

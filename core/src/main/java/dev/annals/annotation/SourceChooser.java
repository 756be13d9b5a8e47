package dev.annals.annotation;

import java.util.List;

/** The noun phrase of its sentence that a cue has as its source, with how sure that is. */
final class SourceChooser {

  private final SourceCandidates candidates;
  private final LinearModel model;
  private final FeatureVector features = new FeatureVector();

  /** By token: number of the phrase plus 2, 1 for none, 0 for not asked yet. */
  private final int[] chosen;

  private final float[] certainty;

  SourceChooser(QuoteScene scene, float[] cues, LinearModel model) {
    this.candidates = new SourceCandidates(scene, cues);
    this.model = model;
    this.chosen = new int[scene.size()];
    this.certainty = new float[scene.size()];
  }

  /** Number of the likeliest phrase, or -1 when that no phrase is the source is likelier. */
  int source(int cue) {
    if (chosen[cue] == 0) {
      choose(cue);
    }
    return chosen[cue] - 2;
  }

  /** Probability of what {@link #source} gives. */
  float certainty(int cue) {
    source(cue);
    return certainty[cue];
  }

  private void choose(int cue) {
    List<Integer> options = candidates.of(cue);
    candidates.abstention(cue, features);
    float none = model.score(features);
    float most = none;
    int best = -1;
    var scores = new float[options.size()];
    for (int i = 0; i < scores.length; i++) {
      candidates.features(cue, options.get(i), features);
      scores[i] = model.score(features);
      if (scores[i] > most) {
        best = i;
        most = scores[i];
      }
    }
    double all = Math.exp(none - most);
    for (float score : scores) {
      all += Math.exp(score - most);
    }
    chosen[cue] = best < 0 ? 1 : options.get(best) + 2;
    certainty[cue] = (float) (1 / all);
  }
}

package dev.annals.annotation;

import dev.annals.text.Span;

/** The words of a cue. */
final class Cues {

  private Cues() {}

  /** The verb with the preposition that belongs to it when that stands alone: "according to". */
  static Span span(QuoteScene scene, int cue) {
    int last = cue;
    if (scene.part(cue) == PartOfSpeech.VBG
        && scene.verb[cue] == null
        && cue + 1 < scene.size()
        && (scene.part(cue + 1) == PartOfSpeech.TO || scene.part(cue + 1) == PartOfSpeech.IN)) {
      last = cue + 1;
    }
    return scene.tokens.span(cue, last);
  }

  /** What kind of cue it is, for the name of the rule. */
  static String kind(QuoteScene scene, int cue) {
    var verb = scene.verb[cue];
    return verb == null ? "other" : verb.kind().name().toLowerCase(java.util.Locale.ROOT);
  }
}

package dev.annals.annotation;

import java.util.ArrayList;
import java.util.List;

/**
 * The choice of a speaker: which noun phrases are candidates for a quote or a cue, and the features
 * that tell the right one.
 */
final class SpeakerScorer {

  /** Candidates further away than this many phrases are never right often enough to pay. */
  private static final int REACH = 30;

  private final QuoteScene scene;
  private final float[] cues;
  private final float[] screen;
  private final SourceChooser sources;
  private final PhraseFeatures near;

  SpeakerScorer(QuoteScene scene, float[] cues, float[] screen, SourceChooser sources) {
    this.scene = scene;
    this.cues = cues;
    this.screen = screen;
    this.sources = sources;
    this.near = new PhraseFeatures(scene, cues);
  }

  /** What is known of a quote before its speaker is looked for. */
  record Question(int span, int cueAfter, int cueBefore, int lastSpeaker, int lastSpan) {}

  Question question(int span, int lastSpeaker, int lastSpan) {
    return new Question(
        span,
        SpanScreen.cueAfter(scene, cues, span),
        SpanScreen.cueBefore(scene, cues, span),
        lastSpeaker,
        lastSpan);
  }

  /** The noun phrases that may speak a quoted span, by number. */
  List<Integer> candidates(Question q) {
    int s = q.span();
    int first = scene.spanFirst[s];
    int home = scene.paragraphOf[Math.min(first, scene.size() - 1)];
    var found = new ArrayList<Integer>();
    int after = scene.afterSpan(s);
    int count = 0;
    for (int p = near.phraseFrom(after); p < scene.phrases.size() && count < REACH; p++) {
      NounPhrase phrase = scene.phrases.get(p);
      int paragraph = scene.paragraphOf[phrase.first()];
      if (paragraph > home + 1
          || paragraph == home + 1
              && scene.tokens.sentence(phrase.first()) > sentenceAfter(home + 1, after)) {
        break;
      }
      if (speaks(phrase)) {
        found.add(p);
        count++;
      }
    }
    count = 0;
    for (int p = near.phraseFrom(first) - 1; p >= 0 && count < REACH; p--) {
      NounPhrase phrase = scene.phrases.get(p);
      if (scene.paragraphOf[phrase.first()] < home - 2) {
        break;
      }
      if (speaks(phrase)) {
        found.add(p);
        count++;
      }
    }
    if (q.lastSpeaker() >= 0 && !found.contains(q.lastSpeaker())) {
      found.add(q.lastSpeaker());
    }
    return found;
  }

  private int sentenceAfter(int paragraph, int from) {
    for (int t = from; t < scene.size(); t++) {
      if (scene.paragraphOf[t] >= paragraph) {
        return scene.tokens.sentence(t);
      }
    }
    return Integer.MAX_VALUE;
  }

  private boolean speaks(NounPhrase phrase) {
    int span = scene.spanOf[phrase.first()];
    return span < 0 || screen[span] < 0.5;
  }

  /** Features of leaving a quoted span without a speaker. */
  void abstention(Question q, FeatureVector f) {
    f.clear();
    int type = type(q);
    f.add(501);
    f.add(502, type);
    f.add(503, type, near.level(q.cueAfter()), near.level(q.cueBefore()));
    f.add(504, type, Math.min(6, scene.spanEnd[q.span()] - scene.spanFirst[q.span()]));
    f.add(505, type, q.lastSpeaker() < 0 ? 9 : Math.min(3, paragraphsSince(q)));
    f.add(506, (int) (screen[q.span()] * 9.99));
    int before = scene.beforeSpan(q.span());
    f.add(507, scene.samePlace(before, scene.spanFirst[q.span()]) ? scene.word(before) : 1);
    f.add(508, scene.spans.get(q.span()).continues() ? 1 : 0, type);
  }

  private int paragraphsSince(Question q) {
    return q.lastSpan() < 0
        ? 9
        : scene.paragraphOf[scene.spanFirst[q.span()]]
            - scene.paragraphOf[scene.spanFirst[q.lastSpan()]];
  }

  /** Whether the quote opens and closes its paragraph and its sentence. */
  private int type(Question q) {
    int s = q.span();
    int first = scene.spanFirst[s];
    int before = scene.beforeSpan(s);
    int after = scene.afterSpan(s);
    boolean opensParagraph = !scene.samePlace(before, first);
    boolean closesParagraph = !scene.samePlace(after, first);
    boolean opensSentence =
        opensParagraph || scene.tokens.sentence(before) != scene.tokens.sentence(first);
    boolean closesSentence =
        closesParagraph
            || scene.tokens.sentence(after) != scene.tokens.sentence(scene.spanEnd[s] - 1);
    return (opensParagraph ? 1 : 0)
        + (closesParagraph ? 2 : 0)
        + (opensSentence ? 4 : 0)
        + (closesSentence ? 8 : 0);
  }

  /** Features of a candidate for a quoted span. */
  void features(Question q, int p, FeatureVector f) {
    f.clear();
    NounPhrase phrase = scene.phrases.get(p);
    int s = q.span();
    int first = scene.spanFirst[s];
    int after = scene.afterSpan(s);
    int type = type(q);
    int kind = phrase.kind().ordinal();
    boolean follows = phrase.first() >= after;
    int region = region(phrase, s, follows);
    f.add(1, region, kind);
    f.add(2, region, type);
    f.add(3, region, type, kind);
    int rank = follows ? p - near.phraseFrom(after) : near.phraseFrom(first) - 1 - p;
    f.add(4, region, Math.min(rank, 8));
    f.add(5, region, Math.min(rank, 4), type);
    near.cueFeatures(10, q.cueAfter(), phrase, type, f);
    near.cueFeatures(40, q.cueBefore(), phrase, type, f);
    quotePath(phrase, s, follows, f);
    near.phraseFeatures(phrase, region, type, f);
    sourceOf(50 + 60, q.cueAfter(), p, f);
    sourceOf(50 + 65, q.cueBefore(), p, f);
    chainFeatures(q, p, phrase, region, type, f);
    int best = Math.max(near.level(q.cueAfter()), near.level(q.cueBefore()));
    f.add(8, best, region, kind);
  }

  private int region(NounPhrase phrase, int s, boolean follows) {
    int anchor = follows ? scene.spanEnd[s] - 1 : scene.spanFirst[s];
    int paragraphs = scene.paragraphOf[phrase.first()] - scene.paragraphOf[anchor];
    if (paragraphs != 0) {
      return paragraphs > 0 ? 10 : Math.max(paragraphs, -3) + 20;
    }
    int edge = follows ? scene.spanEnd[s] - 1 : scene.beforeSpan(s);
    int sentences =
        scene.tokens.sentence(phrase.first())
            - scene.tokens.sentence(
                follows ? Math.min(scene.afterSpan(s), scene.size() - 1) : edge);
    boolean joined =
        follows || scene.tokens.sentence(edge) == scene.tokens.sentence(scene.spanFirst[s]);
    return (follows ? 30 : 40)
        + Math.min(Math.abs(sentences), 3)
        + (joined ? 0 : 5)
        + (phrase.first() > scene.size() ? 1 : 0);
  }

  private void quotePath(NounPhrase phrase, int s, boolean follows, FeatureVector f) {
    int from = follows ? scene.afterSpan(s) : phrase.last() + 1;
    int to = follows ? phrase.first() : scene.beforeSpan(s) + 1;
    int side = follows ? 1 : 2;
    if (to - from <= 5 && to >= from) {
      f.add(70, side, near.path(from, to), phrase.kind().ordinal());
      f.add(71, side, near.path(from, to));
    }
    if (to - from <= 2 && to >= from) {
      f.add(72, side, scene.word(from), scene.word(to - 1));
    }
    int distance = Math.max(0, to - from);
    f.add(
        73,
        side,
        distance < 6 ? distance : distance < 12 ? 7 : distance < 30 ? 8 : distance < 60 ? 9 : 10);
  }

  /** Whether a cue has this phrase as its source. */
  private void sourceOf(int base, int cue, int p, FeatureVector f) {
    if (cue < 0) {
      return;
    }
    int source = sources.source(cue);
    int sure = (int) (sources.certainty(cue) * 4.99);
    int is = source < 0 ? 0 : source == p ? 1 : 2;
    f.add(base, is, sure);
    f.add(base + 1, is, sure, near.level(cue));
    f.add(base + 2, is, SpanScreen.lemma(scene, cue));
  }

  private void chainFeatures(
      Question q, int p, NounPhrase phrase, int region, int type, FeatureVector f) {
    if (q.lastSpeaker() < 0) {
      f.add(100, type);
      return;
    }
    NounPhrase last = scene.phrases.get(q.lastSpeaker());
    boolean same = p == q.lastSpeaker();
    boolean sameEntity = phrase.entity() >= 0 && phrase.entity() == last.entity();
    int since = Math.min(paragraphsSince(q), 4);
    int relation = same ? 2 : sameEntity ? 1 : 0;
    boolean continues = scene.spans.get(q.span()).continues();
    int best = Math.max(near.level(q.cueAfter()), near.level(q.cueBefore()));
    f.add(101, relation, since, type);
    f.add(102, relation, since, best);
    f.add(103, relation, region);
    f.add(104, relation, continues ? 1 : 0);
    f.add(105, relation, type, best);
    f.add(106, relation, since, last.kind().ordinal());
    if (q.lastSpan() >= 0) {
      int gap =
          Math.min(4, Math.max(0, scene.beforeSpan(q.span()) - scene.afterSpan(q.lastSpan()) + 1));
      f.add(107, relation, gap, since);
    }
  }
}

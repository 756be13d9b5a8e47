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

  SpeakerScorer(QuoteScene scene, float[] cues, float[] screen) {
    this.scene = scene;
    this.cues = cues;
    this.screen = screen;
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
    for (int p = phraseFrom(after); p < scene.phrases.size() && count < REACH; p++) {
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
    for (int p = phraseFrom(first) - 1; p >= 0 && count < REACH; p--) {
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

  /** Features of leaving a quoted span without a speaker. */
  void abstention(Question q, FeatureVector f) {
    f.clear();
    int type = type(q);
    f.add(501);
    f.add(502, type);
    f.add(503, type, level(q.cueAfter()), level(q.cueBefore()));
    f.add(504, type, Math.min(6, scene.spanEnd[q.span()] - scene.spanFirst[q.span()]));
    f.add(505, type, q.lastSpeaker() < 0 ? 9 : Math.min(3, paragraphsSince(q)));
    f.add(506, (int) (screen[q.span()] * 9.99));
    int before = scene.beforeSpan(q.span());
    f.add(507, scene.samePlace(before, scene.spanFirst[q.span()]) ? scene.word(before) : 1);
    f.add(508, scene.spans.get(q.span()).continues() ? 1 : 0, type);
  }

  private int level(int cue) {
    return cue < 0 ? 0 : 1 + (int) (cues[cue] * 3.99);
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
    int rank = follows ? p - phraseFrom(after) : phraseFrom(first) - 1 - p;
    f.add(4, region, Math.min(rank, 8));
    f.add(5, region, Math.min(rank, 4), type);
    cueFeatures(10, q.cueAfter(), phrase, type, f);
    cueFeatures(40, q.cueBefore(), phrase, type, f);
    quotePath(phrase, s, follows, f);
    phraseFeatures(phrase, region, type, f);
    chainFeatures(q, p, phrase, region, type, f);
    int best = Math.max(level(q.cueAfter()), level(q.cueBefore()));
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

  private int path(int from, int to) {
    if (to - from > 6) {
      return 6;
    }
    int hash = 17;
    for (int t = from; t < to; t++) {
      hash = hash * 31 + scene.symbol(t);
    }
    return hash;
  }

  private void quotePath(NounPhrase phrase, int s, boolean follows, FeatureVector f) {
    int from = follows ? scene.afterSpan(s) : phrase.last() + 1;
    int to = follows ? phrase.first() : scene.beforeSpan(s) + 1;
    int side = follows ? 1 : 2;
    if (to - from <= 5 && to >= from) {
      f.add(70, side, path(from, to), phrase.kind().ordinal());
      f.add(71, side, path(from, to));
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

  private void phraseFeatures(NounPhrase phrase, int region, int type, FeatureVector f) {
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
    int best = Math.max(level(q.cueAfter()), level(q.cueBefore()));
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

  /** Features of a candidate for the source of a cue without quotation marks. */
  void sourceFeatures(int cue, int p, FeatureVector f) {
    f.clear();
    NounPhrase phrase = scene.phrases.get(p);
    cueFeatures(10, cue, phrase, 77, f);
    int side = phrase.last() < cue ? 1 : 2;
    int here = phraseFrom(cue);
    int rank = side == 1 ? here - 1 - p : p - here;
    int kind = phrase.kind().ordinal();
    f.add(120, side, Math.min(rank, 6), kind);
    f.add(121, side, Math.min(rank, 6), scene.symbol(cue));
    f.add(122, side, Math.min(rank, 3), SpanScreen.lemma(scene, cue));
    f.add(123, scene.spanOf[phrase.first()] == scene.spanOf[cue] ? 1 : 0);
    phraseFeatures(phrase, 60 + side, 77, f);
  }

  /** Features of a cue without a source in its sentence. */
  void sourceAbstention(int cue, FeatureVector f) {
    f.clear();
    f.add(601);
    f.add(602, scene.symbol(cue));
    f.add(603, SpanScreen.lemma(scene, cue));
    f.add(604, scene.symbol(cue), scene.symbol(cue - 1));
    f.add(605, scene.word(cue - 1), scene.symbol(cue));
    f.add(606, scene.word(cue), scene.word(cue + 1));
  }

  /** The noun phrases of a cue's sentence. */
  List<Integer> sourceCandidates(int cue) {
    var found = new ArrayList<Integer>();
    int sentence = scene.tokens.sentence(cue);
    int here = phraseFrom(cue);
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

package dev.annals.annotation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the content of a cue without quotation marks begins and ends. It begins within a few tokens
 * after the cue, or stands before it ("The bridge is safe, officials said").
 */
final class ContentScorer {

  private static final int STARTS_AFTER = 12;
  private static final int ENDS = 14;

  /** A cue so near to the sentence's beginning may have its content after a long source. */
  private static final int OPENING = 3;

  private static final int FAR = 45;

  /** No content is longer, so that a text without full stops costs no more than another. */
  private static final int LONGEST = 200;

  private final QuoteScene scene;
  private final float[] cues;

  ContentScorer(QuoteScene scene, float[] cues) {
    this.scene = scene;
    this.cues = cues;
  }

  /**
   * A place where content may begin.
   *
   * @param token its first token
   * @param before whether it stands before the cue; its end is then given
   * @param end token after it, or -1 when the end is still to be chosen
   */
  record Start(int token, boolean before, int end) {}

  /** First token of what a cue and its source take up together. */
  private int unitStart(int cue, @Nullable NounPhrase source) {
    return source != null && source.first() < cue ? source.first() : cue;
  }

  private int unitEnd(int cue, @Nullable NounPhrase source) {
    return source != null && source.first() > cue && source.first() - cue <= 4
        ? source.last() + 1
        : cue + 1;
  }

  List<Start> starts(int cue, @Nullable NounPhrase source) {
    var starts = new ArrayList<Start>();
    int sentence = scene.tokens.sentence(cue);
    int first = Math.max(scene.tokens.sentenceFirst(sentence), cue - LONGEST);
    int end = Math.min(scene.tokens.sentenceEnd(sentence), cue + LONGEST);
    int limit = Math.min(end, cue + 1 + STARTS_AFTER);
    for (int t = cue + 1; t < limit; t++) {
      boolean middle = scene.phraseOf[t] >= 0 && scene.phrases.get(scene.phraseOf[t]).first() < t;
      if (!middle && isWordOrQuote(t)) {
        starts.add(new Start(t, false, -1));
      }
    }
    if (cue - first < OPENING) {
      // "According to the harbour board's report of last year, …"
      for (int t = limit; t + 1 < end && t < cue + FAR; t++) {
        if (scene.is(t, ',') && isWordOrQuote(t + 1)) {
          starts.add(new Start(t + 1, false, -1));
        }
      }
    }
    int unit = unitStart(cue, source);
    int before = unit - 1;
    // back over adverbs and the like to the comma that parts the content from its source
    for (int steps = 0; before > first && steps < 14; before--, steps++) {
      if (isBreak(before)) {
        break;
      }
    }
    if (before <= first) {
      before = unit;
    }
    if (before > first) {
      starts.add(new Start(first, true, before));
      int rest = unitEnd(cue, source);
      if (isBreak(before) && rest + 2 < end && isBreak(rest)) {
        // "The ferry, she says, sails tonight": the cue stands inside the content
        starts.add(new Start(first, true, contentEnd(end, rest)));
      }
      for (int t = before - 1, steps = 0; t > first && steps < 40; t--, steps++) {
        if (isBreak(t) && t + 1 < before) {
          starts.add(new Start(t + 1, true, before));
          if (starts.size() > 20) {
            break;
          }
        }
      }
    }
    return starts;
  }

  private int contentEnd(int end, int least) {
    int last = end;
    while (last > least + 1 && isFinal(last - 1)) {
      last--;
    }
    return last;
  }

  private boolean isWordOrQuote(int t) {
    char c = scene.tokens.first(t);
    return Character.isLetterOrDigit(c)
        || c == '“'
        || c == '"'
        || c == '\''
        || c == '$'
        || c == '‘';
  }

  private boolean isBreak(int t) {
    char c = scene.tokens.first(t);
    return c == ',' || c == ';' || c == '—' || c == '–' || c == '-' || c == ':' || c == '”'
        || c == '"' || c == '(' || c == ')';
  }

  List<Integer> ends(int start) {
    var ends = new ArrayList<Integer>();
    int sentence = scene.tokens.sentence(start);
    int end = Math.min(scene.tokens.sentenceEnd(sentence), start + LONGEST);
    end = contentEnd(end, start);
    ends.add(end);
    for (int t = start + 1; t < end && ends.size() < ENDS; t++) {
      PartOfSpeech p = scene.part(t);
      boolean joint =
          isBreak(t)
              || p == PartOfSpeech.CC
              || p == PartOfSpeech.IN
              || p == PartOfSpeech.WDT
              || p == PartOfSpeech.WP
              || p == PartOfSpeech.WRB
              || p == PartOfSpeech.TO;
      boolean subjectSide = t > start + 3 && scene.phraseOf[t] >= 0 && cues[t - 1] > 0.4;
      if (joint && !isBreak(t - 1) || subjectSide) {
        ends.add(t);
      }
    }
    return ends;
  }

  private boolean isFinal(int t) {
    char c = scene.tokens.first(t);
    return c == '.' || c == '!' || c == '?' || c == '”' || c == '"' || c == '’' || c == ')';
  }

  void startFeatures(int cue, @Nullable NounPhrase source, Start start, FeatureVector f) {
    f.clear();
    int lemma = SpanScreen.lemma(scene, cue);
    int kind = scene.verb[cue] == null ? 9 : scene.verb[cue].kind().ordinal();
    int t = start.token();
    if (start.before()) {
      int first = Math.max(scene.tokens.sentenceFirst(scene.tokens.sentence(cue)), cue - LONGEST);
      boolean whole = t == first;
      if (start.end() > cue) {
        int past = unitEnd(cue, source);
        f.add(50);
        f.add(51, lemma);
        f.add(52, kind, source == null ? 0 : source.first() < cue ? 1 : 2);
        f.add(53, scene.symbol(past), scene.symbol(past + 1));
        f.add(54, scene.word(past + 1), scene.symbol(past));
        f.add(55, Math.min(4, cue - t), Math.min(6, start.end() - past));
        f.add(56, finiteVerbs(t, unitStart(cue, source)), finiteVerbs(past, start.end()));
        f.add(57, scene.symbol(past), lemma);
        f.add(58, scene.symbol(unitStart(cue, source) - 1), scene.symbol(past));
        return;
      }
      int gap = Math.min(5, Math.max(0, unitStart(cue, source) - start.end()));
      int side = source == null ? 0 : source.first() < cue ? 1 : 2;
      int rest = unitEnd(cue, source);
      int next = scene.symbol(rest);
      f.add(1, whole ? 1 : 0);
      f.add(2, lemma, whole ? 1 : 0);
      f.add(3, kind, whole ? 1 : 0, side);
      f.add(4, gap, side, whole ? 1 : 0);
      f.add(5, scene.symbol(start.end()), gap, side);
      f.add(6, next, side, whole ? 1 : 0);
      f.add(7, scene.word(rest), side);
      f.add(8, scene.symbol(cue + 1), kind);
      f.add(9, scene.symbol(t), whole ? 1 : 0);
      f.add(10, scene.word(t), whole ? 1 : 0);
      f.add(11, finiteVerbs(t, start.end()), whole ? 1 : 0, kind);
      f.add(12, scene.symbol(t - 1), Math.min(8, start.end() - t));
      f.add(13, lemma, side, next);
      f.add(14, scene.symbol(cue), gap);
      return;
    }
    int distance = t - cue;
    int d = Math.min(distance, 8);
    int quoted = scene.spanOf[t] >= 0 && scene.spanOf[t] != scene.spanOf[cue] ? 1 : 0;
    f.add(20, d);
    f.add(21, d, lemma);
    f.add(22, d, kind, quoted);
    f.add(23, scene.symbol(t), d);
    f.add(24, scene.word(t), Math.min(d, 3));
    f.add(25, scene.word(t), lemma);
    f.add(26, scene.word(t), kind);
    f.add(27, scene.symbol(t), lemma);
    f.add(28, scene.symbol(t - 1), scene.symbol(t), kind);
    f.add(29, scene.word(t - 1), kind, scene.symbol(t));
    int path = 17;
    if (distance <= 6) {
      for (int i = cue + 1; i < t; i++) {
        path = path * 31 + scene.symbol(i);
      }
    }
    f.add(30, path, kind);
    f.add(31, path, lemma);
    f.add(32, path, scene.symbol(t));
    f.add(33, finiteVerbs(cue + 1, t), d);
    boolean inSource = source != null && t >= source.first() && t <= source.last();
    boolean pastSource = source != null && t > source.last() && source.first() > cue;
    f.add(34, inSource ? 1 : pastSource ? 2 : 0, d);
    f.add(35, inSource ? 1 : pastSource ? 2 : 0, kind, scene.symbol(t));
    f.add(36, scene.symbol(t - 1), quoted, d);
    f.add(37, scene.symbol(cue), scene.symbol(t), Math.min(d, 3));
    f.add(38, scene.word(t), scene.word(t + 1));
    f.add(40, scene.symbol(t - 1), pastSource ? 1 : 0, t - 1 > cue + STARTS_AFTER ? 1 : 0);
    f.add(
        41,
        scene.symbol(cue),
        scene.symbol(t - 1),
        cue - scene.tokens.sentenceFirst(scene.tokens.sentence(cue)) < OPENING ? 1 : 0);
    f.add(39, kind, scene.symbol(t), scene.symbol(t + 1));
  }

  void endFeatures(int cue, int start, int end, FeatureVector f) {
    f.clear();
    int last = scene.tokens.sentenceEnd(scene.tokens.sentence(start));
    int kind = scene.verb[cue] == null ? 9 : scene.verb[cue].kind().ordinal();
    int lemma = SpanScreen.lemma(scene, cue);
    while (last > start + 1 && isFinal(last - 1)) {
      last--;
    }
    boolean whole = end >= last;
    int w = whole ? 1 : 0;
    int length = end - start;
    int size = length <= 4 ? length : length <= 8 ? 5 : length <= 14 ? 6 : length <= 22 ? 7 : 8;
    int verbs = finiteVerbs(start, end);
    int next = finiteVerbs(end, Math.min(end + 8, last));
    f.add(1, w);
    f.add(2, w, size);
    f.add(3, w, kind, size);
    f.add(4, w, lemma);
    f.add(5, scene.word(end), w, Math.min(verbs, 2));
    f.add(6, scene.word(end), scene.word(end + 1));
    f.add(7, scene.symbol(end), scene.symbol(end + 1), Math.min(verbs, 2));
    f.add(8, scene.symbol(end - 1), scene.symbol(end));
    f.add(9, w, scene.symbol(start), Math.min(verbs, 2));
    f.add(10, w, scene.word(start), Math.min(verbs, 2));
    f.add(11, w, verbs, next);
    f.add(12, scene.symbol(end), verbs, next);
    f.add(13, scene.symbol(start), scene.symbol(end), kind);
    f.add(14, scene.word(start), scene.word(end));
    f.add(15, scene.word(end), kind);
    f.add(16, scene.word(end), lemma);
    boolean cueFollows = false;
    for (int t = end; t < last && t < end + 5; t++) {
      cueFollows |= cues[t] > 0.5;
    }
    f.add(17, w, cueFollows ? 1 : 0, Math.min(verbs, 2));
    f.add(18, scene.spanOf[end - 1] >= 0 ? 1 : 0, scene.symbol(end), w);
    f.add(
        19,
        scene.spanOf[start] >= 0 ? 1 : 0,
        end < scene.size() && scene.spanOf[end] >= 0 ? 1 : 0,
        w);
    f.add(20, w, Math.min(6, (last - end) / 4), size);
    f.add(21, scene.symbol(end + 1), scene.symbol(end + 2), scene.symbol(end));
  }

  private int finiteVerbs(int from, int to) {
    int verbs = 0;
    for (int t = from; t < Math.min(to, from + 60) && t < scene.size() && verbs < 3; t++) {
      verbs += scene.part(t).isFinite() ? 1 : 0;
    }
    return verbs;
  }
}

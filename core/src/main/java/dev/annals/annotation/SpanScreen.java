package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells words that somebody said from titles of works, scare quotes and other things in quotation
 * marks.
 */
final class SpanScreen {

  /** Nouns beside which titles stand. */
  private static final Set<Integer> WORKS =
      TextResources.lines(SpanScreen.class, "works.en.txt").stream()
          .map(String::hashCode)
          .collect(Collectors.toUnmodifiableSet());

  private SpanScreen() {}

  static void features(QuoteScene scene, float[] cues, int s, FeatureVector f) {
    f.clear();
    int first = scene.spanFirst[s];
    int end = scene.spanEnd[s];
    int words = 0;
    int capitals = 0;
    int verbs = 0;
    int small = 0;
    for (int t = first; t < end; t++) {
      char c = scene.tokens.first(t);
      if (Character.isLetterOrDigit(c)) {
        words++;
        boolean capital = Character.isUpperCase(c) || Character.isDigit(c);
        capitals += capital ? 1 : 0;
        small += capital || isSmall(scene.part(t)) && t > first && t + 1 < end ? 0 : 1;
        verbs += scene.part(t).isFinite() ? 1 : 0;
      }
    }
    int length = words <= 4 ? words : words <= 6 ? 5 : words <= 9 ? 6 : words <= 15 ? 7 : 8;
    int caps = words == 0 ? 5 : capitals == words ? 4 : capitals * 3 / words;
    int last = end - 1;
    int ending = scene.symbol(last) >= 1000 ? scene.symbol(last) : 0;
    int after = scene.afterSpan(s);
    int before = scene.beforeSpan(s);
    boolean opensParagraph = !scene.samePlace(before, first);
    boolean closesParagraph = !scene.samePlace(after, first);
    int place = (opensParagraph ? 1 : 0) + (closesParagraph ? 2 : 0);
    int previous = opensParagraph ? QuoteScene.NOTHING : before;
    int next = closesParagraph ? QuoteScene.NOTHING : after;
    f.add(1);
    f.add(2, length);
    f.add(3, length, caps);
    f.add(4, length, ending);
    f.add(5, length, place);
    f.add(6, length, Math.min(verbs, 2), caps);
    int wordBefore = opensParagraph ? 1 : scene.word(before);
    int wordAfter = closesParagraph ? 1 : scene.word(after);
    f.add(7, wordBefore, Math.min(length, 5));
    f.add(8, wordAfter, Math.min(length, 5));
    f.add(9, wordBefore, caps);
    f.add(10, opensParagraph ? 1 : scene.word(before - 1), wordBefore);
    int symbolBefore = opensParagraph ? 1 : scene.symbol(before);
    int symbolAfter = closesParagraph ? 1 : scene.symbol(after);
    f.add(11, symbolBefore, length);
    f.add(12, symbolAfter, length);
    f.add(13, symbolBefore, symbolAfter, caps);
    f.add(14, scene.symbol(first), scene.symbol(last), length);
    f.add(15, caps, ending, place);
    f.add(16, scene.tokens.text().charAt(scene.spans.get(s).open()), length);
    if (words <= 2) {
      f.add(17, scene.word(first), scene.word(last));
    }
    f.add(18, symbolBefore, scene.symbol(first), length);
    int cueBefore = cueBefore(scene, cues, s);
    int cueAfter = cueAfter(scene, cues, s);
    int left = cueBefore < 0 ? 0 : 1 + (int) (cues[cueBefore] * 4.99);
    int right = cueAfter < 0 ? 0 : 1 + (int) (cues[cueAfter] * 4.99);
    f.add(19, left, right);
    f.add(20, left, Math.min(length, 5));
    f.add(21, right, Math.min(length, 5));
    f.add(22, left, right, symbolBefore);
    f.add(23, left, caps, length);
    f.add(24, right, caps, length);
    if (cueBefore >= 0) {
      f.add(25, scene.word(cueBefore), Math.min(before - cueBefore, 4));
      f.add(26, lemma(scene, cueBefore), Math.min(length, 5));
    }
    if (cueAfter >= 0) {
      f.add(27, lemma(scene, cueAfter), ending);
    }
    f.add(28, scene.spans.get(s).continues() ? 1 : 0, scene.spans.get(s).closed() ? 1 : 0, length);
    f.add(29, scene.word(first), Math.min(length, 5));
    f.add(30, scene.word(last), Math.min(length, 5));
    boolean opensSentence =
        opensParagraph || scene.tokens.sentence(before) != scene.tokens.sentence(first);
    f.add(31, opensSentence ? 1 : 0, ending, length);
    int neighbour = s > 0 && scene.samePlace(scene.spanFirst[s - 1], first) ? 1 : 0;
    int neighbourLength =
        neighbour == 0 ? 0 : Math.min(6, scene.spanEnd[s - 1] - scene.spanFirst[s - 1]);
    f.add(32, neighbourLength, length);
    f.add(33, Math.min(scene.paragraphOf[Math.min(first, scene.size() - 1)], 2), length, caps);
    int title = words > 1 && small == 0 ? capitals == words ? 2 : 1 : small == 0 ? 3 : 0;
    int work = opensParagraph ? 0 : nearWork(scene, before, -1) ? 1 : 0;
    work += closesParagraph ? 0 : nearWork(scene, after, 1) ? 2 : 0;
    f.add(36, title, length);
    f.add(37, title, work);
    f.add(38, title, work, symbolBefore);
    f.add(39, title, ending, place);
    f.add(40, title, wordBefore);
    f.add(41, title, left, right);
    f.add(42, work, Math.min(length, 5), opensSentence ? 1 : 0);
    f.add(43, title, symbolBefore, symbolAfter);
    f.add(34, scene.symbol(previous), scene.symbol(previous - 1), Math.min(length, 5));
    f.add(35, scene.symbol(next), scene.symbol(next + 1), Math.min(length, 5));
  }

  /** Words that stay small in titles. */
  private static boolean isSmall(PartOfSpeech part) {
    return part == PartOfSpeech.DT
        || part == PartOfSpeech.IN
        || part == PartOfSpeech.CC
        || part == PartOfSpeech.TO;
  }

  private static boolean nearWork(QuoteScene scene, int from, int step) {
    for (int t = from, n = 0; n < 3 && t >= 0 && t < scene.size(); t += step, n++) {
      if (scene.tokens.sentence(t) != scene.tokens.sentence(from)) {
        return false;
      }
      if (WORKS.contains(scene.word[t])) {
        return true;
      }
    }
    return false;
  }

  static int lemma(QuoteScene scene, int token) {
    return scene.lemma[token];
  }

  /** The likeliest cue between the span and the end of its sentence, or -1. */
  static int cueAfter(QuoteScene scene, float[] cues, int s) {
    int from = scene.afterSpan(s);
    int best = -1;
    for (int t = from; t < scene.size() && t < from + 30; t++) {
      if (!scene.samePlace(from, t)
          || t < 0
          || scene.tokens.sentence(t) != scene.tokens.sentence(from)
          || scene.spanEnd[s] == 0
          || !scene.samePlace(scene.spanEnd[s] - 1, t)
          || scene.spanOf[t] >= 0) {
        break;
      }
      if (cues[t] > 0.15 && (best < 0 || cues[t] > cues[best] + 0.3)) {
        best = t;
      }
    }
    return best;
  }

  /** The likeliest cue between the beginning of the sentence and the span, or -1. */
  static int cueBefore(QuoteScene scene, float[] cues, int s) {
    int from = scene.beforeSpan(s);
    if (from < 0 || !scene.samePlace(from, scene.spanFirst[s]) && scene.tokens.first(from) != ':') {
      return -1;
    }
    int best = -1;
    for (int t = from; t >= 0 && t > from - 30; t--) {
      if (scene.tokens.sentence(t) != scene.tokens.sentence(from) || scene.spanOf[t] >= 0) {
        break;
      }
      if (cues[t] > 0.15 && (best < 0 || cues[t] > cues[best] + 0.3)) {
        best = t;
      }
    }
    return best;
  }
}

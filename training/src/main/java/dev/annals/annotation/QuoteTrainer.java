package dev.annals.annotation;

import dev.annals.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns the model of quotes from annotated articles: {@code ./annals train quotes FOLDER --out
 * DIR}. The later steps read what the earlier ones say of articles that these were not trained on,
 * as they will in use.
 */
public final class QuoteTrainer {

  private static final float DECAY = 5e-4f;

  /** Nothing to set. */
  public QuoteTrainer() {}

  /**
   * Trains and writes the model.
   *
   * @param folder with {@code articles.jsonl.gz} and {@code truth.jsonl.gz}
   * @param out the model's file
   */
  public void train(Path folder, Path out) throws IOException {
    List<QuoteDocument> documents = QuoteDocument.read(folder);
    var cues = new ArrayList<float[]>();
    LinearModel[] cueFolds = {cueModel(documents, 0), cueModel(documents, 1)};
    for (int d = 0; d < documents.size(); d++) {
      cues.add(CueScorer.probabilities(documents.get(d).scene(), cueFolds[d % 2]));
    }
    LinearModel cue = cueModel(documents, -1);
    LinearModel[] screenFolds = {screenModel(documents, cues, 0), screenModel(documents, cues, 1)};
    var screens = new ArrayList<float[]>();
    for (int d = 0; d < documents.size(); d++) {
      screens.add(QuoteFinder.screen(documents.get(d).scene(), cues.get(d), screenFolds[d % 2]));
    }
    LinearModel screen = screenModel(documents, cues, -1);
    LinearModel[] sourceFolds = {sourceModel(documents, cues, 0), sourceModel(documents, cues, 1)};
    LinearModel source = sourceModel(documents, cues, -1);
    LinearModel speaker = speakerModel(documents, cues, screens, sourceFolds);
    var start = new Choices(17, DECAY);
    var end = new Choices(17, DECAY);
    for (int d = 0; d < documents.size(); d++) {
      contentExamples(documents.get(d), cues.get(d), start, end);
    }
    var model = new QuoteModel(cue, screen, speaker, source, start.learn(8), end.learn(8));
    try (var stream = Files.newOutputStream(out)) {
      model.write(stream);
    }
  }

  /** Learns from all documents but those of one fold, or from all when it is negative. */
  private static LinearModel cueModel(List<QuoteDocument> documents, int without) {
    var choices = new Choices(18, DECAY);
    var features = new FeatureVector();
    for (int d = 0; d < documents.size(); d++) {
      if (d % 2 != without) {
        QuoteScene scene = documents.get(d).scene();
        boolean[] heads = cueHeads(documents.get(d));
        for (int t = 0; t < scene.size(); t++) {
          if (CueScorer.isCandidate(scene, t)) {
            CueScorer.features(scene, t, features);
            choices.addBinary(features.copy(), heads[t]);
          }
        }
      }
    }
    return choices.learn(6);
  }

  private static boolean[] cueHeads(QuoteDocument document) {
    var heads = new boolean[document.scene().size()];
    for (var attribution : document.attributions()) {
      int head = cueHead(document.scene(), attribution);
      if (head >= 0) {
        heads[head] = true;
      }
    }
    return heads;
  }

  /** The reporting verb of a cue of several words, else its last verb; -1 when it has none. */
  static int cueHead(QuoteScene scene, QuoteDocument.Attribution attribution) {
    int verb = -1;
    int listed = -1;
    int noun = -1;
    for (Span span : attribution.cue()) {
      for (int t = scene.tokens.at(span.start());
          t < scene.size() && scene.tokens.start(t) < span.end();
          t++) {
        if (scene.verb[t] != null && scene.part(t).isVerb() && listed < 0) {
          listed = t;
        }
        if (scene.part(t).isVerb() || scene.verb[t] != null) {
          verb = t;
        }
        if (scene.cueNoun[t]) {
          noun = t;
        }
      }
    }
    return listed >= 0 ? listed : verb >= 0 ? verb : noun;
  }

  private static LinearModel screenModel(
      List<QuoteDocument> documents, List<float[]> cues, int without) {
    var choices = new Choices(16, DECAY);
    var features = new FeatureVector();
    for (int d = 0; d < documents.size(); d++) {
      if (d % 2 != without) {
        QuoteDocument document = documents.get(d);
        for (int s = 0; s < document.scene().spans.size(); s++) {
          SpanScreen.features(document.scene(), cues.get(d), s, features);
          choices.addBinary(
              features.copy(), holder(document, document.scene().spans.get(s).content()) != null);
        }
      }
    }
    return choices.learn(8);
  }

  /** The attribution whose content a span lies in, or null. */
  private static QuoteDocument.@Nullable Attribution holder(QuoteDocument document, Span span) {
    QuoteDocument.Attribution best = null;
    int least = Integer.MAX_VALUE;
    for (var attribution : document.attributions()) {
      int size = 0;
      for (Span content : attribution.content()) {
        size += content.length();
      }
      if (overlap(span, attribution.content()) >= 0.8 * span.length() && size < least) {
        best = attribution;
        least = size;
      }
    }
    return best;
  }

  private static int overlap(Span span, List<Span> others) {
    int sum = 0;
    for (Span other : others) {
      sum += Math.max(0, Math.min(span.end(), other.end()) - Math.max(span.start(), other.start()));
    }
    return sum;
  }

  private static LinearModel speakerModel(
      List<QuoteDocument> documents,
      List<float[]> cues,
      List<float[]> screens,
      LinearModel[] sourceFolds) {
    var choices = new Choices(18, DECAY);
    var features = new FeatureVector();
    for (int d = 0; d < documents.size(); d++) {
      QuoteDocument document = documents.get(d);
      QuoteScene scene = document.scene();
      var sources = new SourceChooser(scene, cues.get(d), sourceFolds[d % 2]);
      var scorer = new SpeakerScorer(scene, cues.get(d), screens.get(d), sources);
      int lastSpeaker = -1;
      int lastSpan = -1;
      for (int s = 0; s < scene.spans.size(); s++) {
        var holder = holder(document, scene.spans.get(s).content());
        if (holder == null || scene.spanEnd[s] <= scene.spanFirst[s]) {
          continue;
        }
        var question = scorer.question(s, lastSpeaker, lastSpan);
        var options = new ArrayList<int[]>();
        var right = new ArrayList<Boolean>();
        boolean any = false;
        int nearest = -1;
        for (int p : scorer.candidates(question)) {
          scorer.features(question, p, features);
          options.add(features.copy());
          boolean yes = isSource(scene, scene.phrases.get(p), holder);
          right.add(yes);
          any |= yes;
          nearest = yes && nearest < 0 ? p : nearest;
        }
        scorer.abstention(question, features);
        options.add(features.copy());
        right.add(!any);
        choices.addChoice(options, right);
        if (nearest >= 0) {
          lastSpeaker = nearest;
          lastSpan = s;
        }
      }
    }
    return choices.learn(8);
  }

  /** Whether the head of a phrase stands in the annotated source, or holds it. */
  private static boolean isSource(
      QuoteScene scene, NounPhrase phrase, QuoteDocument.Attribution attribution) {
    int head = scene.tokens.start(phrase.last());
    for (Span span : attribution.source()) {
      int start = scene.tokens.start(phrase.first());
      int end = scene.tokens.end(phrase.last());
      if (span.start() <= start && end <= span.end() + 1) {
        // of "a spokesman for the company" the first phrase alone is the speaker
        return start - span.start() <= 12 || phrase.last() == lastToken(scene, span);
      }
      if (start <= span.start() && span.start() <= head && head < span.end()) {
        return true;
      }
    }
    return false;
  }

  private static int lastToken(QuoteScene scene, Span span) {
    return scene.tokens.at(span.end() - 1);
  }

  private static LinearModel sourceModel(
      List<QuoteDocument> documents, List<float[]> cues, int without) {
    var choices = new Choices(18, DECAY);
    var features = new FeatureVector();
    for (int d = 0; d < documents.size(); d++) {
      if (d % 2 == without) {
        continue;
      }
      QuoteDocument document = documents.get(d);
      QuoteScene scene = document.scene();
      var scorer = new SourceCandidates(scene, cues.get(d));
      for (var attribution : document.attributions()) {
        int cue = cueHead(scene, attribution);
        if (cue < 0) {
          continue;
        }
        var options = new ArrayList<int[]>();
        var right = new ArrayList<Boolean>();
        boolean any = false;
        for (int p : scorer.of(cue)) {
          scorer.features(cue, p, features);
          options.add(features.copy());
          boolean yes = isSource(scene, scene.phrases.get(p), attribution);
          right.add(yes);
          any |= yes;
        }
        scorer.abstention(cue, features);
        options.add(features.copy());
        right.add(!any);
        choices.addChoice(options, right);
      }
    }
    return choices.learn(8);
  }

  private static void contentExamples(
      QuoteDocument document, float[] cues, Choices start, Choices end) {
    QuoteScene scene = document.scene();
    var scorer = new ContentScorer(scene, cues);
    var features = new FeatureVector();
    for (var attribution : document.attributions()) {
      int cue = cueHead(scene, attribution);
      if (cue < 0 || attribution.content().isEmpty()) {
        continue;
      }
      NounPhrase source = null;
      for (NounPhrase phrase : scene.phrases) {
        if (source == null && isSource(scene, phrase, attribution)) {
          source = phrase;
        }
      }
      if (source != null && scene.tokens.sentence(source.first()) != scene.tokens.sentence(cue)) {
        source = null;
      }
      Span whole =
          new Span(
              attribution.content().stream().mapToInt(Span::start).min().orElseThrow(),
              attribution.content().stream().mapToInt(Span::end).max().orElseThrow());
      var options = new ArrayList<int[]>();
      var right = new ArrayList<Boolean>();
      for (var option : scorer.starts(cue, source)) {
        scorer.startFeatures(cue, source, option, features);
        options.add(features.copy());
        int at = scene.tokens.start(option.token());
        boolean yes =
            option.before()
                ? Math.abs(at - whole.start()) <= 2
                    && whole.start() < scene.tokens.start(cue)
                    && option.end() > cue == whole.end() > scene.tokens.end(cue) + 8
                : Math.abs(at - whole.start()) <= 1;
        right.add(yes);
        if (yes && !option.before()) {
          endExamples(scorer, scene, cue, option.token(), whole, end);
        }
      }
      start.addChoice(options, right);
    }
  }

  private static void endExamples(
      ContentScorer scorer, QuoteScene scene, int cue, int token, Span whole, Choices end) {
    var features = new FeatureVector();
    var options = new ArrayList<int[]>();
    var right = new ArrayList<Boolean>();
    for (int option : scorer.ends(token)) {
      scorer.endFeatures(cue, token, option, features);
      options.add(features.copy());
      right.add(Math.abs(scene.tokens.end(option - 1) - whole.end()) <= 2);
    }
    end.addChoice(options, right);
  }
}

package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds quotes and attributes them. */
final class QuoteFinder {

  // swept on folds of the training set: below, titles and scare quotes come in; above, phrases go
  private static final double QUOTED = 0.5;

  List<Quote> find(
      Article article, Tokens tokens, Tags tags, List<Mention> mentions, List<PersonRole> roles) {
    return find(article, tokens, tags, mentions, roles, QuoteModel.english());
  }

  List<Quote> find(
      Article article,
      Tokens tokens,
      Tags tags,
      List<Mention> mentions,
      List<PersonRole> roles,
      QuoteModel model) {
    if (tokens.size() == 0) {
      return List.of();
    }
    QuoteScene scene = scene(article, tokens, tags, mentions);
    float[] cues = CueScorer.probabilities(scene, model.cue());
    float[] screen = screen(scene, cues, model.screen());
    var quotes = new ArrayList<Quote>();
    var speakers = new SpeakerResolver(scene, screen, roles);
    new DirectQuoteFinder(scene, cues, screen, model, speakers).find(quotes);
    new IndirectQuoteFinder(scene, cues, screen, model, speakers).find(quotes);
    quotes.sort(
        Comparator.comparing(Quote::content).thenComparing(Quote::kind).thenComparing(Quote::rule));
    return quotes;
  }

  static boolean isQuoted(float[] screen, int span) {
    return screen[span] >= QUOTED;
  }

  static QuoteScene scene(Article article, Tokens tokens, Tags tags, List<Mention> mentions) {
    List<Span> paragraphs = Paragraphs.of(article);
    return new QuoteScene(
        tokens, tags, paragraphs, QuotationMarks.find(article.text(), paragraphs), mentions);
  }

  /** By span: the probability that it holds words of another. */
  static float[] screen(QuoteScene scene, float[] cues, LinearModel model) {
    var screen = new float[scene.spans.size()];
    var features = new FeatureVector();
    for (int s = 0; s < screen.length; s++) {
      if (scene.spanEnd[s] > scene.spanFirst[s]) {
        SpanScreen.features(scene, cues, s, features);
        screen[s] = (float) LinearModel.probability(model.score(features));
      }
    }
    return screen;
  }
}

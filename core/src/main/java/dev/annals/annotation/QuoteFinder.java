package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds quotes and attributes them. */
final class QuoteFinder {

  // swept on folds of the training set: below, titles and scare quotes come in; above, phrases go
  private static final double QUOTED = 0.5;

  private static final int SHORT = 1;

  /** So many quotes are compared with so many; an article has a dozen. */
  private static final int MOST_COMPARED = 100;

  /** Letters from which the same words are no accident. */
  private static final int TELLING = 14;

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
    return tokens.size() == 0
        ? List.of()
        : find(article, scene(article, tokens, tags, mentions), roles, model);
  }

  /** Finds quotes in a scene that was made before; it holds at least one token. */
  List<Quote> find(Article article, QuoteScene scene, List<PersonRole> roles, QuoteModel model) {
    Tokens tokens = scene.tokens;
    float[] cues = CueScorer.probabilities(scene, model.cue());
    float[] screen = screen(scene, cues, model.screen());
    var quotes = new ArrayList<Quote>();
    var speakers = new SpeakerResolver(scene, screen, roles);
    var sources = new SourceChooser(scene, cues, model.source());
    new DirectQuoteFinder(scene, cues, screen, model, speakers, sources).find(quotes);
    alongContinuations(quotes);
    new IndirectQuoteFinder(scene, cues, screen, model, speakers, sources).find(quotes);
    fromClauses(quotes);
    fromRepetitions(article.text(), quotes);
    quotes.removeIf(quote -> quote.speaker() == null && isShort(tokens, quote));
    quotes.sort(
        Comparator.comparing(Quote::content).thenComparing(Quote::kind).thenComparing(Quote::rule));
    return quotes;
  }

  /**
   * A quotation that goes on is one speaker's, wherever in it the cue stands: at the end as well as
   * at the beginning.
   */
  private static void alongContinuations(List<Quote> quotes) {
    for (int i = 1; i < quotes.size(); i++) {
      continueFrom(quotes, i, i - 1);
    }
    for (int i = quotes.size() - 1; i > 0; i--) {
      continueFrom(quotes, i - 1, i);
    }
  }

  private static void continueFrom(List<Quote> quotes, int to, int from) {
    Quote silent = quotes.get(to);
    Quote told = quotes.get(from);
    if (quotes.get(Math.max(to, from)).continues()
        && silent.speaker() == null
        && told.speaker() != null) {
      quotes.set(
          to,
          new Quote(
              silent.content(),
              silent.kind(),
              silent.continues(),
              told.speaker(),
              null,
              told.venue(),
              "continued"));
    }
  }

  /** A phrase in marks inside a reported clause has the clause's speaker. */
  private static void fromClauses(List<Quote> quotes) {
    var clauses = new ArrayList<Quote>();
    for (Quote quote : quotes) {
      if (quote.kind() == QuoteKind.INDIRECT && quote.speaker() != null) {
        clauses.add(quote);
      }
    }
    clauses.sort(Comparator.comparing(Quote::content));
    for (int i = 0; i < quotes.size(); i++) {
      Quote quote = quotes.get(i);
      if (quote.speaker() == null
          && quote.kind() != QuoteKind.INDIRECT
          && !quote.rule().equals(Quote.QUESTION)) {
        Quote clause = holder(clauses, quote.content());
        if (clause != null) {
          quotes.set(
              i,
              new Quote(
                  quote.content(),
                  quote.kind(),
                  quote.continues(),
                  clause.speaker(),
                  clause.cue(),
                  clause.venue(),
                  quote.rule().equals(Quote.TITLE) ? Quote.TITLE : "clause"));
        }
      }
    }
  }

  /** A headline or teaser that repeats words said elsewhere has their speaker. */
  private static void fromRepetitions(String text, List<Quote> quotes) {
    var said = new ArrayList<Quote>();
    var letters = new ArrayList<String>();
    for (Quote quote : quotes) {
      if (quote.speaker() != null
          && quote.kind() != QuoteKind.INDIRECT
          && said.size() < MOST_COMPARED) {
        said.add(quote);
        letters.add(letters(quote.content().of(text)));
      }
    }
    int asked = 0;
    for (int i = 0; i < quotes.size() && asked < MOST_COMPARED; i++) {
      Quote quote = quotes.get(i);
      if (quote.speaker() == null && quote.kind() != QuoteKind.INDIRECT) {
        asked++;
        String words = letters(quote.content().of(text));
        for (int k = 0; k < said.size() && words.length() >= TELLING; k++) {
          if (letters.get(k).contains(words)) {
            quotes.set(i, withSpeakerOf(quote, said.get(k)));
            break;
          }
        }
      }
    }
  }

  private static Quote withSpeakerOf(Quote quote, Quote same) {
    return new Quote(
        quote.content(),
        quote.kind(),
        quote.continues(),
        same.speaker(),
        null,
        same.venue(),
        "repeated");
  }

  /**
   * The letters and digits of a quote's beginning; marks and spaces differ from outlet to outlet.
   */
  private static String letters(String content) {
    var letters = new StringBuilder();
    for (int i = 0; i < content.length() && letters.length() < 600; i++) {
      char c = content.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }

  /** The shortest clause that holds a span, looked for among the few that begin right before it. */
  private static @Nullable Quote holder(List<Quote> clauses, Span span) {
    int low = 0;
    int high = clauses.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (clauses.get(middle).content().start() <= span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low - 1; i >= 0 && i > low - 6; i--) {
      if (clauses.get(i).content().contains(span)) {
        return clauses.get(i);
      }
    }
    return null;
  }

  /** One or two words that nobody is found to have said are irony or a name. */
  private static boolean isShort(Tokens tokens, Quote quote) {
    int first = tokens.at(quote.content().start());
    int words = 0;
    for (int t = first; t < tokens.size() && tokens.start(t) < quote.content().end(); t++) {
      words += Character.isLetterOrDigit(tokens.first(t)) ? 1 : 0;
    }
    return quote.kind() != QuoteKind.INDIRECT && words <= SHORT;
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

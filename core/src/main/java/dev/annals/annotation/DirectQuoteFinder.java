package dev.annals.annotation;

import java.util.List;

/** Quotes in quotation marks, with their speakers, in the order of the text. */
final class DirectQuoteFinder {

  // swept on folds of the training set : a speaker is right in 95 of 100 at 0.6
  private static final double SURE = 0.6;

  private static final int FEWEST_WORDS_OF_AN_UTTERANCE = 4;

  private final QuoteScene scene;
  private final float[] cues;
  private final float[] screen;

  private final QuoteModel model;
  private final SpeakerResolver resolver;
  private final SpeakerScorer scorer;
  private final FeatureVector features = new FeatureVector();
  private final QuotedTitles titles;
  private final PlainAttributions plain;

  DirectQuoteFinder(
      QuoteScene scene,
      float[] cues,
      float[] screen,
      QuoteModel model,
      SpeakerResolver resolver,
      SourceChooser sources) {
    this.scene = scene;
    this.cues = cues;
    this.screen = screen;
    this.model = model;
    this.resolver = resolver;
    this.titles = new QuotedTitles(scene, cues);
    this.plain = new PlainAttributions(scene, cues, sources);
    this.scorer = new SpeakerScorer(scene, cues, screen, sources);
  }

  void find(List<Quote> quotes) {
    int lastSpeaker = -1;
    int lastSpan = -1;
    int lastQuoted = -1;
    Speaker speakerBefore = null;
    Speaker speakerLast = null;
    String venueBefore = null;
    for (int s = 0; s < screen.length; s++) {
      if (!QuoteFinder.isQuoted(screen, s)) {
        continue;
      }
      var question = scorer.question(s, lastSpeaker, lastSpan);
      int phrase = speaker(question);
      if (phrase >= 0 && isOwner(phrase, s)) {
        phrase = -1;
      }
      boolean asked = plain.isAsked(s);
      phrase = plain.speaker(s, phrase);
      // "he" is whom it was when it was asked for the first time
      Speaker speaker =
          phrase < 0
              ? null
              : phrase == lastSpeaker && speakerLast != null
                  ? speakerLast
                  : resolver.speaker(phrase, lastSpeaker);
      boolean continues =
          scene.spans.get(s).continues()
              || goesOn(lastQuoted, s) && phrase >= 0 && lastSpan == lastQuoted;
      int cue = phrase < 0 ? -1 : cue(question, scene.phrases.get(phrase));
      String venue = cue < 0 ? null : Venues.of(scene, cue, scene.spans.get(s).content());
      if (venue == null && speaker != null) {
        boolean goesOn =
            speakerBefore != null
                && speakerBefore.name().equals(speaker.name())
                && paragraph(s) - paragraph(lastQuoted) <= 1;
        venue = goesOn ? venueBefore : Venues.announced(scene, s, speaker.name());
      }
      quotes.add(
          new Quote(
              scene.spans.get(s).content(),
              kind(s, continues),
              continues,
              speaker,
              cue < 0 ? null : Cues.span(scene, cue),
              venue,
              titles.holds(s)
                  ? Quote.TITLE
                  : asked ? Quote.QUESTION : rule(question, phrase, cue)));
      lastQuoted = s;
      speakerBefore = speaker;
      venueBefore = venue;
      if (phrase >= 0 && speaker != null) {
        lastSpeaker = phrase;
        speakerLast = speaker;
        lastSpan = s;
      }
    }
  }

  private int paragraph(int s) {
    return scene.paragraphOf[Math.min(scene.spanFirst[s], scene.size() - 1)];
  }

  /** The phrase that speaks, or -1 when none is sure enough. */
  private int speaker(SpeakerScorer.Question question) {
    List<Integer> candidates = scorer.candidates(question);
    scorer.abstention(question, features);
    float none = model.speaker().score(features);
    var scores = new float[candidates.size()];
    int best = -1;
    float most = none;
    for (int i = 0; i < scores.length; i++) {
      scorer.features(question, candidates.get(i), features);
      scores[i] = model.speaker().score(features);
      if (best < 0 || scores[i] > scores[best]) {
        best = i;
      }
      most = Math.max(most, scores[i]);
    }
    if (best < 0) {
      return -1;
    }
    double all = Math.exp(none - most);
    double good = 0;
    int entity = scene.phrases.get(candidates.get(best)).entity();
    for (int i = 0; i < scores.length; i++) {
      double weight = Math.exp(scores[i] - most);
      all += weight;
      if (i == best || entity >= 0 && scene.phrases.get(candidates.get(i)).entity() == entity) {
        good += weight;
      }
    }
    return good / all >= SURE ? candidates.get(best) : -1;
  }

  /** 'The mayor's "first year in office"': whose it is and not who said it. */
  private boolean isOwner(int p, int s) {
    int mark = scene.beforeSpan(s);
    return mark > 0
        && scene.part(mark) == PartOfSpeech.POS
        && scene.phrases.get(p).last() == mark - 1;
  }

  /** The cue that ties a phrase to its quote, or -1. */
  private int cue(SpeakerScorer.Question question, NounPhrase phrase) {
    int sentence = scene.tokens.sentence(phrase.first());
    int after = question.cueAfter();
    int before = question.cueBefore();
    boolean isAfter = after >= 0 && scene.tokens.sentence(after) == sentence;
    boolean isBefore = before >= 0 && scene.tokens.sentence(before) == sentence;
    if (isAfter && isBefore) {
      boolean phraseFollows = phrase.first() >= scene.spanEnd[question.span()];
      return phraseFollows ? after : before;
    }
    return isAfter ? after : isBefore ? before : -1;
  }

  private static String rule(SpeakerScorer.Question question, int phrase, int cue) {
    if (phrase < 0) {
      return "marks";
    }
    if (cue >= 0) {
      return cue == question.cueAfter() ? "cue-after" : "cue-before";
    }
    return phrase == question.lastSpeaker() ? "same-speaker" : "nearby";
  }

  /** "A," she said, "B": nothing but a short attribution, no full stop, between the two. */
  private boolean goesOn(int previous, int s) {
    if (previous < 0 || !scene.samePlace(scene.spanFirst[previous], scene.spanFirst[s])) {
      return false;
    }
    int from = scene.afterSpan(previous);
    int to = scene.beforeSpan(s);
    if (to < from || to - from > 14 || !scene.is(to, ',') && !scene.is(to, '—')) {
      return false;
    }
    char end = scene.tokens.text().charAt(scene.spans.get(previous).content().end() - 1);
    boolean comma = end == ',' || end == '—' || end == '?' || end == '!' || scene.is(from, ',');
    boolean cue = false;
    for (int t = from; t <= to; t++) {
      cue |= cues[t] > 0.4;
      if (scene.tokens.sentence(t) != scene.tokens.sentence(to)) {
        return false;
      }
    }
    return comma && cue;
  }

  private QuoteKind kind(int s, boolean continues) {
    int first = scene.spanFirst[s];
    int words = 0;
    for (int t = first; t < scene.spanEnd[s]; t++) {
      words += Character.isLetterOrDigit(scene.tokens.first(t)) ? 1 : 0;
    }
    int before = scene.beforeSpan(s);
    boolean opens =
        !scene.samePlace(before, first)
            || scene.tokens.sentence(before) != scene.tokens.sentence(first)
            || scene.is(before, ',')
            || scene.is(before, ':')
            || scene.is(before, '—')
            || cues[before] > 0.5;
    var content = scene.spans.get(s).content();
    char start = scene.tokens.text().charAt(content.start());
    char end = scene.tokens.text().charAt(content.end() - 1);
    boolean sentence = end == '.' || end == '!' || end == '?' || end == '…';
    boolean capital = !Character.isLowerCase(start);
    if (continues && (capital || sentence)) {
      return QuoteKind.DIRECT;
    }
    boolean utterance =
        capital && opens && (words >= FEWEST_WORDS_OF_AN_UTTERANCE || sentence || end == ',');
    return utterance ? QuoteKind.DIRECT : QuoteKind.PARTIAL;
  }
}

package dev.annals.annotation;

import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is reported without quotation marks, or with marks round a part of it only. */
final class IndirectQuoteFinder {

  // swept on folds of the training set
  private static final double CUE = 0.22;
  private static final double OTHER_CUE = 0.27;

  /** A cue of which nobody is the source is one only when it is surer still. */
  private static final double NOBODYS = 0.35;

  private static final double SURE = 0.5;

  /** A quoted span that makes up so much of the content is a quote by itself. */
  private static final double COVERED = 0.7;

  /** The rule of what names a subject that was spoken of and not what was said about it. */
  static final String TOPIC = "indirect-topic";

  private static final Set<String> PROPOSITIONS =
      Set.copyOf(TextResources.lines(IndirectQuoteFinder.class, "proposition-nouns.en.txt"));
  private static final Set<String> WEEKDAYS =
      Set.copyOf(TextResources.lines(IndirectQuoteFinder.class, "weekdays.en.txt"));
  private static final Set<String> UNSAID =
      Set.copyOf(TextResources.lines(IndirectQuoteFinder.class, "unsaid-governors.en.txt"));
  // words from "who" to the verb of its clause
  private static final int RELATIVE_REACH = 3;

  private static final int NEGATION_REACH = 3;

  private final QuoteScene scene;
  private final float[] cues;
  private final float[] screen;
  private final QuoteModel model;
  private final SpeakerResolver resolver;
  private final SourceChooser sources;
  private final ContentScorer contents;
  private final FeatureVector features = new FeatureVector();
  private final UnsaidClauses clauses;

  IndirectQuoteFinder(
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
    this.sources = sources;
    this.contents = new ContentScorer(scene, cues);
    this.clauses = new UnsaidClauses(scene);
  }

  void find(List<Quote> quotes) {
    var found = new ArrayList<Quote>();
    var strength = new ArrayList<Float>();
    Map<Span, Integer> byContent = new HashMap<>();
    for (int t = 0; t < scene.size(); t++) {
      int span = scene.spanOf[t];
      if (cues[t] < threshold(t) || span >= 0 && QuoteFinder.isQuoted(screen, span)) {
        continue;
      }
      Quote quote = quote(t);
      if (quote == null) {
        continue;
      }
      Integer other = byContent.get(quote.content());
      if (other == null) {
        byContent.put(quote.content(), found.size());
        found.add(quote);
        strength.add(cues[t]);
      } else if (strength.get(other) < cues[t]) {
        found.set(other, quote);
        strength.set(other, cues[t]);
      }
    }
    quotes.addAll(found);
  }

  /** Verbs that report speech are rarely wrong; all others need to be surer. */
  private double threshold(int cue) {
    var verb = scene.verb[cue];
    return verb != null && verb.kind() == CueLexicon.Class.SPEECH ? CUE : OTHER_CUE;
  }

  private @Nullable Quote quote(int cue) {
    int source = sources.certainty(cue) >= SURE ? sources.source(cue) : -1;
    NounPhrase phrase = source < 0 ? null : scene.phrases.get(source);
    if (phrase == null ? cues[cue] < NOBODYS : isObject(phrase, cue)) {
      return null;
    }
    Span content = content(cue, phrase);
    if (content == null || isCovered(content)) {
      return null;
    }
    return new Quote(
        content,
        QuoteKind.INDIRECT,
        false,
        phrase == null ? null : resolver.speaker(source, -1),
        Cues.span(scene, cue),
        Venues.of(scene, cue, content),
        states(cue, content) && !clauses.holds(cue, phrase, content)
            ? "indirect-" + Cues.kind(scene, cue)
            : TOPIC);
  }

  /**
   * Whether the content says something: it has a verb of its own, or is an infinitive right after
   * the cue. "Mentioned the storm" and "did not say what" only name what was spoken of.
   */
  private boolean states(int cue, Span content) {
    int first = scene.tokens.at(content.start());
    String opening = lower(first);
    if (isNegated(cue)
        || Connectives.isInterrogative(opening)
        || opening.equals(Connectives.WHETHER)
        || scene.part(first).isFinite() && first > cue) {
      return false;
    }
    if (scene.part(first) == PartOfSpeech.TO) {
      // "a man said to have fled", "lived up to his promise to the voters", "wants to promise to"
      return first == cue + 1
          && first + 1 < scene.size()
          && scene.part(first + 1) == PartOfSpeech.VB
          && !isAuxiliary(lower(first + 1))
          && !isUnsaid(cue);
    }
    if (isOfNoun(cue, first)
        || isOfTime(cue, first)
        || isInRelative(cue, content)
        || isUnsaid(cue)
        || isAside(cue, content)) {
      return false;
    }
    boolean relative = false;
    for (int t = first; t < scene.size() && scene.tokens.start(t) < content.end(); t++) {
      PartOfSpeech part = scene.part(t);
      if (scene.is(t, ',')) {
        relative = false;
      } else if (t > first && Connectives.isRelative(scene.tokens, t)) {
        relative |= !Connectives.isComplementizer(lower(t)) || !scene.part(t - 1).isVerb();
      } else if (!relative && (part.isFinite() || part == PartOfSpeech.MD)) {
        return true;
      }
    }
    return false;
  }

  /** "Able to say", "would have to argue", "might say": nothing was said yet. */
  private boolean isUnsaid(int cue) {
    if (scene.part(cue) != PartOfSpeech.VB || cue < 2) {
      return false;
    }
    for (int t = cue - 1; t > 0 && t >= cue - NEGATION_REACH; t--) {
      if (scene.tokens.sentence(t) != scene.tokens.sentence(cue)) {
        return false;
      }
      String word = lower(t);
      if (scene.part(t) == PartOfSpeech.TO) {
        return UNSAID.contains(lower(t - 1)) || UNSAID.contains(Lemmas.verb(lower(t - 1)));
      }
      if (scene.part(t) == PartOfSpeech.MD) {
        return UNSAID.contains(word);
      }
      if (scene.part(t).isVerb()) {
        return false;
      }
    }
    return false;
  }

  /**
   * "The report, first published by the Post, names her", "The mayor praised it but said": what
   * stands beside the cue is no word of its source.
   */
  private boolean isAside(int cue, Span content) {
    int last = scene.tokens.at(content.end() - 1);
    if (last == cue - 1 && scene.part(last) == PartOfSpeech.CC) {
      return true;
    }
    return scene.part(cue) == PartOfSpeech.VBN
        && cue + 1 < scene.size()
        && lower(cue + 1).equals(Connectives.BY)
        && !isBeBefore(cue);
  }

  private boolean isBeBefore(int cue) {
    for (int t = cue - 1; t >= 0 && t >= cue - RELATIVE_REACH; t--) {
      if (Connectives.isBe(lower(t))) {
        // "it was said by many", and not "parts of which were confirmed by"
        return t > 0 && scene.phraseOf[t - 1] >= 0 && scene.part(t - 1) == PartOfSpeech.PRP;
      }
    }
    return false;
  }

  private static boolean isAuxiliary(String word) {
    return word.equals(Connectives.HAVE) || Connectives.isBe(word);
  }

  /**
   * "Pleaded guilty to a charge that …", "took credit for flooding …": what follows belongs to a
   * noun or names a deed.
   */
  private boolean isOfNoun(int cue, int first) {
    return first > cue + 1
            && Connectives.isComplementizer(lower(first))
            && PROPOSITIONS.contains(Lemmas.noun(lower(first - 1)))
        || scene.part(first) == PartOfSpeech.VBG;
  }

  /** "Papers disclosed Wednesday revealed that …": the verb after the day goes on. */
  private boolean isOfTime(int cue, int first) {
    return first > cue
        && first <= cue + 2
        && first + 1 < scene.size()
        && scene.part(first + 1).isFinite()
        && WEEKDAYS.contains(lower(first));
  }

  /** "The mayor, who has said she knew nothing, has been …": what she said ends at the comma. */
  private boolean isInRelative(int cue, Span content) {
    boolean relative = false;
    for (int t = cue - 1; t >= 0 && t >= cue - RELATIVE_REACH; t--) {
      relative |= scene.part(t) == PartOfSpeech.WP;
    }
    if (!relative) {
      return false;
    }
    for (int t = scene.tokens.at(content.start());
        t + 1 < scene.size() && scene.tokens.start(t) < content.end();
        t++) {
      if (scene.is(t, ',') && scene.part(t + 1).isFinite()) {
        return true;
      }
    }
    return false;
  }

  /** "Has not said", "declined to say", "without saying". */
  private boolean isNegated(int cue) {
    for (int t = cue - 1; t >= 0 && t >= cue - NEGATION_REACH; t--) {
      if (scene.tokens.sentence(t) != scene.tokens.sentence(cue) || scene.is(t, ',')) {
        return false;
      }
      String word = lower(t);
      if (Connectives.isNegation(word) || Connectives.isRefusal(word)) {
        return true;
      }
    }
    return false;
  }

  private String lower(int token) {
    return scene.tokens.lower(token);
  }

  /** "He repeated false claims about": a noun that looks like a verb, after the source's verb. */
  private boolean isObject(NounPhrase source, int cue) {
    PartOfSpeech part = scene.part(cue);
    boolean noun = part.isNoun() && cue > 0 && scene.part(cue - 1).isAdjective();
    if (!noun && part != PartOfSpeech.VBZ || source.last() >= cue) {
      return false;
    }
    boolean verb = false;
    for (int t = source.last() + 1; t < cue; t++) {
      PartOfSpeech p = scene.part(t);
      if (p == PartOfSpeech.CC || p == PartOfSpeech.IN || scene.is(t, ',')) {
        return false;
      }
      verb |= p.isFinite();
    }
    return verb;
  }

  private @Nullable Span content(int cue, @Nullable NounPhrase source) {
    ContentScorer.Start best = null;
    float most = 0;
    for (ContentScorer.Start start : contents.starts(cue, source)) {
      contents.startFeatures(cue, source, start, features);
      float score = model.start().score(features);
      if (best == null || score > most) {
        best = start;
        most = score;
      }
    }
    if (best == null) {
      return null;
    }
    int first = opening(cue, best.token());
    int end = best.end();
    if (!best.before()) {
      float highest = 0;
      for (int option : contents.ends(first)) {
        contents.endFeatures(cue, first, option, features);
        float score = model.end().score(features);
        if (end < 0 || score > highest) {
          end = option;
          highest = score;
        }
      }
    }
    return end <= first ? null : scene.tokens.span(first, end - 1);
  }

  /** What is said begins behind a weekday, and before "about" two thirds of something. */
  private int opening(int cue, int first) {
    if (first == cue + 1
        && first + 2 < scene.size()
        && WEEKDAYS.contains(lower(first))
        && !scene.part(first + 1).isVerb()
        && scene.part(first + 1) != PartOfSpeech.MD
        && scene.part(first + 1) != PartOfSpeech.POS
        && scene.part(first + 1) != PartOfSpeech.CC
        && Character.isLetterOrDigit(scene.tokens.first(first + 1))
        && !scene.part(first + 1).isNoun()) {
      return first + 1;
    }
    boolean about =
        first == cue + 2
            && scene.part(first) == PartOfSpeech.CD
            && scene.part(cue + 1) == PartOfSpeech.IN;
    return about ? first - 1 : first;
  }

  private boolean isCovered(Span content) {
    int covered = 0;
    for (int t = scene.tokens.at(content.start());
        t < scene.size() && scene.tokens.start(t) < content.end();
        t++) {
      int span = scene.spanOf[t];
      if (span >= 0 && QuoteFinder.isQuoted(screen, span)) {
        covered += scene.tokens.end(t) - scene.tokens.start(t) + 1;
      }
    }
    return covered >= COVERED * content.length();
  }
}

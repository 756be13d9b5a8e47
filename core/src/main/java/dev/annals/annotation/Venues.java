package dev.annals.annotation;

import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where something was said: "told the Harbour Post", "in a letter to the council". */
final class Venues {

  private static final Set<String> NOUNS =
      new HashSet<>(TextResources.lines(Venues.class, "venues.en.txt"));

  private static final Set<String> PREPOSITIONS =
      new HashSet<>(TextResources.lines(Venues.class, "venue-prepositions.en.txt"));

  private static final Set<String> ARTICLES =
      new HashSet<>(TextResources.lines(Venues.class, "venue-articles.en.txt"));

  private static final Set<String> TELLING =
      new HashSet<>(TextResources.lines(Venues.class, "telling-verbs.en.txt"));

  /** "by telephone", but not "overturned by an appeals court". */
  private static final Set<String> MEANS =
      new HashSet<>(TextResources.lines(Venues.class, "venue-means.en.txt"));

  /** "in response", "in reply" is no place; "in a response" is. */
  private static final Set<String> ANSWERS =
      new HashSet<>(TextResources.lines(Venues.class, "venue-answers.en.txt"));

  private static final int REACH = 25;

  private Venues() {}

  /** The venue that a cue's sentence names outside what was said, or null. */
  static @Nullable String of(QuoteScene scene, int cue, Span content) {
    int told = addressee(scene, cue);
    if (told >= 0 && scene.tokens.start(scene.phrases.get(told).first()) < content.start()
        || told >= 0 && content.end() < scene.tokens.start(cue)) {
      return text(scene, told);
    }
    int sentence = scene.tokens.sentence(cue);
    for (int distance = 1; distance < REACH; distance++) {
      for (int t : new int[] {cue + distance, cue - distance}) {
        if (t >= 0
            && t < scene.size()
            && scene.tokens.sentence(t) == sentence
            && !content.contains(scene.tokens.start(t))) {
          String venue = at(scene, t);
          if (venue != null && (t < cue ? leads(scene, t, cue) : follows(scene, cue, t, content))) {
            return venue;
          }
        }
      }
    }
    return null;
  }

  /** Whether a phrase opens the cue's sentence, or stands beside the cue with no verb between. */
  private static boolean leads(QuoteScene scene, int at, int cue) {
    return at <= scene.tokens.sentenceFirst(scene.tokens.sentence(cue)) + 1
        || !isVerbBetween(scene, at, cue, null) && !isInClause(scene, at);
  }

  /** "Okoro, repeating a line she used in an interview, said": a finite verb took the phrase. */
  private static boolean isInClause(QuoteScene scene, int at) {
    int sentence = scene.tokens.sentence(at);
    boolean verb = false;
    for (int t = at - 1; t > 0 && t > at - REACH && scene.tokens.sentence(t) == sentence; t--) {
      if (scene.is(t, ',')) {
        return verb && t > scene.tokens.sentenceFirst(sentence);
      }
      verb |= scene.part(t).isFinite();
    }
    return false;
  }

  /** "said she had enough to secure the town during the event": another verb took the phrase. */
  private static boolean follows(QuoteScene scene, int cue, int at, Span content) {
    return !isVerbBetween(scene, cue, at, content);
  }

  private static boolean isVerbBetween(QuoteScene scene, int from, int to, @Nullable Span content) {
    for (int t = from + 1; t < to; t++) {
      boolean said = content != null && content.contains(scene.tokens.start(t));
      if (!said && scene.part(t).isVerb() && scene.spanOf[t] < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The venue that the sentence before a quote announces, when the quote's speaker is its subject:
   * "The mayor posted a video message on her page." Null when it announces none.
   *
   * @param name the resolved name of the speaker
   */
  static @Nullable String announced(QuoteScene scene, int quote, String name) {
    int last = scene.beforeSpan(quote);
    int home = scene.paragraphOf[Math.min(scene.spanFirst[quote], scene.size() - 1)];
    if (last < 0 || scene.spanOf[last] >= 0 || scene.paragraphOf[last] < home - 1) {
      return null;
    }
    int first = Math.max(last - 2 * REACH, scene.tokens.sentenceFirst(scene.tokens.sentence(last)));
    boolean subject = false;
    for (int t = first; t <= last; t++) {
      int p = scene.phraseOf[t];
      if (p < 0) {
        continue;
      }
      NounPhrase phrase = scene.phrases.get(p);
      Mention mention = phrase.mention();
      subject |= mention != null && mention.name().equals(name);
      boolean fresh =
          ARTICLES.contains(word(scene, phrase.first()))
              && phrase.first() > 0
              && scene.part(phrase.first() - 1).isVerb();
      if (subject && fresh && isVenue(scene, phrase)) {
        return text(scene, p);
      }
      t = phrase.last();
    }
    return null;
  }

  private static boolean isVenue(QuoteScene scene, NounPhrase phrase) {
    return NOUNS.contains(word(scene, phrase.last()));
  }

  private static String word(QuoteScene scene, int token) {
    return scene.tokens.lower(token);
  }

  /** The phrase after "told", when it is an organisation. */
  private static int addressee(QuoteScene scene, int cue) {
    int next = cue + 1;
    CueLexicon.Verb verb = scene.verb[cue];
    boolean tells = verb != null && TELLING.contains(verb.lemma());
    if (!tells || next >= scene.size() || scene.phraseOf[next] < 0) {
      return -1;
    }
    int p = scene.phraseOf[next];
    NounPhrase phrase = scene.phrases.get(p);
    boolean subjectBefore = false;
    for (int t = cue - 1; t >= 0 && t > cue - 5; t--) {
      subjectBefore |=
          scene.phraseOf[t] >= 0 && scene.tokens.sentence(t) == scene.tokens.sentence(cue);
    }
    int after = phrase.last() + 1;
    boolean cut = after < scene.size() && scene.part(after).isNoun();
    return subjectBefore && !cut && phrase.kind() == NounPhrase.Kind.ORGANIZATION ? p : -1;
  }

  private static @Nullable String at(QuoteScene scene, int t) {
    if (scene.part(t) != PartOfSpeech.IN && scene.part(t) != PartOfSpeech.RP
        || !PREPOSITIONS.contains(scene.tokens.lower(t))
        || scene.spanOf[t] >= 0
        || t + 1 >= scene.size()
        || scene.phraseOf[t + 1] < 0) {
      return null;
    }
    int p = scene.phraseOf[t + 1];
    NounPhrase phrase = scene.phrases.get(p);
    boolean bare = scene.part(phrase.first()).isNoun() && phrase.first() == phrase.last();
    boolean means = MEANS.contains(word(scene, t));
    boolean reply = bare && !means && ANSWERS.contains(word(scene, phrase.last()));
    if (!isVenue(scene, phrase) || means && !bare || reply) {
      return null;
    }
    int next = phrase.last() + 1;
    boolean more =
        next + 1 < scene.size()
            && (scene.part(next) == PartOfSpeech.TO || scene.part(next) == PartOfSpeech.IN)
            && scene.phraseOf[next + 1] == p + 1
            && scene.tokens.sentence(next + 1) == scene.tokens.sentence(t)
            && isName(scene.phrases.get(p + 1));
    return more
        ? scene.tokens.span(phrase.first(), scene.phrases.get(p + 1).last()).of(scene.tokens.text())
        : text(scene, p);
  }

  private static boolean isName(NounPhrase phrase) {
    return phrase.kind() == NounPhrase.Kind.ORGANIZATION
        || phrase.kind() == NounPhrase.Kind.PERSON
        || phrase.kind() == NounPhrase.Kind.PLACE
        || phrase.kind() == NounPhrase.Kind.COMMON;
  }

  private static String text(QuoteScene scene, int p) {
    NounPhrase phrase = scene.phrases.get(p);
    return scene.tokens.span(phrase.first(), phrase.last()).of(scene.tokens.text());
  }
}

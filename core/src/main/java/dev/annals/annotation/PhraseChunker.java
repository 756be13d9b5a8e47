package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.List;

/** Finds the noun phrases of a scene from parts of speech and names. */
final class PhraseChunker {

  private static final int LONGEST = 12;

  private final QuoteScene scene;
  private final Tokens tokens;
  private final int[] mentionOf;
  private final List<Mention> mentions;
  private final QuoteScene.Entities entities = new QuoteScene.Entities();

  PhraseChunker(QuoteScene scene, List<Mention> mentions) {
    this.scene = scene;
    this.tokens = scene.tokens;
    this.mentions = mentions;
    mentionOf = new int[tokens.size()];
    java.util.Arrays.fill(mentionOf, -1);
    for (int m = 0; m < mentions.size(); m++) {
      Mention mention = mentions.get(m);
      for (int t = tokens.at(mention.start());
          t < tokens.size() && tokens.start(t) < mention.end();
          t++) {
        mentionOf[t] = m;
      }
    }
  }

  void chunk() {
    int at = 0;
    while (at < tokens.size()) {
      int end = end(at);
      if (end > at) {
        add(at, end - 1);
        at = end;
      } else {
        at++;
      }
    }
  }

  /** End of the phrase that begins here, or the token itself when none does. */
  private int end(int at) {
    PartOfSpeech part = scene.part(at);
    if (part == PartOfSpeech.PRP || part == PartOfSpeech.WP || part == PartOfSpeech.WDT) {
      return at + 1;
    }
    int stop = limit(at);
    int lastNoun = -1;
    for (int i = at; i < stop; i++) {
      PartOfSpeech p = scene.part(i);
      boolean noun = mentionOf[i] >= 0 || p.isNoun();
      if (noun && leavesPerson(i, at)) {
        break;
      }
      if (noun) {
        lastNoun = i;
      } else if (p == PartOfSpeech.POS ? lastNoun != i - 1 : !inside(p, i, at)) {
        break;
      } else if ((p == PartOfSpeech.DT || p == PartOfSpeech.PRP$) && i > at && lastNoun >= 0) {
        break;
      }
    }
    if (lastNoun >= 0) {
      return lastNoun + 1;
    }
    // "some said", "many argued", "one said": a determiner or number that stands alone
    boolean alone =
        (part == PartOfSpeech.DT || part == PartOfSpeech.CD || part == PartOfSpeech.JJ)
            && at + 1 < tokens.size()
            && (scene.part(at + 1).isFinite() || scene.verb[at + 1] != null);
    return alone ? at + 1 : at;
  }

  /** "Okoro Tuesday said": the weekday is no part of the name. "The Okoro campaign" is one. */
  private boolean leavesPerson(int i, int at) {
    if (i == at || mentionOf[i - 1] < 0 || mentionOf[i - 1] == mentionOf[i]) {
      return false;
    }
    return mentions.get(mentionOf[i - 1]).type() == MentionType.PERSON
        && (mentionOf[i] >= 0 || scene.part(i).isProperNoun());
  }

  private static boolean inside(PartOfSpeech p, int i, int at) {
    return switch (p) {
      case DT, PDT, PRP$, CD, JJ, JJR, JJS, POS, FW, SYM -> true;
      case VBG, VBN -> i > at;
      case RB, RBR, RBS -> i > at;
      default -> false;
    };
  }

  private int limit(int at) {
    int stop = Math.min(tokens.size(), at + LONGEST);
    int i = at + 1;
    while (i < stop
        && tokens.sentence(i) == tokens.sentence(at)
        && scene.spanOf[i] == scene.spanOf[at]) {
      i++;
    }
    return i;
  }

  private void add(int first, int last) {
    int m = mentionOf[last];
    PartOfSpeech part = scene.part(last);
    NounPhrase.Kind kind;
    Mention mention = null;
    int entity = -1;
    if (m >= 0) {
      mention = mentions.get(m);
      entity = entities.of(mention);
      kind =
          switch (mention.type()) {
            case PERSON -> NounPhrase.Kind.PERSON;
            case ORGANIZATION -> NounPhrase.Kind.ORGANIZATION;
            case PLACE -> NounPhrase.Kind.PLACE;
          };
    } else if (part == PartOfSpeech.PRP) {
      kind = NounPhrase.Kind.PRONOUN;
    } else if (part == PartOfSpeech.WP || part == PartOfSpeech.WDT) {
      kind = NounPhrase.Kind.RELATIVE;
    } else {
      kind = part.isProperNoun() ? NounPhrase.Kind.PROPER : NounPhrase.Kind.COMMON;
    }
    int number = scene.phrases.size();
    scene.phrases.add(new NounPhrase(first, last, kind, mention, entity));
    for (int t = first; t <= last; t++) {
      scene.phraseOf[t] = number;
    }
  }
}

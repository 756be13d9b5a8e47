package dev.annals.annotation;

import dev.annals.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a speaking phrase means: a name its bearer, a pronoun the most salient person before it,
 * "the company" the organisation named before, "the senator" the one person with that role.
 */
final class SpeakerResolver {

  private final QuoteScene scene;
  private final List<PersonRole> roles;
  private final PhraseEdges edges;
  private final NounReferences nouns;
  private final Antecedents antecedents;

  /** By number of a phrase: whom it was first found to stand for. */
  private final Map<Integer, Speaker> resolved = new HashMap<>();

  /** By number of a phrase without a name: the one that it was found to stand for. */
  private final Map<Integer, Integer> entityOf = new HashMap<>();

  SpeakerResolver(QuoteScene scene, float[] screen, List<PersonRole> roles) {
    this.scene = scene;
    this.roles = roles;
    var frequency = new HashMap<Integer, Integer>();
    for (NounPhrase phrase : scene.phrases) {
      if (phrase.entity() >= 0) {
        frequency.merge(phrase.entity(), 1, Integer::sum);
      }
    }
    this.edges = new PhraseEdges(scene);
    this.nouns = new NounReferences(scene, edges, roles, frequency);
    this.antecedents = new Antecedents(scene, screen, edges, nouns, frequency, entityOf);
  }

  /**
   * The speaker a phrase stands for, or null when it cannot be told whom it means.
   *
   * @param p number of the phrase
   * @param last number of the phrase that spoke last, or -1
   */
  @Nullable Speaker speaker(int p, int last) {
    Speaker known = resolved.get(p);
    if (known != null) {
      return known; // "she" beside a quote is the same "she" beside what follows it
    }
    Speaker speaker = named(head(p), last);
    if (speaker != null) {
      resolved.put(p, speaker);
    }
    return speaker;
  }

  /**
   * "The mayor of the town said": the mayor, where the town was taken. "Owners asked by the Post
   * said", "officers who spoke with the Post said": owners and officers.
   */
  private int head(int p) {
    NounPhrase phrase = scene.phrases.get(p);
    int before = phrase.first() - 1;
    if (p == 0 || before < 1) {
      return p;
    }
    if (!lower(before).equals(Connectives.OF)) {
      return asked(p, before);
    }
    NounPhrase whole = scene.phrases.get(p - 1);
    boolean governs =
        whole.last() == before - 1
            && (whole.kind() == NounPhrase.Kind.COMMON || whole.kind() == NounPhrase.Kind.PERSON);
    return governs ? p - 1 : p;
  }

  /** Who did something with or by a phrase, when a clause about them stands before their verb. */
  private int asked(int p, int preposition) {
    int next = scene.phrases.get(p).last() + 1;
    int verb = preposition - 1;
    if (verb < 1
        || next >= scene.size()
        || scene.part(preposition) != PartOfSpeech.IN && scene.part(preposition) != PartOfSpeech.TO
        || !scene.part(next).isFinite()
        || scene.verb[next] == null
        || !scene.part(verb).isVerb()
        || scene.phraseOf[verb - 1] < 0) {
      return p;
    }
    int who = scene.phraseOf[verb - 1];
    NounPhrase.Kind kind = scene.phrases.get(who).kind();
    if (kind == NounPhrase.Kind.RELATIVE && verb > 1 && scene.phraseOf[verb - 2] == who - 1) {
      return isActor(who - 1) ? who - 1 : p;
    }
    boolean reduced =
        scene.part(verb) == PartOfSpeech.VBN && lower(preposition).equals(Connectives.BY);
    return reduced && isActor(who) ? who : p;
  }

  private boolean isActor(int p) {
    if (p < 0) {
      return false;
    }
    NounPhrase.Kind kind = scene.phrases.get(p).kind();
    return kind == NounPhrase.Kind.COMMON
        || kind == NounPhrase.Kind.PERSON
        || kind == NounPhrase.Kind.PROPER;
  }

  private @Nullable Speaker named(int p, int last) {
    NounPhrase phrase = scene.phrases.get(p);
    Mention mention = phrase.mention();
    if (mention != null && !NameWords.PARTY_MEMBERS.contains(lower(phrase.last()))) {
      int ally = edges.lastOfAlly(phrase);
      return ally > phrase.last()
          ? unnamed(scene.tokens.span(phrase.first(), ally))
          : new Speaker(
              mention.start(), mention.end(), mention.name(), role(mention), type(mention));
    }
    NounPhrase meant =
        switch (phrase.kind()) {
          case PRONOUN -> antecedents.ofPronoun(p, phrase, last);
          case RELATIVE -> antecedent(p, phrase);
          default -> {
            NounPhrase named = nouns.beside(p, phrase);
            named = named != null ? named : nouns.definite(p, phrase);
            yield named != null ? named : antecedents.ofMember(p, phrase, last);
          }
        };
    if (meant == null) {
      boolean pronoun =
          phrase.kind() == NounPhrase.Kind.PRONOUN && Antecedents.isPronoun(lower(phrase.first()));
      return pronoun ? null : unnamed(scene.tokens.span(edges.first(phrase), edges.last(phrase)));
    }
    Span span = scene.tokens.span(phrase.first(), phrase.last());
    Speaker before = resolved.get(scene.phraseOf[meant.first()]);
    if (before != null && before.type() == SpeakerType.UNNAMED) {
      return new Speaker(span.start(), span.end(), before.name(), null, SpeakerType.UNNAMED);
    }
    if (meant.entity() >= 0) {
      entityOf.put(p, meant.entity());
    }
    Mention named = meant.mention();
    if (named == null) {
      String name = scene.tokens.span(meant.first(), meant.last()).of(scene.tokens.text());
      return new Speaker(span.start(), span.end(), name, null, SpeakerType.UNNAMED);
    }
    return new Speaker(span.start(), span.end(), named.name(), role(named), type(named));
  }

  private Speaker unnamed(Span whole) {
    return new Speaker(
        whole.start(), whole.end(), whole.of(scene.tokens.text()), null, SpeakerType.UNNAMED);
  }

  private static SpeakerType type(Mention mention) {
    return SpeakerType.valueOf(mention.type().name());
  }

  /** The role given beside this mention, else null. */
  private @Nullable String role(Mention mention) {
    for (PersonRole role : roles) {
      boolean near = role.start() <= mention.end() + 4 && role.end() >= mention.start() - 4;
      if (near && role.name().equals(mention.name())) {
        return role.role();
      }
    }
    return null;
  }

  private String lower(int token) {
    return scene.tokens.lower(token);
  }

  /** Whom "who" stands for: the phrase before it. */
  private @Nullable NounPhrase antecedent(int p, NounPhrase phrase) {
    for (int c = p - 1; c >= 0 && c >= p - 3; c--) {
      NounPhrase candidate = scene.phrases.get(c);
      if (scene.tokens.sentence(candidate.first()) != scene.tokens.sentence(phrase.first())) {
        return null;
      }
      if (candidate.kind() == NounPhrase.Kind.PERSON || phrase.first() - candidate.last() <= 2) {
        return candidate.kind() == NounPhrase.Kind.PRONOUN ? null : candidate;
      }
    }
    return null;
  }
}

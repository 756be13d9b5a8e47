package dev.annals.annotation;

import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom a common noun means: "the company" the organisation named before, "the senator" the one
 * person with that role, "the mayor of Northport, Ada Okoro" the name beside it.
 */
final class NounReferences {

  private static final Set<String> GROUPS =
      new HashSet<>(TextResources.lines(NounReferences.class, "group-nouns.en.txt"));

  /** How far back one of two people with the same role may have been named, in paragraphs. */
  static final int PARAGRAPHS_BACK = 2;

  /** How many phrases are looked at at most, in a text without full stops. */
  static final int MOST = 300;

  /** Paragraphs after which "the president" is no longer one who was named once. */
  private static final int FAR = 4;

  /** Letters between a name and the role beside it: a comma, a blank, an article. */
  private static final int BESIDE = 6;

  /** How far back an organisation of another kind may have been named, in sentences. */
  private static final int SENTENCES_BACK = 2;

  private final QuoteScene scene;
  private final PhraseEdges edges;
  private final List<PersonRole> roles;
  private final Map<Integer, Integer> frequency;
  private final Map<String, NounPhrase> byName = new HashMap<>();

  /** By number of a phrase: the number of the one it means, or -1. */
  private final Map<Integer, NounPhrase> bearers = new HashMap<>();

  private final Set<Integer> nobodys = new HashSet<>();

  /**
   * References of one article.
   *
   * @param frequency how often each name stands in it
   */
  NounReferences(
      QuoteScene scene,
      PhraseEdges edges,
      List<PersonRole> roles,
      Map<Integer, Integer> frequency) {
    this.scene = scene;
    this.edges = edges;
    this.roles = roles;
    this.frequency = frequency;
    for (NounPhrase phrase : scene.phrases) {
      if (phrase.mention() != null) {
        byName.putIfAbsent(phrase.mention().name(), phrase);
      }
    }
  }

  /** The name beside a noun, before it or after it, or null. */
  @Nullable NounPhrase beside(int p, NounPhrase phrase) {
    NounPhrase named = apposed(p, scene.tokens.span(phrase.first(), phrase.last()));
    return named != null ? named : apposedAfter(phrase);
  }

  /** "The company" after one organisation; "the senator" when one person has that role. */
  @Nullable NounPhrase definite(int p, NounPhrase phrase) {
    NounPhrase known = bearers.get(p);
    if (known != null || nobodys.contains(p)) {
      return known;
    }
    NounPhrase bearer = find(p, phrase);
    if (bearer == null) {
      nobodys.add(p);
    } else {
      bearers.put(p, bearer);
    }
    return bearer;
  }

  private @Nullable NounPhrase find(int p, NounPhrase phrase) {
    int more = phrase.last() - phrase.first();
    if (scene.part(phrase.first()) != PartOfSpeech.DT || more < 1 || more > 3) {
      return null;
    }
    int end = edges.last(phrase);
    String head = lower(phrase.last());
    if (GROUPS.contains(head) && phrase.last() == phrase.first() + 1) {
      return organization(p, phrase, head);
    }
    var holders = new TreeSet<String>();
    for (PersonRole role : roles) {
      if (role.tense() == RoleTense.CURRENT && isRole(role.role(), phrase, end)) {
        holders.add(role.name());
      }
    }
    NounPhrase bearer = holders.size() == 1 ? byName.get(holders.first()) : null;
    return bearer != null && !isForgotten(bearer, phrase) ? bearer : lastNamed(p, phrase, holders);
  }

  /** Whether a phrase names this role: same head, and no word beside it that the role lacks. */
  private boolean isRole(String role, NounPhrase phrase, int end) {
    String said = scene.tokens.span(phrase.first() + 1, end).of(scene.tokens.text());
    return RoleHead.of(role).equals(RoleHead.of(said))
        && (end == phrase.first() + 1 || RoleHead.words(role).containsAll(RoleHead.words(said)));
  }

  /** Whether somebody was named once and long before. */
  private boolean isForgotten(NounPhrase bearer, NounPhrase phrase) {
    return frequency.getOrDefault(bearer.entity(), 0) < 2
        && scene.paragraphOf[phrase.first()] - scene.paragraphOf[bearer.first()] > FAR;
  }

  /** "One of her allies, Senator Ivo Brandt of Selden, said": the name that explains a noun. */
  private @Nullable NounPhrase apposedAfter(NounPhrase phrase) {
    int comma = edges.last(phrase) + 1;
    boolean one =
        scene.part(phrase.last()) == PartOfSpeech.NN || edges.first(phrase) < phrase.first();
    if (!one || phrase.kind() != NounPhrase.Kind.COMMON || !scene.is(comma, ',')) {
      return null;
    }
    int c = comma + 1 < scene.size() ? scene.phraseOf[comma + 1] : -1;
    if (c < 0 || scene.phrases.get(c).kind() != NounPhrase.Kind.PERSON) {
      return null;
    }
    NounPhrase name = scene.phrases.get(c);
    int next = name.last() + 1;
    if (next + 1 < scene.size()
        && scene.part(next) == PartOfSpeech.IN
        && scene.phraseOf[next + 1] >= 0) {
      next = scene.phrases.get(scene.phraseOf[next + 1]).last() + 1;
    }
    boolean closed =
        scene.is(next, ',') && next + 1 < scene.size() && scene.part(next + 1).isFinite();
    return closed && name.first() == comma + 1 ? name : null;
  }

  /** Of several people with one role the one last named, when the others are further off. */
  private @Nullable NounPhrase lastNamed(int p, NounPhrase phrase, Set<String> holders) {
    int paragraph = scene.paragraphOf[phrase.first()];
    NounPhrase last = null;
    for (int c = p - 1; c >= Math.max(0, p - MOST); c--) {
      NounPhrase candidate = scene.phrases.get(c);
      Mention mention = candidate.mention();
      int back = paragraph - scene.paragraphOf[candidate.first()];
      if (back > PARAGRAPHS_BACK) {
        break;
      }
      if (mention == null || !holders.contains(mention.name())) {
        continue;
      }
      if (last == null) {
        last = candidate;
      } else if (candidate.entity() != last.entity()) {
        return scene.paragraphOf[last.first()] == scene.paragraphOf[candidate.first()]
            ? null
            : last;
      }
    }
    return last;
  }

  /** The name that a role stands beside: "the mayor of Northport, Ada Okoro, said". */
  private @Nullable NounPhrase apposed(int p, Span span) {
    for (PersonRole role : roles) {
      boolean inside = role.start() < span.end() && span.end() <= role.end();
      if (!inside || role.start() < span.start()) {
        continue;
      }
      for (int c = Math.max(0, p - 2); c < Math.min(scene.phrases.size(), p + 4); c++) {
        Mention mention = scene.phrases.get(c).mention();
        if (mention != null
            && mention.name().equals(role.name())
            && (mention.start() >= role.end() && mention.start() - role.end() <= BESIDE
                || mention.end() <= role.start() && role.start() - mention.end() <= BESIDE)) {
          return scene.phrases.get(c);
        }
      }
    }
    return null;
  }

  /**
   * The organisation that "the court" means: one that is called a court, and where none is, the one
   * named close before.
   */
  private @Nullable NounPhrase organization(int p, NounPhrase phrase, String head) {
    int sentence = scene.tokens.sentence(phrase.first());
    NounPhrase found = null;
    boolean open = true;
    for (int c = p - 1; c >= Math.max(0, p - MOST); c--) {
      NounPhrase candidate = scene.phrases.get(c);
      if (candidate.kind() != NounPhrase.Kind.ORGANIZATION) {
        continue;
      }
      if (Lemmas.noun(lower(candidate.last())).equals(head)) {
        return candidate;
      }
      open &= sentence - scene.tokens.sentence(candidate.first()) <= SENTENCES_BACK;
      if (open && found == null) {
        found = candidate;
      } else if (open && found != null && found.entity() != candidate.entity()) {
        found = subject(found) ? found : null;
        open = false;
      }
    }
    return found;
  }

  private boolean subject(NounPhrase phrase) {
    int next = phrase.last() + 1;
    return next < scene.size() && scene.part(next).isFinite();
  }

  private String lower(int token) {
    return scene.tokens.lower(token);
  }
}

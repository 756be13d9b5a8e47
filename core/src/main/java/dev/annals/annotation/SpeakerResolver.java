package dev.annals.annotation;

import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom a speaking phrase means: a name its bearer, a pronoun the most salient person before it,
 * "the company" the organisation named before, "the senator" the one person with that role.
 */
final class SpeakerResolver {

  private static final Set<String> FEMALE = names("first-names-female.en.txt");
  private static final Set<String> MALE = names("first-names-male.en.txt");
  private static final Set<String> GROUPS =
      new HashSet<>(TextResources.lines(SpeakerResolver.class, "group-nouns.en.txt"));
  private static final Map<String, Character> PRONOUNS = pronouns();

  /** How far back "it" and "they" may reach, in sentences. */
  private static final int SENTENCES_BACK = 4;

  /** How far back "he" and "she" may reach: quotations of many sentences stand between. */
  private static final int FURTHEST = 14;

  /** How far back one of two people with the same role may have been named, in paragraphs. */
  private static final int PARAGRAPHS_BACK = 2;

  /** Letters between a name and the role beside it: a comma, a blank, an article. */
  private static final int BESIDE = 6;

  /** How many phrases are looked at at most, in a text without full stops. */
  private static final int MOST = 300;

  private final QuoteScene scene;
  private final float[] screen;
  private final List<PersonRole> roles;
  private final Map<Integer, Integer> frequency = new HashMap<>();
  private final Map<String, NounPhrase> byName = new HashMap<>();

  /** By number of a phrase without a name: the one that it was found to stand for. */
  private final Map<Integer, Integer> entityOf = new HashMap<>();

  SpeakerResolver(QuoteScene scene, float[] screen, List<PersonRole> roles) {
    this.scene = scene;
    this.screen = screen;
    this.roles = roles;
    for (NounPhrase phrase : scene.phrases) {
      if (phrase.mention() != null) {
        byName.putIfAbsent(phrase.mention().name(), phrase);
      }
      if (phrase.entity() >= 0) {
        frequency.merge(phrase.entity(), 1, Integer::sum);
      }
    }
  }

  /**
   * The speaker a phrase stands for, or null when it cannot be told whom it means.
   *
   * @param p number of the phrase
   * @param last number of the phrase that spoke last, or -1
   */
  @Nullable Speaker speaker(int p, int last) {
    return named(head(p), last);
  }

  /** "The mayor of the town said": the mayor, where the town was taken. */
  private int head(int p) {
    NounPhrase phrase = scene.phrases.get(p);
    int before = phrase.first() - 1;
    if (p == 0 || before < 1 || !lower(before).equals(Connectives.OF)) {
      return p;
    }
    NounPhrase whole = scene.phrases.get(p - 1);
    boolean governs =
        whole.last() == before - 1
            && (whole.kind() == NounPhrase.Kind.COMMON || whole.kind() == NounPhrase.Kind.PERSON);
    return governs ? p - 1 : p;
  }

  private @Nullable Speaker named(int p, int last) {
    NounPhrase phrase = scene.phrases.get(p);
    Mention mention = phrase.mention();
    if (mention != null) {
      return new Speaker(
          mention.start(), mention.end(), mention.name(), role(mention), type(mention));
    }
    Span span = scene.tokens.span(phrase.first(), phrase.last());
    String text = span.of(scene.tokens.text());
    NounPhrase meant =
        switch (phrase.kind()) {
          case PRONOUN -> pronoun(p, phrase, last);
          case RELATIVE -> antecedent(p, phrase);
          default -> {
            NounPhrase named = apposed(p, span);
            yield named != null ? named : definite(p, phrase);
          }
        };
    if (meant == null) {
      boolean pronoun =
          phrase.kind() == NounPhrase.Kind.PRONOUN && PRONOUNS.containsKey(lower(phrase.first()));
      return pronoun
          ? null
          : new Speaker(span.start(), span.end(), text, null, SpeakerType.UNNAMED);
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

  private @Nullable NounPhrase pronoun(int p, NounPhrase phrase, int last) {
    Character gender = PRONOUNS.get(lower(phrase.first()));
    if (gender == null) {
      return null;
    }
    int sentence = scene.tokens.sentence(phrase.first());
    int lastEntity = last >= 0 ? entityOf.getOrDefault(last, scene.phrases.get(last).entity()) : -1;
    NounPhrase best = null;
    double most = 0;
    for (int c = p - 1; c >= Math.max(0, p - MOST); c--) {
      NounPhrase candidate = scene.phrases.get(c);
      int back = sentence - scene.tokens.sentence(candidate.first());
      boolean linked = lastEntity >= 0 && candidate.entity() == lastEntity;
      if (back > FURTHEST) {
        break;
      }
      boolean person = gender == 'm' || gender == 'f';
      if (back > SENTENCES_BACK && !linked && !person) {
        continue;
      }
      int span = scene.spanOf[candidate.first()];
      if (span >= 0 && QuoteFinder.isQuoted(screen, span) || !fits(candidate, gender)) {
        continue;
      }
      double score = salience(candidate, back) + (linked ? 3 : 0);
      if (best == null || score > most) {
        best = candidate;
        most = score;
      }
    }
    return best;
  }

  private double salience(NounPhrase candidate, int back) {
    int next = candidate.last() + 1;
    boolean possessive = next < scene.size() && scene.part(next) == PartOfSpeech.POS;
    boolean subject = next < scene.size() && scene.part(next).isFinite();
    int before = candidate.first() - 1;
    boolean opens =
        scene.tokens.sentenceFirst(scene.tokens.sentence(candidate.first())) == candidate.first();
    boolean object = before >= 0 && !opens && scene.part(before) == PartOfSpeech.IN;
    double score = 6 - 2.0 * back;
    score += subject ? 2 : 0;
    score += opens ? 1.5 : 0;
    score -= possessive ? 2 : 0;
    score -= object ? 1.5 : 0;
    return score + 0.3 * Math.min(5, frequency.getOrDefault(candidate.entity(), 0));
  }

  private boolean fits(NounPhrase candidate, char gender) {
    return switch (gender) {
      case 'm' -> candidate.kind() == NounPhrase.Kind.PERSON && gender(candidate) != 'f';
      case 'f' -> candidate.kind() == NounPhrase.Kind.PERSON && gender(candidate) != 'm';
      case 'n' -> candidate.kind() == NounPhrase.Kind.ORGANIZATION;
      default ->
          candidate.kind() == NounPhrase.Kind.COMMON
              && scene.part(candidate.last()) == PartOfSpeech.NNS;
    };
  }

  private char gender(NounPhrase candidate) {
    Mention mention = candidate.mention();
    if (mention == null) {
      return '?';
    }
    String name = mention.name();
    int blank = name.indexOf(' ');
    String first = (blank < 0 ? name : name.substring(0, blank)).toLowerCase(Locale.ROOT);
    boolean female = FEMALE.contains(first);
    boolean male = MALE.contains(first);
    return female == male ? '?' : female ? 'f' : 'm';
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

  /** "The company" after one organisation; "the senator" when one person has that role. */
  private @Nullable NounPhrase definite(int p, NounPhrase phrase) {
    int more = phrase.last() - phrase.first();
    if (scene.part(phrase.first()) != PartOfSpeech.DT || more < 1 || more > 2) {
      return null;
    }
    String head = lower(phrase.last());
    if (GROUPS.contains(head) && phrase.last() == phrase.first() + 1) {
      return organization(p, phrase);
    }
    var holders = new TreeSet<String>();
    for (PersonRole role : roles) {
      if (role.tense() == RoleTense.CURRENT && isRole(role.role(), phrase)) {
        holders.add(role.name());
      }
    }
    return holders.size() == 1 ? byName.get(holders.first()) : lastNamed(p, phrase, holders);
  }

  /** Whether a phrase names this role: same head, and no word beside it that the role lacks. */
  private boolean isRole(String role, NounPhrase phrase) {
    String said = scene.tokens.span(phrase.first() + 1, phrase.last()).of(scene.tokens.text());
    return RoleHead.of(role).equals(RoleHead.of(said))
        && (phrase.last() == phrase.first() + 1
            || RoleHead.words(role).containsAll(RoleHead.words(said)));
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

  private @Nullable NounPhrase organization(int p, NounPhrase phrase) {
    int sentence = scene.tokens.sentence(phrase.first());
    NounPhrase found = null;
    for (int c = p - 1; c >= Math.max(0, p - MOST); c--) {
      NounPhrase candidate = scene.phrases.get(c);
      int back = sentence - scene.tokens.sentence(candidate.first());
      if (back > 2) {
        break;
      }
      if (candidate.kind() == NounPhrase.Kind.ORGANIZATION) {
        if (found != null && found.entity() != candidate.entity()) {
          return subject(found) ? found : null;
        }
        found = candidate;
      }
    }
    return found;
  }

  private boolean subject(NounPhrase phrase) {
    int next = phrase.last() + 1;
    return next < scene.size() && scene.part(next).isFinite();
  }

  private static Set<String> names(String file) {
    return new HashSet<>(TextResources.lines(SpeakerResolver.class, file));
  }

  private static Map<String, Character> pronouns() {
    var map = new HashMap<String, Character>();
    for (String line : TextResources.lines(SpeakerResolver.class, "speaking-pronouns.en.txt")) {
      int blank = line.indexOf(' ');
      map.put(line.substring(0, blank), line.charAt(blank + 1));
    }
    return map;
  }
}

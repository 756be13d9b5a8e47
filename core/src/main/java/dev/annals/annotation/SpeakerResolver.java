package dev.annals.annotation;

import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private static final Map<String, Character> PRONOUNS = letters("speaking-pronouns.en.txt");

  /** Words before a name that tell a man from a woman. */
  private static final Map<String, Character> GENDERS = letters("gendered-titles.en.txt");

  /** How far before somebody the verb may stand that tells of them, in tokens. */
  private static final int TOLD_REACH = 12;

  /** Man or woman. */
  private static final char ANYBODY = 'x';

  /** Paragraphs after which "the president" is no longer one who was named once. */
  private static final int FAR = 4;

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
  private final Map<Integer, Character> genders = new HashMap<>();

  /** By number of a phrase: whom it was first found to stand for. */
  private final Map<Integer, Speaker> resolved = new HashMap<>();

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
      if (phrase.kind() == NounPhrase.Kind.PERSON) {
        learnGender(phrase);
      }
    }
  }

  /** "Ms. Okoro", "Chairwoman Ada Okoro"; who is called both is neither. */
  private void learnGender(NounPhrase phrase) {
    int first = scene.tokens.at(Objects.requireNonNull(phrase.mention()).start());
    if (first == 0 || scene.tokens.sentence(first - 1) != scene.tokens.sentence(first)) {
      return;
    }
    Character gender = GENDERS.get(lower(first - 1));
    if (gender != null) {
      genders.merge(phrase.entity(), gender, (known, now) -> known.equals(now) ? known : '?');
    }
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
      return new Speaker(
          mention.start(), mention.end(), mention.name(), role(mention), type(mention));
    }
    Span span = scene.tokens.span(phrase.first(), phrase.last());
    NounPhrase meant =
        switch (phrase.kind()) {
          case PRONOUN -> pronoun(p, phrase, last);
          case RELATIVE -> antecedent(p, phrase);
          default -> {
            NounPhrase named = apposed(p, span);
            named = named != null ? named : apposedAfter(p, phrase);
            named = named != null ? named : definite(p, phrase);
            yield named != null ? named : member(p, phrase, last);
          }
        };
    if (meant == null) {
      boolean pronoun =
          phrase.kind() == NounPhrase.Kind.PRONOUN && PRONOUNS.containsKey(lower(phrase.first()));
      if (pronoun) {
        return null;
      }
      Span whole = scene.tokens.span(selected(phrase), complement(phrase));
      return new Speaker(
          whole.start(), whole.end(), whole.of(scene.tokens.text()), null, SpeakerType.UNNAMED);
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

  /** First token of "one of the mayor's aides". */
  private int selected(NounPhrase phrase) {
    int of = phrase.first() - 1;
    boolean some =
        phrase.kind() == NounPhrase.Kind.COMMON
            && of > 0
            && lower(of).equals(Connectives.OF)
            && scene.part(of - 1) == PartOfSpeech.CD
            && scene.tokens.sentence(of - 1) == scene.tokens.sentence(of);
    return some ? of - 1 : phrase.first();
  }

  /** Last token of "the chairman of the harbour board". */
  private int complement(NounPhrase phrase) {
    int of = phrase.last() + 1;
    if (phrase.kind() != NounPhrase.Kind.COMMON
        || of + 1 >= scene.size()
        || !lower(of).equals(Connectives.OF)
        || scene.phraseOf[of + 1] < 0
        || scene.spanOf[of + 1] != scene.spanOf[of - 1]
        || scene.tokens.sentence(of + 1) != scene.tokens.sentence(of)) {
      return phrase.last();
    }
    NounPhrase whole = scene.phrases.get(scene.phraseOf[of + 1]);
    boolean named = whole.mention() != null || whole.kind() == NounPhrase.Kind.PROPER;
    return named ? whole.last() : phrase.last();
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
    return gender == null ? null : salient(p, phrase, gender, last, FURTHEST);
  }

  /** Who is spoken of most of those that fit, before a phrase. */
  private @Nullable NounPhrase salient(
      int p, NounPhrase phrase, char gender, int last, int furthest) {
    int sentence = scene.tokens.sentence(phrase.first());
    int lastEntity = last >= 0 ? entityOf.getOrDefault(last, scene.phrases.get(last).entity()) : -1;
    NounPhrase best = null;
    double most = 0;
    for (int c = p - 1; c >= Math.max(0, p - MOST); c--) {
      NounPhrase candidate = scene.phrases.get(c);
      int back = sentence - scene.tokens.sentence(candidate.first());
      boolean linked = lastEntity >= 0 && candidate.entity() == lastEntity;
      if (back > furthest) {
        break;
      }
      boolean person = gender == 'm' || gender == 'f' || gender == ANYBODY;
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
    int before = candidate.first() - 1;
    boolean opens =
        scene.tokens.sentenceFirst(scene.tokens.sentence(candidate.first())) == candidate.first();
    // "Okoro, the mayor, said": what is told of her stands between
    boolean subject =
        next < scene.size() && (scene.part(next).isFinite() || opens && scene.is(next, ','));
    boolean object = before >= 0 && !opens && scene.part(before) == PartOfSpeech.IN;
    double score = 6 - 2.0 * back;
    score += subject ? 2 : 0;
    score += opens ? 1.5 : 0;
    score -= possessive ? 2 : 0;
    score -= object ? 1.5 : 0;
    score -= isTold(candidate) ? 2 : 0;
    return score + 0.3 * Math.min(5, frequency.getOrDefault(candidate.entity(), 0));
  }

  /** "Voss said Okoro was wrong": Okoro is whom he spoke of. */
  private boolean isTold(NounPhrase candidate) {
    int sentence = scene.tokens.sentence(candidate.first());
    for (int t = candidate.first() - 1; t >= 0 && t > candidate.first() - TOLD_REACH; t--) {
      if (scene.tokens.sentence(t) != sentence) {
        return false;
      }
      CueLexicon.Verb verb = scene.verb[t];
      if (verb != null && verb.kind() == CueLexicon.Class.SPEECH && scene.part(t).isFinite()) {
        return t > scene.tokens.sentenceFirst(sentence);
      }
    }
    return false;
  }

  private boolean fits(NounPhrase candidate, char gender) {
    return switch (gender) {
      case 'm' -> candidate.kind() == NounPhrase.Kind.PERSON && gender(candidate) != 'f';
      case 'f' -> candidate.kind() == NounPhrase.Kind.PERSON && gender(candidate) != 'm';
      case ANYBODY -> candidate.kind() == NounPhrase.Kind.PERSON;
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
    Character told = genders.get(candidate.entity());
    if (told != null) {
      return told;
    }
    String name = mention.name();
    int blank = name.indexOf(' ');
    Character given =
        givenGender((blank < 0 ? name : name.substring(0, blank)).toLowerCase(Locale.ROOT));
    return given == null ? '?' : given;
  }

  /** What a word before a name tells: "ms." a woman; null when nothing. */
  static @Nullable Character gender(String title) {
    return GENDERS.get(title);
  }

  /** What a given name tells, or null. */
  static @Nullable Character givenGender(String name) {
    boolean female = FEMALE.contains(name);
    return female == MALE.contains(name) ? null : Character.valueOf(female ? 'f' : 'm');
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
    if (scene.part(phrase.first()) != PartOfSpeech.DT || more < 1 || more > 3) {
      return null;
    }
    int end = complement(phrase);
    String head = lower(phrase.last());
    if (GROUPS.contains(head) && phrase.last() == phrase.first() + 1) {
      return organization(p, phrase);
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

  /** "The Norland Democrat said": who was spoken of last, as with "she". */
  private @Nullable NounPhrase member(int p, NounPhrase phrase, int last) {
    if (scene.part(phrase.first()) != PartOfSpeech.DT
        || phrase.first() == phrase.last()
        || complement(phrase) != phrase.last()
        || !NameWords.PARTY_MEMBERS.contains(lower(phrase.last()))) {
      return null;
    }
    return salient(p, phrase, ANYBODY, last, PARAGRAPHS_BACK + 1);
  }

  /** "One of her allies, Senator Ivo Brandt of Selden, said": the name that explains a noun. */
  private @Nullable NounPhrase apposedAfter(int p, NounPhrase phrase) {
    int comma = complement(phrase) + 1;
    boolean one = scene.part(phrase.last()) == PartOfSpeech.NN || selected(phrase) < phrase.first();
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

  private static Map<String, Character> letters(String file) {
    var map = new HashMap<String, Character>();
    for (String line : TextResources.lines(SpeakerResolver.class, file)) {
      int blank = line.indexOf(' ');
      map.put(line.substring(0, blank), line.charAt(blank + 1));
    }
    return map;
  }
}

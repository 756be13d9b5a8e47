package dev.annals.annotation;

import dev.annals.annotation.Clause.Attachment;
import dev.annals.annotation.Clause.Phrase;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads clauses from parts of speech, in the manner of ReVerb: verb groups with the phrases before
 * and after them. No parser stands behind it, so an unusual sentence loses its subject rather than
 * costing time; every look ahead or back is bounded.
 */
final class ClauseParser {

  private static final Map<String, String> AUXILIARIES = Lemmas.table("auxiliaries.en.txt");
  private static final WordTrait AUXILIARY = WordTrait.ofLower(AUXILIARIES::containsKey);
  // furthest that a subject is looked for before its verb, in tokens
  private static final int REACH = 60;
  // most prepositional phrases looked at after a verb
  private static final int MOST_ATTACHMENTS = 4;

  private final Tokens tokens;
  private final Tags tags;
  private final Phrases phrases;
  private final boolean[] quoted;
  private final List<Clause> clauses = new ArrayList<>();
  private int sentenceStart;
  private int sentenceEnd;
  private int firstClauseOfSentence;

  private ClauseParser(Tokens tokens, Tags tags, List<TimeExpression> times) {
    this.tokens = tokens;
    this.tags = tags;
    this.phrases = new Phrases(tokens, tags, times);
    this.quoted = quotedTokens(tokens);
  }

  /** The clauses of a text in order of their verbs. */
  static List<Clause> parse(Tokens tokens, Tags tags, List<TimeExpression> times) {
    var parser = new ClauseParser(tokens, tags, times);
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      parser.sentence(sentence);
    }
    return parser.clauses;
  }

  private void sentence(int sentence) {
    sentenceStart = tokens.sentenceFirst(sentence);
    sentenceEnd = tokens.sentenceEnd(sentence);
    firstClauseOfSentence = clauses.size();
    int i = sentenceStart;
    while (i < sentenceEnd) {
      if (startsGroup(i)) {
        i = group(sentence, i);
      } else {
        i++;
      }
    }
  }

  private boolean startsGroup(int i) {
    PartOfSpeech part = tags.part(i);
    if (phrases.inPhrase(i)) {
      return false;
    }
    if (part == PartOfSpeech.TO) {
      int next = i + 1;
      while (next < sentenceEnd && tags.part(next) == PartOfSpeech.RB && next < i + 4) {
        next++;
      }
      return next < sentenceEnd && tags.part(next) == PartOfSpeech.VB;
    }
    return part.isVerb() || part == PartOfSpeech.MD;
  }

  /** Reads the verb group that starts here and returns the token after its main verb. */
  private int group(int sentence, int start) {
    int verb = -1;
    boolean be = false;
    boolean have = false;
    boolean infinitive = tags.part(start) == PartOfSpeech.TO;
    boolean finite = tags.part(start).isFinite();
    boolean negated = start > sentenceStart && negates(start - 1);
    String modal = null;
    int i = infinitive ? start + 1 : start;
    while (i < sentenceEnd) {
      PartOfSpeech part = tags.part(i);
      if (part.isVerb() || part == PartOfSpeech.MD) {
        String kind = AUXILIARY.has(tokens, i) ? AUXILIARIES.get(word(i)) : null;
        boolean auxiliary = kind != null && verbFollows(i + 1);
        if (!auxiliary) {
          verb = i;
          break;
        }
        if (part == PartOfSpeech.MD) {
          modal = kind;
        }
        be |= kind.equals("be") || kind.equals("get");
        have |= kind.equals("have");
        if (kind.equals("have")) {
          be = false;
        }
      } else if (part == PartOfSpeech.RB || part == PartOfSpeech.RBR) {
        negated |= Connectives.isNegation(word(i));
      } else if (!phrases.inPhrase(i) || be || have || modal == null) {
        break;
      }
      i++;
    }
    if (verb < 0) {
      return Math.max(i, start + 1);
    }
    PartOfSpeech form = tags.part(verb);
    boolean bare = !finite && !infinitive && !be && !have;
    boolean passive =
        be && (form == PartOfSpeech.VBN || form == PartOfSpeech.VBD)
            || bare && form == PartOfSpeech.VBN;
    infinitive |= bare && form == PartOfSpeech.VB;
    boolean participle = !finite && !infinitive;
    addClause(sentence, start, verb, passive, negated, infinitive, participle, modal);
    return verb + 1;
  }

  private boolean negates(int token) {
    return tags.part(token) == PartOfSpeech.RB && Connectives.isNegation(word(token));
  }

  /** Whether the auxiliary before has its main verb close by: adverbs may stand between. */
  private boolean verbFollows(int from) {
    for (int i = from; i < sentenceEnd && i < from + 4; i++) {
      PartOfSpeech part = tags.part(i);
      if (part.isVerb()) {
        return !phrases.inPhrase(i);
      }
      if (part != PartOfSpeech.RB && part != PartOfSpeech.RBR && part != PartOfSpeech.MD) {
        return false;
      }
    }
    return false;
  }

  private void addClause(
      int sentence,
      int first,
      int verb,
      boolean passive,
      boolean negated,
      boolean infinitive,
      boolean participle,
      @Nullable String modal) {
    int governor = -1;
    Phrase subject = null;
    String marker = null;
    if (infinitive || participle) {
      governor = governor(first);
    }
    int before = skipBack(first - 1);
    boolean relative = before >= sentenceStart && isRelative(before);
    if (relative) {
      marker = word(before);
      before = skipBack(before - 1);
    }
    if (participle && passive) {
      // "the session postponed by the storm", a headline's "Guard activated"
      subject = adjacent(first);
    } else if (!infinitive && !participle) {
      subject = subjectBefore(before);
      if (subject != null && !relative) {
        marker = markerBefore(subject.first());
      }
    }
    if (subject == null) {
      int from = governor >= 0 ? governor : inherited(first, infinitive, participle);
      if (from >= 0) {
        Clause other = clauses.get(from);
        boolean control = infinitive && !other.passive() && other.object() != null;
        subject = control ? other.object() : other.subject();
        if (from != governor && marker == null) {
          marker = other.marker();
        }
        if (governor < 0 && (infinitive || participle)) {
          governor = other.governor();
        }
        if (modal == null && from != governor && tags.part(verb) == PartOfSpeech.VB) {
          modal = other.modal();
        }
      }
    }
    clauses.add(
        new Clause(
            sentence,
            first,
            verb,
            WordSenses.verbLemma(tokens, verb),
            subject,
            phrases.from(objectStart(verb)),
            after(verb),
            passive,
            negated,
            infinitive,
            participle,
            modal,
            governor,
            marker,
            quoted[verb]));
  }

  /** Last clause of this sentence, unless a joining word says that another governs. */
  private int governor(int first) {
    if (first > sentenceStart && tags.part(first - 1) == PartOfSpeech.CC) {
      return -1;
    }
    return clauses.size() > firstClauseOfSentence ? clauses.size() - 1 : -1;
  }

  /** The clause of the same kind that a verb after "and" or a comma shares its subject with. */
  private int inherited(int first, boolean infinitive, boolean participle) {
    for (int k = clauses.size() - 1; k >= firstClauseOfSentence; k--) {
      Clause other = clauses.get(k);
      if (first - other.verb() > REACH) {
        return -1;
      }
      if (other.infinitive() == infinitive && other.participle() == participle) {
        return k;
      }
    }
    return -1;
  }

  private @Nullable Phrase adjacent(int first) {
    return first > sentenceStart ? phrases.endingAt(first - 1, sentenceStart) : null;
  }

  /** Steps back over adverbs, times and what stands between two commas. */
  private int skipBack(int from) {
    int floor = Math.max(sentenceStart, from - REACH);
    int i = from;
    while (i >= floor) {
      PartOfSpeech part = tags.part(i);
      if (part == PartOfSpeech.RB
          || part == PartOfSpeech.RBR
          || phrases.isTime(i) && !phrases.inPhrase(i)
          || part == PartOfSpeech.IN && i + 1 < sentenceEnd && phrases.isTime(i + 1)) {
        i--;
      } else {
        break;
      }
    }
    return i;
  }

  private boolean isRelative(int token) {
    PartOfSpeech part = tags.part(token);
    return (part == PartOfSpeech.WP || part == PartOfSpeech.WDT || part == PartOfSpeech.IN)
        && Connectives.isRelative(word(token));
  }

  private @Nullable Phrase subjectBefore(int before) {
    if (before < sentenceStart) {
      return null;
    }
    if (tokens.is(before, ",")) {
      // "leaders, including the mayor, were": back to the comma that opens the insertion
      int floor = Math.max(sentenceStart, before - REACH);
      for (int i = before - 1; i > floor; i--) {
        if (tokens.is(i, ",")) {
          Phrase outer = phrases.endingAt(skipBack(i - 1), sentenceStart);
          if (outer != null) {
            return outer;
          }
        }
      }
      return null;
    }
    return phrases.endingAt(before, sentenceStart);
  }

  private @Nullable String markerBefore(int token) {
    int i = skipBack(token - 1);
    if (i >= sentenceStart
        && (tags.part(i) == PartOfSpeech.IN || tags.part(i) == PartOfSpeech.WRB)) {
      String word = word(i);
      return Connectives.isSubordinator(word) ? word : null;
    }
    return null;
  }

  private int objectStart(int verb) {
    int i = verb + 1;
    while (i < sentenceEnd
        && (tags.part(i) == PartOfSpeech.RB || tags.part(i) == PartOfSpeech.RP)
        && i < verb + 4) {
      i++;
    }
    return i < sentenceEnd ? i : tokens.size();
  }

  /** Particles and prepositions after a verb up to the next verb, each with its phrase. */
  private List<Attachment> after(int verb) {
    var found = new ArrayList<Attachment>(2);
    int i = verb + 1;
    int stop = Math.min(sentenceEnd, verb + REACH);
    while (i < stop && found.size() < MOST_ATTACHMENTS) {
      PartOfSpeech part = tags.part(i);
      if (phrases.inPhrase(i)) {
        i = phraseEnd(i);
      } else if (part == PartOfSpeech.IN || part == PartOfSpeech.TO || part == PartOfSpeech.RP) {
        Phrase phrase = i + 1 < sentenceEnd ? phrases.from(i + 1) : null;
        found.add(new Attachment(i, phrase));
        i = phrase == null ? i + 1 : phrase.last() + 1;
      } else if (part == PartOfSpeech.RB || part.isAdjective()) {
        found.add(new Attachment(i, i + 1 < sentenceEnd ? phrases.from(i + 1) : null));
        i++;
      } else if (phrases.isTime(i)) {
        i++;
      } else {
        break;
      }
    }
    return List.copyOf(found);
  }

  private int phraseEnd(int token) {
    int i = token;
    int first = phrases.firstOf(token);
    while (i < sentenceEnd && phrases.firstOf(i) == first) {
      i++;
    }
    return i;
  }

  private String word(int token) {
    return tokens.lower(token);
  }

  /** Tokens between quotation marks of one paragraph: straight marks toggle, curly ones pair. */
  private static boolean[] quotedTokens(Tokens tokens) {
    var quoted = new boolean[tokens.size()];
    boolean inside = false;
    int block = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.block(i) != block) {
        block = tokens.block(i);
        inside = false;
      }
      char c = tokens.first(i);
      if (c == '“' || c == '«' || c == '„' || tokens.is(i, "``")) {
        inside = true;
      } else if (c == '”' || c == '»' || tokens.is(i, "''")) {
        inside = false;
      } else if (c == '"') {
        inside = !inside;
      }
      quoted[i] = inside;
    }
    return quoted;
  }
}

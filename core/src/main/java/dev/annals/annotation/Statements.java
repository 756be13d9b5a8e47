package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells who makes the statement that a clause reports: "Okoro said on Monday that she would veto
 * the bill" is an event where the speaker has a name or an office; what "sources" say is none.
 */
final class Statements {

  /** The class of such events, and their rule. */
  static final String KIND = "say";

  static final String RULE = "statement";

  private static final Set<String> VERBS =
      Set.copyOf(TextResources.lines(Statements.class, "statement-verbs.en.txt"));

  /** What stands before an office that one person has. */
  private static final Set<String> DEFINITE =
      Set.copyOf(TextResources.lines(Statements.class, "definite-articles.en.txt"));

  /** Roles that hide who speaks: "the official". */
  private static final Set<String> VAGUE =
      Set.copyOf(TextResources.lines(Statements.class, "unnamed-roles.en.txt"));

  /** Bodies that speak as one without a name. */
  private static final Set<String> BODIES =
      Set.copyOf(TextResources.lines(Statements.class, "official-bodies.en.txt"));

  // tokens from a speaker to the verb: an apposition, a party and a state in brackets
  private static final int REACH = 25;

  private final Tokens tokens;
  private final Tags tags;
  private final Things things;

  Statements(Tokens tokens, Tags tags, Things things) {
    this.tokens = tokens;
    this.tags = tags;
    this.things = things;
  }

  /** The named speaker of a clause that reports a statement, or null. */
  @Nullable Phrase speaker(Clause clause) {
    if (!VERBS.contains(clause.lemma())
        || clause.passive()
        || clause.negated()
        || clause.infinitive()
        || clause.participle()
        || clause.modal() != null) {
      return null;
    }
    Phrase subject = isBehindQuote(clause) ? inverted(clause) : clause.subject();
    if (subject == null) {
      subject = before(clause);
    }
    return subject != null && isNamed(subject) ? subject : null;
  }

  /** "…," tweeted Okoro: who stands behind a verb that has nobody before it, or null. */
  @Nullable Phrase inverted(Clause clause) {
    CueLexicon.Verb verb = CueLexicon.ENGLISH.verb(tokens.lower(clause.verb()));
    return isBehindQuote(clause)
            && clause.object() != null
            && clause.first() == clause.verb()
            && verb != null
            && verb.kind() == CueLexicon.Class.SPEECH
            && isNamed(clause.object())
        ? clause.object()
        : null;
  }

  private boolean isBehindQuote(Clause clause) {
    int before = clause.first() - 1;
    return before >= tokens.sentenceFirst(clause.sentence()) && isMark(before);
  }

  private boolean isMark(int token) {
    char first = tokens.first(token);
    return first == '"' || first == '”' || tokens.is(token, "''");
  }

  /** The name before the verb, behind which brackets or an insertion stand. */
  private @Nullable Phrase before(Clause clause) {
    int floor = Math.max(tokens.sentenceFirst(clause.sentence()), clause.first() - REACH);
    for (int i = clause.first() - 1; i >= floor; i--) {
      if (tags.part(i).isVerb() || isMark(i)) {
        return null;
      }
      Mention mention = things.mention(i);
      if (mention != null && mention.type() != MentionType.PLACE) {
        return new Phrase(tokens.at(mention.start()), i, i);
      }
    }
    return null;
  }

  private boolean isNamed(Phrase phrase) {
    Mention mention = things.mention(phrase.head());
    if (mention == null) {
      mention = things.mention(phrase.last());
    }
    if (mention != null) {
      return true;
    }
    return phrase.last() > phrase.first()
            && DEFINITE.contains(tokens.lower(phrase.first()))
            && tags.part(phrase.head()) == PartOfSpeech.NN
            && !VAGUE.contains(tokens.lower(phrase.head()))
            && RoleWords.isRole(tokens, phrase.head())
        || BODIES.contains(tokens.lower(phrase.head()));
  }
}

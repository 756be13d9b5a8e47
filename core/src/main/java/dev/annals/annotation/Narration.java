package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the finders of events, changes and figures read of one article: its tokens and clauses, the
 * things it names, how each clause is put and the day that each word tells of. Made once an
 * article.
 */
final class Narration {

  /** Verbs that leave their object in a state: "keep the road closed". */
  private static final Set<String> LEAVING =
      Set.copyOf(TextResources.lines(Narration.class, "leaving-verbs.en.txt"));

  final Tokens tokens;
  final Tags tags;
  final List<TimeExpression> times;
  final List<Clause> clauses;
  final Things things;
  final Modalities modalities;
  final SentenceDays days;
  private final Article article;

  Narration(
      Article article,
      Tokens tokens,
      Tags tags,
      List<Mention> mentions,
      TimeAtoms atoms,
      List<TimeExpression> times,
      List<Clause> clauses) {
    this.article = article;
    this.tokens = tokens;
    this.tags = tags;
    this.times = times;
    this.clauses = clauses;
    this.things = new Things(tokens, mentions);
    this.modalities = new Modalities(tokens, tags, clauses);
    this.days = new SentenceDays(article, tokens, tags, atoms, times);
  }

  /** What the block of a token is for; a text without blocks is one paragraph. */
  Role role(int token) {
    int block = tokens.block(token);
    List<Block> blocks = article.blocks();
    return block < blocks.size() ? blocks.get(block).role() : Role.PARAGRAPH;
  }

  /** Whether the block of a token tells what happened. */
  boolean tells(int token) {
    Role role = role(token);
    return role.isBody()
        || role == Role.CAPTION
        || role == Role.STANDFIRST
        || role == Role.HEADLINE;
  }

  /**
   * The clause that leaves its object in the state of this one: "keep the road closed"; or null.
   */
  @Nullable Clause leaving(Clause clause) {
    if (!clause.participle() || !clause.passive() || clause.governor() < 0) {
      return null;
    }
    Clause governor = clauses.get(clause.governor());
    Phrase left = governor.object();
    Phrase subject = clause.subject();
    boolean leaves =
        LEAVING.contains(governor.lemma())
            && left != null
            && subject != null
            && left.first() == subject.first();
    return leaves ? governor : null;
  }

  /** When the block of a token was published, as stated, or null. */
  @Nullable String dateline(int token) {
    return TimeFinder.dateline(article, tokens.block(token));
  }

  /** The word of a token in lower case. */
  String word(int token) {
    return tokens.lower(token);
  }
}

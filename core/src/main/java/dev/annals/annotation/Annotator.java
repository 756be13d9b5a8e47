package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.List;

/**
 * Finds in an article's text all that a record is made of. Every finder reads the same tokens and
 * tags; the order of the finders is what each needs of the others. Immutable and safe for use by
 * several threads.
 */
public final class Annotator {

  private final SequenceTagger tagger = new SequenceTagger();
  private final MentionFinder mentionFinder = new MentionFinder();
  private final RoleFinder roleFinder = new RoleFinder();
  private final TimeFinder timeFinder = new TimeFinder();
  private final QuoteFinder quoteFinder = new QuoteFinder();
  private final ClaimFinder claimFinder = new ClaimFinder();
  private final ChangeFinder changeFinder = new ChangeFinder();
  private final EventFinder eventFinder = new EventFinder();
  private final FigureFinder figureFinder = new FigureFinder();

  /** Finds all there is to find. */
  public Annotations annotate(Article article) {
    return annotate(article, tokens(article));
  }

  /** The words of an article, for this and for all that reads them beside. */
  public static Tokens tokens(Article article) {
    return Tokens.of(article.text(), spans(article));
  }

  /**
   * Finds all there is to find.
   *
   * @param tokens those of the article
   */
  public Annotations annotate(Article article, Tokens tokens) {
    if (!article.language().startsWith("en")) {
      return Annotations.NONE;
    }
    var tags = tagger.tag(tokens);
    var mentions = mentionFinder.find(article, tokens, tags);
    var roles = roleFinder.find(article, tokens, tags, mentions);
    var atoms = new TimeAtoms(tokens);
    var times = timeFinder.find(article, tokens, tags, atoms);
    var scene = tokens.size() == 0 ? null : QuoteFinder.scene(article, tokens, tags, mentions);
    List<Quote> quotes =
        scene == null ? List.of() : quoteFinder.find(article, scene, roles, QuoteModel.english());
    var claims = claimFinder.find(article, tokens, tags, mentions, quotes, scene);
    var parts = PartRepair.repair(tokens, tags);
    var clauses = ClauseParser.parse(tokens, parts, times);
    var narration = new Narration(article, tokens, parts, mentions, atoms, times, clauses);
    var changes = changeFinder.find(narration);
    var events = eventFinder.find(narration);
    var figures = figureFinder.find(narration);
    return new Annotations(mentions, roles, times, quotes, claims, changes, events, figures);
  }

  private static List<Span> spans(Article article) {
    if (article.blocks().isEmpty()) {
      return List.of(new Span(0, article.text().length()));
    }
    return article.blocks().stream().map(Block::span).toList();
  }
}

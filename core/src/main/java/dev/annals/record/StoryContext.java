package dev.annals.record;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Cite;
import dev.annals.article.CiteMaker;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every section of a record reads: the articles in one order, their tokens, their lineages,
 * and names that mean the same throughout the story. Made anew for each compile; not safe for use
 * by several threads.
 */
final class StoryContext {

  private final List<StoryArticle> articles;
  private final Map<String, StoryArticle> byId = new HashMap<>();
  private final Map<String, Integer> lineageOf;
  private final Map<String, Tokens> tokens = new HashMap<>();
  private final Map<String, CiteMaker> citeMakers = new HashMap<>();
  private final StoryNames names;
  private final StoryDays days;
  private final RoleHolders roles;
  private @Nullable StoryTimes times;
  private @Nullable TermVectors vectors;
  private @Nullable List<Tracks.Merged> tracks;

  /**
   * A context.
   *
   * @param articles in any order, ids distinct
   * @param lineageOf number of the lineage of each article
   */
  StoryContext(List<StoryArticle> articles, Map<String, Integer> lineageOf) {
    this.articles = inOrder(articles);
    this.lineageOf = lineageOf;
    for (StoryArticle article : this.articles) {
      byId.put(article.article().id(), article);
    }
    this.names = new StoryNames(this.articles);
    this.days = new StoryDays(this.articles);
    this.roles = new RoleHolders(this.articles, names);
  }

  /**
   * By publication, undated ones last, then by id: the order that everything in a record follows.
   */
  static List<StoryArticle> inOrder(List<StoryArticle> articles) {
    var sorted = new ArrayList<>(articles);
    sorted.sort(
        Comparator.comparing((StoryArticle a) -> StoryDays.orderOf(a.article()))
            .thenComparing(a -> a.article().id()));
    return List.copyOf(sorted);
  }

  /** The articles by publication, undated ones last, then by id. */
  List<StoryArticle> articles() {
    return articles;
  }

  /** The article of an id. */
  StoryArticle article(String id) {
    var article = byId.get(id);
    if (article == null) {
      throw new IllegalArgumentException("no such article in this story: " + id);
    }
    return article;
  }

  /** Number of the lineage that an article belongs to. */
  int lineageOf(String articleId) {
    return lineageOf.getOrDefault(articleId, -1);
  }

  /** Number of independent lineages behind some cites. */
  int sources(Collection<Cite> cites) {
    var seen = new BitSet();
    for (Cite cite : cites) {
      seen.set(lineageOf(cite.article()) + 1);
    }
    return seen.cardinality();
  }

  /** When things happened; made when first asked for. */
  StoryTimes times() {
    StoryTimes made = times;
    if (made == null) {
      made = new StoryTimes(this);
      times = made;
    }
    return made;
  }

  /** The sentences as weighted terms; made when first asked for. */
  TermVectors vectors() {
    TermVectors made = vectors;
    if (made == null) {
      made = new TermVectors(this);
      vectors = made;
    }
    return made;
  }

  /** What is told of the states of each thing; made when first asked for. */
  List<Tracks.Merged> tracks() {
    List<Tracks.Merged> made = tracks;
    if (made == null) {
      made = Tracks.of(this);
      tracks = made;
    }
    return made;
  }

  /** Where something stands that is to be cited. */
  record Place(StoryArticle article, Span span) {}

  /** Cites of some places, each once, the first ones where there are too many. */
  List<Cite> cites(Collection<Place> places, int most) {
    var cites = new ArrayList<Cite>();
    for (Place place : places) {
      Cite cite = cite(place.article(), place.span().start(), place.span().end());
      if (cites.size() < most && !cites.contains(cite)) {
        cites.add(cite);
      }
    }
    return cites;
  }

  /** A version of something reports disagree on. */
  StoryRecord.Version version(String value, Collection<Place> places, int most) {
    var cites = cites(places, most);
    return new StoryRecord.Version(value, sources(cites), new Cites(cites));
  }

  /** A cite of a stretch of an article. */
  Cite cite(StoryArticle article, int start, int end) {
    return citeMakers
        .computeIfAbsent(article.article().id(), id -> new CiteMaker(article.article()))
        .cite(start, end);
  }

  /** The tokens of an article, block by block; made once. */
  Tokens tokens(StoryArticle article) {
    return tokens.computeIfAbsent(article.article().id(), id -> tokenise(article.article()));
  }

  private static Tokens tokenise(Article article) {
    var blocks = article.blocks().stream().map(Block::span).toList();
    return Tokens.of(
        article.text(), blocks.isEmpty() ? List.of(new Span(0, article.text().length())) : blocks);
  }

  /** What the block at an offset is for. */
  Role role(StoryArticle article, int offset) {
    return roleAt(article.article(), offset);
  }

  static Role roleAt(Article article, int offset) {
    int low = 0;
    int high = article.blocks().size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Block block = article.blocks().get(middle);
      if (offset < block.start()) {
        high = middle - 1;
      } else if (offset >= block.end()) {
        low = middle + 1;
      } else {
        return block.role();
      }
    }
    return Role.OTHER;
  }

  /** The name that the story uses for a name of an article: {@code Ada Okoro} for {@code Okoro}. */
  String personName(String articleId, String nameInArticle) {
    return names.canonical(articleId, nameInArticle);
  }

  /**
   * The one person of the story whose role a phrase names: "the mayor"; null when none has it or
   * several have.
   */
  @Nullable String holder(String phrase) {
    return roles.holder(phrase);
  }

  /** All names of the story, merged. */
  StoryNames names() {
    return names;
  }

  /**
   * The day an article was published, or the day its story places it on, or null when neither is
   * known.
   */
  @Nullable LocalDate day(StoryArticle article) {
    return days.day(article.article());
  }

  /**
   * The day the story places an undated article on, or null when the article is dated or the story
   * has no date.
   */
  @Nullable LocalDate placed(StoryArticle article) {
    return days.placed(article.article());
  }
}

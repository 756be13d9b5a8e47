package dev.annals.record;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every section of a record reads: the articles in one order, their tokens, their lineages,
 * and names that mean the same throughout the story. Made anew for each compile; not safe for use
 * by several threads.
 */
final class StoryContext {

  private final List<ArticleParts> parts;
  private final List<StoryArticle> articles;
  private final Map<String, ArticleParts> byId = new HashMap<>();
  private final StoryMemory memory;
  private final Map<String, Integer> lineageOf;
  private final int lineages;
  private final StoryNames names;
  private final StoryDays days;
  private final RoleHolders roles;
  private @Nullable Map<String, String> notices;
  private @Nullable StoryTimes times;
  private @Nullable TermVectors vectors;
  private @Nullable List<Tracks.Merged> tracks;

  /**
   * A context.
   *
   * @param parts in the record's order
   * @param lineageOf number of the lineage of each article
   */
  StoryContext(StoryMemory memory, List<ArticleParts> parts, Map<String, Integer> lineageOf) {
    this.memory = memory;
    this.parts = parts;
    this.articles = parts.stream().map(ArticleParts::article).toList();
    this.lineageOf = lineageOf;
    int most = 0;
    for (ArticleParts one : parts) {
      byId.put(one.id(), one);
      one.lineage(lineageOf(one.id()));
      most = Math.max(most, one.lineage());
    }
    this.lineages = most;
    this.names = new StoryNames(parts);
    this.days = new StoryDays(parts);
    this.roles = new RoleHolders(parts, names);
  }

  /** The articles by publication, undated ones last, then by id. */
  List<StoryArticle> articles() {
    return articles;
  }

  /** What each of them brings, in the same order. */
  List<ArticleParts> parts() {
    return parts;
  }

  /** What an article brings. */
  ArticleParts parts(StoryArticle article) {
    return parts(article.article().id());
  }

  private ArticleParts parts(String id) {
    var known = byId.get(id);
    if (known == null) {
      throw new IllegalArgumentException("no such article in this story: " + id);
    }
    return known;
  }

  /** The article of an id. */
  StoryArticle article(String id) {
    return parts(id).article();
  }

  /** The words of the story's quotes. */
  QuoteWords quoteWords() {
    return memory.quoteWords();
  }

  /** Where the story's quotes were put by its last compile. */
  QuotePlaces quotePlaces() {
    return memory.quotePlaces();
  }

  /** Words in lower case that at least so many articles use. */
  Set<String> wordsOf(double articles) {
    return memory.wordsOf(articles);
  }

  /** Number of the lineage that an article belongs to. */
  int lineageOf(String articleId) {
    return lineageOf.getOrDefault(articleId, -1);
  }

  /** Number of lineages in the story. */
  int lineages() {
    return lineages;
  }

  /**
   * Number of independent lineages behind some cites; what an outlet has taken back is behind
   * nothing that others tell.
   */
  int sources(Collection<Cite> cites) {
    var seen = new BitSet();
    var retracted = new BitSet();
    var notices = notices();
    for (Cite cite : cites) {
      boolean gone =
          !notices.isEmpty() && StoryRecord.RETRACTED.equals(notices.get(cite.article()));
      (gone ? retracted : seen).set(lineageOf(cite.article()) + 1);
    }
    return seen.isEmpty() ? retracted.cardinality() : seen.cardinality();
  }

  /** What outlets have said of articles of their own, by the articles' ids. */
  Map<String, String> notices() {
    Map<String, String> made = notices;
    if (made == null) {
      made = Retractions.of(parts);
      notices = made;
    }
    return made;
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
      made = new TermVectors(this, memory.terms());
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
    return parts(article).citeMaker().cite(start, end);
  }

  /** The tokens of an article, block by block. */
  Tokens tokens(StoryArticle article) {
    return parts(article).tokens();
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

  /** Who holds an office in the story, as {@link RoleHolders#office} words it, or null. */
  @Nullable String officeHolder(String office) {
    return roles.of(office);
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
    return days.day(parts(article));
  }

  /**
   * The day the story places an undated article on, or null when the article is dated or the story
   * has no date.
   */
  @Nullable LocalDate placed(StoryArticle article) {
    return days.placed(parts(article));
  }
}

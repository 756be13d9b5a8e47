package dev.annals.record;

import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.CiteMaker;
import dev.annals.lineage.TracedArticle;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an article brings to its story, made once and kept as long as the article is the same. What
 * depends on other articles too is kept with what it depends on. Not safe for use by several
 * threads.
 */
final class ArticleParts {

  private final StoryArticle article;
  private final Instant order;
  private final @Nullable LocalDate published;
  private final Tokens tokens;
  private final TermTable table;
  private final int[] terms;
  private final CiteMaker citeMaker;
  private @Nullable TracedArticle traced;
  private @Nullable List<NamedIn> names;
  private @Nullable Lead lead;
  private @Nullable ArticleVoice voice;
  private @Nullable Set<String> titleWords;
  private @Nullable List<RoleHolders.Held> roles;
  private @Nullable Notice notice;
  private int rank;
  private int lineage;

  /** Whether its words are counted among those of the story. */
  boolean counted;

  /** The days that its time expressions mean, null for none. */
  final Memo<@Nullable LocalDate[]> days = new Memo<>();

  /** How often it states each day shortly before its publication. */
  final Memo<TreeMap<LocalDate, Integer>> stated = new Memo<>();

  final Memo<List<Telling>> tellings = new Memo<>();
  final Memo<List<ToldEvent>> events = new Memo<>();
  final Memo<List<FigureDisagreements.Count>> figures = new Memo<>();
  final Memo<List<QuoteWords.Worded>> quotes = new Memo<>();
  final Memo<List<WordingUse>> wordings = new Memo<>();
  final Memo<List<Tracks.Told>> changes = new Memo<>();
  final Memo<List<VoteDisagreements.Tally>> tallies = new Memo<>();
  final Memo<List<PersonDisagreements.Aged>> ages = new Memo<>();
  final Memo<List<PersonDisagreements.Spelled>> spelled = new Memo<>();
  final Memo<List<LifeDisagreements.Life>> lives = new Memo<>();
  final Memo<List<PlaceDisagreements.Incident>> incidents = new Memo<>();

  ArticleParts(StoryArticle article, TermTable table) {
    this.article = article;
    this.order = StoryDays.orderOf(article.article());
    this.published = StoryDays.published(article.article());
    this.tokens = tokenise(article.article());
    this.table = table;
    this.terms = table.terms(tokens);
    this.citeMaker = new CiteMaker(article.article());
  }

  private static Tokens tokenise(Article article) {
    var blocks = article.blocks().stream().map(Block::span).toList();
    return Tokens.of(
        article.text(), blocks.isEmpty() ? List.of(new Span(0, article.text().length())) : blocks);
  }

  StoryArticle article() {
    return article;
  }

  String id() {
    return article.article().id();
  }

  /** The moment to order by. */
  Instant order() {
    return order;
  }

  /** The day of publication as stated, or null. */
  @Nullable LocalDate published() {
    return published;
  }

  /** Number of the article in the story's order. */
  int rank() {
    return rank;
  }

  void rank(int now) {
    rank = now;
  }

  /** Number of its lineage in the story as it stands. */
  int lineage() {
    return lineage;
  }

  void lineage(int now) {
    lineage = now;
  }

  /** The content words of its headline. */
  Set<String> titleWords() {
    Set<String> made = titleWords;
    if (made == null) {
      String title = article.article().title();
      made = title == null ? Set.of() : ContentWords.of(title);
      titleWords = made;
    }
    return made;
  }

  /** The roles that it gives people who have them now. */
  List<RoleHolders.Held> roles() {
    List<RoleHolders.Held> made = roles;
    if (made == null) {
      made = RoleHolders.held(article);
      roles = made;
    }
    return made;
  }

  private record Notice(@Nullable String says, boolean opens) {}

  private Notice madeNotice() {
    Notice made = notice;
    if (made == null) {
      made =
          new Notice(Retractions.notice(article.article()), Retractions.opens(article.article()));
      notice = made;
    }
    return made;
  }

  /** What it says of itself: retracted, corrected, or null for nothing. */
  @Nullable String notice() {
    return madeNotice().says();
  }

  /** Whether its headline says that something is taken back. */
  boolean opensAsNotice() {
    return madeNotice().opens();
  }

  Tokens tokens() {
    return tokens;
  }

  /** The term of each token, -1 for none. */
  int[] terms() {
    return terms;
  }

  CiteMaker citeMaker() {
    return citeMaker;
  }

  /** The different words, in lower case. */
  Set<String> words() {
    var words = new HashSet<String>();
    for (int i = 0; i < tokens.size(); i++) {
      if (Character.isLetter(tokens.first(i))) {
        words.add(tokens.lower(i));
      }
    }
    return words;
  }

  /** The names it uses, in the order in which it first speaks of them. */
  List<NamedIn> names() {
    List<NamedIn> made = names;
    if (made == null) {
      made = NamedIn.of(article);
      names = made;
    }
    return made;
  }

  /** What it begins with. */
  Lead lead() {
    Lead made = lead;
    if (made == null) {
      made = Lead.of(article, tokens, published);
      lead = made;
    }
    return made;
  }

  /** How it tells, by the words of the model that asks first. */
  ArticleVoice voice(EntryModel model) {
    ArticleVoice made = voice;
    if (made == null) {
      made = ArticleVoice.of(article, tokens, Lead.quoted(article, tokens), model);
      voice = made;
    }
    return made;
  }

  /** What a token is compared by when lineages are traced. */
  private int compared(int token) {
    return terms[token] < 0 || tokens.end(token) - tokens.start(token) < TracedArticle.LETTERS
        ? TracedArticle.NOT_COMPARED
        : table.key(terms[token]);
  }

  /** The article as lineages are traced with it. */
  TracedArticle traced() {
    TracedArticle made = traced;
    if (made == null) {
      var quoted = new ArrayList<Span>();
      for (Quote quote : article.annotations().quotes()) {
        if (quote.kind() != QuoteKind.INDIRECT) {
          quoted.add(quote.content());
        }
      }
      quoted.sort(Comparator.naturalOrder());
      made = new TracedArticle(article.article(), quoted, tokens, this::compared);
      traced = made;
    }
    return made;
  }
}

package dev.annals.record;

import dev.annals.lineage.LineageMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What compiling the record of a story leaves for the next time, so that an article more costs
 * little more than that article. The record is the same as without a memory, to the byte. Takes
 * about {@value #BYTES_A_CHARACTER} bytes for each character of the articles. Not safe for use by
 * several threads.
 */
public final class StoryMemory {

  /** Memory taken for each character of the articles of a story, themselves included. */
  public static final int BYTES_A_CHARACTER = 30;

  private final Map<String, ArticleParts> parts = new HashMap<>();
  private final Map<String, Integer> articlesWith = new HashMap<>();
  private TermTable terms = new TermTable();
  private LineageMemory lineage = new LineageMemory();
  private QuoteWords quoteWords = new QuoteWords();
  private QuotePlaces quotePlaces = new QuotePlaces();
  private long characters;

  /** Nothing was compiled yet. */
  public StoryMemory() {}

  /** Characters of the articles that are remembered. */
  public long characters() {
    return characters;
  }

  /**
   * Remembers these articles and no others.
   *
   * @return them in the order that everything in a record follows: by publication, undated ones
   *     last, then by id
   */
  List<ArticleParts> take(List<StoryArticle> articles) {
    var there = new HashMap<String, StoryArticle>();
    for (StoryArticle article : articles) {
      if (there.put(article.article().id(), article) != null) {
        throw new IllegalArgumentException("twice in one story: " + article.article().id());
      }
    }
    var gone = parts.values().stream().filter(p -> !p.article().equals(there.get(p.id()))).toList();
    if (gone.size() * 2 > parts.size()) {
      forget();
    } else {
      gone.forEach(this::leave);
    }
    for (StoryArticle article : articles) {
      if (!parts.containsKey(article.article().id())) {
        arrive(article);
      }
    }
    var inOrder = new ArrayList<>(parts.values());
    inOrder.sort(Comparator.comparing(ArticleParts::order).thenComparing(ArticleParts::id));
    for (int i = 0; i < inOrder.size(); i++) {
      inOrder.get(i).rank(i);
    }
    return List.copyOf(inOrder);
  }

  private void forget() {
    parts.clear();
    articlesWith.clear();
    terms = new TermTable();
    lineage = new LineageMemory();
    quoteWords = new QuoteWords();
    quotePlaces = new QuotePlaces();
    characters = 0;
  }

  private void arrive(StoryArticle article) {
    var made = new ArticleParts(article, terms);
    parts.put(made.id(), made);
    terms.count(made.tokens(), made.terms(), 1);
    characters += article.article().text().length();
  }

  private void leave(ArticleParts known) {
    parts.remove(known.id());
    terms.count(known.tokens(), known.terms(), -1);
    if (known.counted) {
      known
          .words()
          .forEach(word -> articlesWith.computeIfPresent(word, (w, n) -> n > 1 ? n - 1 : null));
    }
    characters -= known.article().article().text().length();
  }

  TermTable terms() {
    return terms;
  }

  QuoteWords quoteWords() {
    return quoteWords;
  }

  QuotePlaces quotePlaces() {
    return quotePlaces;
  }

  LineageMemory lineage() {
    return lineage;
  }

  /** Words in lower case that at least so many articles use. */
  Set<String> wordsOf(double least) {
    for (ArticleParts one : parts.values()) {
      if (!one.counted) {
        one.counted = true;
        one.words().forEach(word -> articlesWith.merge(word, 1, Integer::sum));
      }
    }
    var words = new HashSet<String>();
    articlesWith.forEach(
        (word, articles) -> {
          if (articles >= least) {
            words.add(word);
          }
        });
    return words;
  }
}

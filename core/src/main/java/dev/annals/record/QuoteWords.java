package dev.annals.record;

import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import dev.annals.article.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of quotes as numbers. Words stay once they are known. */
final class QuoteWords {

  /** Letters from which a word is long. */
  private static final int LONG = 5;

  // words of indirect reports that are compared
  private static final int CONTENT = 3;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final BitSet longWords = new BitSet();
  private final List<String> words = new ArrayList<>();

  /**
   * A quote with its words.
   *
   * @param plain all words as they follow each other
   * @param compared those that are compared, distinct, in the order of their numbers
   * @param keys those that it is found by
   * @param size number of those that are compared, repeated ones counted again
   * @param digest tells most wordings apart by all their words
   * @param spoken whether it is an indirect report that gives an utterance
   * @param nobodys whether the words in marks are a term or a name that nobody is told to have said
   * @param said who is said to have said it, or null when unknown
   * @param from the article that it stands in
   * @param place where it was put
   */
  record Worded(
      Quote quote,
      Role role,
      String text,
      int[] plain,
      int[] compared,
      int[] keys,
      int size,
      int digest,
      boolean spoken,
      boolean nobodys,
      @Nullable Said said,
      ArticleParts from,
      QuotePlace place) {

    Cite cite() {
      Cite known = place.cite;
      if (known == null) {
        known = from.citeMaker().cite(quote.content().start(), quote.content().end());
        place.cite = known;
      }
      return known;
    }

    boolean indirect() {
      return quote.kind() == QuoteKind.INDIRECT;
    }

    boolean saysTheSame(Worded other) {
      return digest == other.digest && Arrays.equals(plain, other.plain);
    }
  }

  /** Number of different words. */
  int size() {
    return numbers.size();
  }

  /** Whether two quotes with nearly the same words say different things all the same. */
  boolean areContrary(Worded one, Worded other) {
    return ContraryWords.differ(words(one), words(other));
  }

  private List<String> words(Worded worded) {
    var list = new ArrayList<String>();
    for (int word : worded.plain()) {
      list.add(words.get(word));
    }
    return list;
  }

  /** Those of some words that lead to a quote: the long ones, or all where there are none. */
  private int[] keys(int[] words) {
    int[] keys = new int[words.length];
    int size = 0;
    for (int word : words) {
      if (longWords.get(word)) {
        keys[size++] = word;
      }
    }
    return size == 0 || size == words.length ? words : Arrays.copyOf(keys, size);
  }

  /** The words of a plain text. */
  private int[] plain(String text) {
    int[] some = new int[text.length() / 2 + 1];
    int size = 0;
    for (int from = 0; from < text.length(); ) {
      int blank = text.indexOf(' ', from);
      int end = blank < 0 ? text.length() : blank;
      if (end > from) {
        some[size++] = number(text.substring(from, end));
      }
      from = end + 1;
    }
    return Arrays.copyOf(some, size);
  }

  private int[] content(int[] all) {
    int[] some = new int[all.length];
    int size = 0;
    for (int word : all) {
      if (words.get(word).length() > CONTENT) {
        some[size++] = word;
      }
    }
    return Arrays.copyOf(some, size);
  }

  private static int[] distinct(int[] some) {
    int[] sorted = some.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /** The quotes of an article. */
  List<Worded> of(ArticleParts parts) {
    var worded = new ArrayList<Worded>();
    StoryArticle article = parts.article();
    var quotes = article.annotations().quotes();
    var terms = new QuotedTerms(article);
    for (Quote quote : quotes) {
      String text = quote.content().of(article.article().text());
      boolean indirect = quote.kind() == QuoteKind.INDIRECT;
      int[] all = plain(StoryNames.normal(text));
      int[] compared = indirect ? content(all) : all;
      int[] distinct = distinct(compared);
      Role role = StoryContext.roleAt(article.article(), quote.content().start());
      worded.add(
          new Worded(
              quote,
              role,
              text,
              all,
              distinct,
              keys(distinct),
              compared.length,
              Arrays.hashCode(all),
              indirect && QuoteSection.isSpoken(article, quote, role, all.length, quotes),
              !indirect && terms.holds(quote, all.length),
              quote.speaker() == null ? null : Said.of(article, quote),
              parts,
              new QuotePlace()));
    }
    return List.copyOf(worded);
  }

  private int number(String word) {
    Integer known = numbers.get(word);
    if (known == null) {
      known = numbers.size();
      numbers.put(word, known);
      words.add(word);
      longWords.set(known, word.length() >= LONG);
    }
    return known;
  }
}

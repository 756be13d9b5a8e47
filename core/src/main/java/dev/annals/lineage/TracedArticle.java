package dev.annals.lineage;

import dev.annals.article.Article;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An article to be traced. Keeps what is compared of its sentences once that was asked for. Safe
 * for use by several threads.
 */
public final class TracedArticle {

  /** Letters of the shortest word that is compared. */
  public static final int LETTERS = 3;

  /** Stands for a token that is not compared. */
  public static final int NOT_COMPARED = Integer.MIN_VALUE;

  private final Article article;
  private final List<Span> quoted;
  private final @Nullable Tokens tokens;
  private final @Nullable IntUnaryOperator compared;
  private volatile @Nullable List<SentencePrint> prints;
  private volatile int words = -1;

  /**
   * An article to be traced.
   *
   * @param quoted what stands in quotation marks, in order: words of others, which many may print
   *     without copying from each other
   */
  public TracedArticle(Article article, List<Span> quoted) {
    this.article = article;
    this.quoted = List.copyOf(quoted);
    this.tokens = null;
    this.compared = null;
  }

  /**
   * An article that was cut into tokens already.
   *
   * @param tokens its tokens, block by block
   * @param compared the hash of a token's stem, or {@link #NOT_COMPARED}, by its number
   */
  public TracedArticle(
      Article article, List<Span> quoted, Tokens tokens, IntUnaryOperator compared) {
    this.article = article;
    this.quoted = List.copyOf(quoted);
    this.tokens = tokens;
    this.compared = compared;
  }

  /** The article. */
  public Article article() {
    return article;
  }

  /** What stands in quotation marks. */
  public List<Span> quoted() {
    return quoted;
  }

  /** What is compared of its sentences. */
  List<SentencePrint> prints() {
    List<SentencePrint> made = prints;
    if (made == null) {
      made =
          tokens == null || compared == null
              ? SentencePrinter.prints(this)
              : SentencePrinter.prints(this, tokens, compared);
      prints = made;
    }
    return made;
  }

  /** Number of words that count. */
  int words() {
    int counted = words;
    if (counted < 0) {
      counted = 0;
      for (SentencePrint print : prints()) {
        counted += print.words().length;
      }
      words = counted;
    }
    return counted;
  }
}

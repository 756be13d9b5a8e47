package dev.annals.lineage;

import dev.annals.article.Article;
import dev.annals.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article to be traced. Keeps what is compared of its sentences once that was asked for. Safe
 * for use by several threads.
 */
public final class TracedArticle {

  private final Article article;
  private final List<Span> quoted;
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
      made = SentencePrinter.prints(this);
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

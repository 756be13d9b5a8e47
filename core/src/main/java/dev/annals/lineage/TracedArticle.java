package dev.annals.lineage;

import dev.annals.article.Article;
import dev.annals.text.Span;
import java.util.List;

/**
 * An article to be traced.
 *
 * @param article the article
 * @param quoted what stands in quotation marks: words of others, which many may print without
 *     copying from each other
 */
public record TracedArticle(Article article, List<Span> quoted) {

  /** Copies the list. */
  public TracedArticle {
    quoted = List.copyOf(quoted);
  }
}

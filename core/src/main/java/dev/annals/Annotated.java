package dev.annals;

import dev.annals.annotation.Annotations;
import dev.annals.article.Article;
import dev.annals.capture.Capture;

/**
 * A document on its way through the pipeline.
 *
 * @param capture what was read
 * @param article the article in it
 * @param annotations what was found in the article; {@link Annotations#NONE} where nobody looked
 */
public record Annotated(Capture capture, Article article, Annotations annotations) {}

package dev.annals.store;

import dev.annals.annotation.Annotations;
import dev.annals.article.Article;

/**
 * An article as it was read at one time.
 *
 * @param article the article
 * @param annotations what was found in it
 * @param version counts from 1; a changed text makes a new version, and the old one is kept
 * @param newest whether no later version was read
 * @param seq its number among all that were read
 */
public record ArticleVersion(
    Article article, Annotations annotations, int version, boolean newest, long seq) {}

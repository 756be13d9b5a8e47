package dev.annals.web;

import org.jspecify.annotations.Nullable;

/**
 * A cite as a page shows it.
 *
 * @param inside link to the highlighted words in the stored article
 * @param outlet who says it
 * @param text the exact words, shortened for display when long
 * @param note what kind of block it stands in, when that weighs less than a paragraph
 * @param outside link to the words at the outlet, or null
 */
public record CiteView(
    String inside, String outlet, String text, @Nullable String note, @Nullable String outside) {}

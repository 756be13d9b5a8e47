package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cite as a page shows it.
 *
 * @param inside link to the highlighted words in the stored article
 * @param outlet who says it
 * @param text the exact words, shortened for display when long
 * @param note what kind of block it stands in, when that weighs less than a paragraph
 * @param outside link to the words at the outlet, or null
 * @param hidden how many more a long list has behind this one, its last that is shown
 * @param rest link to where those stand
 */
public record CiteView(
    String inside,
    String outlet,
    String text,
    @Nullable String note,
    @Nullable String outside,
    int hidden,
    String rest) {

  /** How many a list has, those that are not shown counted. */
  public static int count(List<CiteView> cites) {
    return cites.isEmpty() ? 0 : cites.size() + cites.get(cites.size() - 1).hidden();
  }
}

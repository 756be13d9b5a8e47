package dev.annals.follow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a source found.
 *
 * @param kind {@code feed}, {@code sitemap} or {@code page}
 * @param pages what it leads to, at most {@link SourceReader#MOST}
 * @param elsewhere where the pages are listed instead, or null
 * @param lasting whether to go there at once from now on
 */
record Found(String kind, List<FoundPage> pages, @Nullable String elsewhere, boolean lasting) {

  Found {
    pages = List.copyOf(pages);
  }

  static Found pages(String kind, List<FoundPage> pages) {
    return new Found(kind, pages, null, false);
  }

  static Found elsewhere(String kind, String url, boolean lasting) {
    return new Found(kind, List.of(), url, lasting);
  }
}

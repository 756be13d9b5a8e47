package dev.annals.follow;

import dev.annals.store.FollowedPage;
import dev.annals.store.FollowedSource;
import org.jspecify.annotations.Nullable;

/**
 * A look at a source or a page: one request, and one more for each redirect.
 *
 * @param source what is looked at, or null when it is a page
 * @param page what is looked at, or null when it is a source
 * @param url what is asked for now
 * @param hops how many redirects led here
 * @param moved where permanent redirects have led, without a temporary one before; null when none
 * @param detour whether a temporary redirect was among them
 * @param due when it is due, in milliseconds since 1970
 */
record Task(
    @Nullable FollowedSource source,
    @Nullable FollowedPage page,
    String url,
    int hops,
    @Nullable String moved,
    boolean detour,
    long due) {

  static Task of(FollowedSource source) {
    return new Task(source, null, source.address(), 0, null, false, source.nextAt());
  }

  static Task of(FollowedPage page) {
    Long due = page.nextAt();
    return new Task(null, page, page.address(), 0, null, false, due == null ? page.foundAt() : due);
  }

  /** The same look, further on. */
  Task redirected(String target, boolean permanent) {
    boolean lasting = permanent && !detour;
    return new Task(
        source, page, target, hops + 1, lasting ? target : moved, detour || !permanent, due);
  }

  /** Names what is looked at, so that nothing is looked at twice at once. */
  String key() {
    return source != null ? sourceKey(source.id()) : page != null ? pageKey(page.url()) : "";
  }

  static String sourceKey(String id) {
    return "s " + id;
  }

  static String pageKey(String url) {
    return "p " + url;
  }

  /** A second look at an article waits for all that is new. */
  boolean again() {
    return page != null && page.visits() > 0;
  }
}

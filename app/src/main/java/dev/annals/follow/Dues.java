package dev.annals.follow;

import dev.annals.store.FollowedPage;

/** Is told when pages are due, as soon as that is in the store. */
@FunctionalInterface
interface Dues {

  /** A page of a host is due at a time. */
  void at(String host, long time);

  /** A page is due when it says. */
  default void of(FollowedPage page) {
    Long next = page.nextAt();
    if (next != null) {
      at(page.host(), next);
    }
  }
}

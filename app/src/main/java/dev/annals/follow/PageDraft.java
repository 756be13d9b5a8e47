package dev.annals.follow;

import dev.annals.store.FollowedPage;
import org.jspecify.annotations.Nullable;

/** A page as it will be after a look at it. */
final class PageDraft {

  private final FollowedPage before;
  String address;
  String state;
  @Nullable Long nextAt;
  @Nullable Long fetchedAt;
  @Nullable Long goneAt;
  int visits;
  int failures;
  @Nullable String error;
  @Nullable String etag;
  @Nullable String modified;

  PageDraft(FollowedPage before) {
    this.before = before;
    this.address = before.address();
    this.state = before.state();
    this.nextAt = before.nextAt();
    this.fetchedAt = before.fetchedAt();
    this.goneAt = before.goneAt();
    this.visits = before.visits();
    this.failures = before.failures();
    this.error = before.error();
    this.etag = before.etag();
    this.modified = before.modified();
  }

  FollowedPage made() {
    return new FollowedPage(
        before.url(),
        address,
        WebUrl.host(address),
        before.source(),
        state,
        nextAt,
        before.foundAt(),
        fetchedAt,
        goneAt,
        visits,
        failures,
        error,
        etag,
        modified,
        before.title(),
        before.publisher(),
        before.language(),
        before.published());
  }
}

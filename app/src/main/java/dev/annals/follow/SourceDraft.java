package dev.annals.follow;

import dev.annals.store.FollowedSource;
import org.jspecify.annotations.Nullable;

/** A source as it will be after a look at it. */
final class SourceDraft {

  private final FollowedSource before;
  String address;
  String kind;
  String state;
  long nextAt;
  long gap;
  @Nullable Long succeededAt;
  @Nullable Long changedAt;
  int failures;
  @Nullable String error;
  @Nullable String etag;
  @Nullable String modified;
  @Nullable String digest;

  SourceDraft(FollowedSource before) {
    this.before = before;
    this.address = before.address();
    this.kind = before.kind();
    this.state = before.state();
    this.nextAt = before.nextAt();
    this.gap = before.gap();
    this.succeededAt = before.succeededAt();
    this.changedAt = before.changedAt();
    this.failures = before.failures();
    this.error = before.error();
    this.etag = before.etag();
    this.modified = before.modified();
    this.digest = before.digest();
  }

  FollowedSource at(long now) {
    return new FollowedSource(
        before.id(),
        before.url(),
        address,
        kind,
        state,
        before.title(),
        before.publisher(),
        before.zone(),
        before.language(),
        before.licence(),
        before.addedAt(),
        nextAt,
        gap,
        now,
        succeededAt,
        changedAt,
        failures,
        error,
        etag,
        modified,
        digest,
        before.articles());
  }
}

package dev.annals.follow;

import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param url in its one form, see {@link WebUrl}
 * @param etag the entity tag of what is held already, or null
 * @param lastModified the date of what is held already as the server wrote it, or null
 * @param most how many bytes the body may have, inflated
 * @param clip whether a longer body is clipped rather than refused
 */
record Fetch(
    String url, @Nullable String etag, @Nullable String lastModified, int most, boolean clip) {

  Fetch(String url, @Nullable String etag, @Nullable String lastModified, int most) {
    this(url, etag, lastModified, most, false);
  }
}

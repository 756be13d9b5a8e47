package dev.annals.web;

import io.javalin.http.Context;

/** Spares readers what they have seen: entity tags, and 304 where nothing has changed since. */
final class Freshness {

  private Freshness() {}

  /**
   * Tags the answer with the state of what it shows; answers 304 when the reader has it in this
   * state.
   *
   * @return whether all has been said
   */
  static boolean unchanged(Context context, String state) {
    // weak: the same words may be sent gzipped or not
    context.header("ETag", "W/\"" + state + "\"");
    context.header("Cache-Control", "no-cache");
    String seen = context.header("If-None-Match");
    if (seen != null && (seen.strip().equals("*") || seen.contains("\"" + state + "\""))) {
      context.status(304);
      return true;
    }
    return false;
  }
}

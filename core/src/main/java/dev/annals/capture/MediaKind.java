package dev.annals.capture;

/** What the bytes of a capture are. */
public enum MediaKind {
  /** A web page or a fragment of one. */
  HTML,
  /** Running text in which nothing is marked up: blocks must be told apart by their words. */
  PLAIN_TEXT
}

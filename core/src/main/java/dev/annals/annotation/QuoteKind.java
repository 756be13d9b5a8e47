package dev.annals.annotation;

/** How the words of another are given. */
public enum QuoteKind {
  /** A whole utterance in quotation marks. */
  DIRECT,
  /** A quoted phrase inside the reporter's sentence. */
  PARTIAL,
  /** Reported without quotation marks. */
  INDIRECT
}

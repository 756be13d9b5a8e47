package dev.annals.annotation;

/** Name labels of tokens in the BIO scheme. */
enum NameLabel {
  OUTSIDE,
  BEGIN_PERSON,
  INSIDE_PERSON,
  BEGIN_ORGANIZATION,
  INSIDE_ORGANIZATION,
  BEGIN_PLACE,
  INSIDE_PLACE,
  /** A name of another kind: an event, a work, a nationality. */
  BEGIN_OTHER,
  INSIDE_OTHER
}

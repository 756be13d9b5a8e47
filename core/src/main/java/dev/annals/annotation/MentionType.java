package dev.annals.annotation;

/** What a name names. */
public enum MentionType {
  PERSON,
  ORGANIZATION,
  PLACE
}

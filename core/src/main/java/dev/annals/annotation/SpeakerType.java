package dev.annals.annotation;

/** What kind of mention speaks. */
public enum SpeakerType {
  PERSON,
  ORGANIZATION,
  PLACE,
  /** A common noun whose bearer is not named: "one protester", "officials". */
  UNNAMED
}
